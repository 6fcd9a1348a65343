package io.heyue.brain.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Tone;
import io.heyue.core.reply.PhraseBook.Phrase;
import io.heyue.core.reply.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said on the telephone can be followed by who only hears it, once. */
class PhoneWordingsTest {
  /**
   * Never said in a conversation: what is written to people, shown to them, or told a colleague.
   */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(sms|email|summary|colleague|agreement)_.*|written_confirmation|statement_ready|stop_confirmed");

  private static final int MOST_CHARACTERS = 40;
  private static final int MOST_WORDS = 25;

  private static final Pattern SENTENCE = Pattern.compile("(?<=[。？！；])|(?<=[.?!;])(?=\\s|$)|\\n");
  private static final Pattern QUESTION = Pattern.compile("[？?]");

  /** A telephone has nothing to be clicked, opened or replied to by writing. */
  private static final Pattern OF_WRITING =
      Pattern.compile(
          "回复(?!您)|链接|点击|输入核验|上传|\\b(reply|click|link|upload|write \\\\?\"|writing on)\\b",
          Pattern.CASE_INSENSITIVE);

  private final Books books = Books.read(RealData.folder());

  @ParameterizedTest
  @EnumSource(Lang.class)
  void sentencesAreShort(Lang lang) {
    List<String> found = new ArrayList<>();
    said(lang)
        .forEach(phrase ->
            each(
                phrase,
                text ->
                    SENTENCE
                        .splitAsStream(text)
                        .filter(tooLong(lang))
                        .forEach(sentence -> found.add(phrase.id() + ": " + sentence))));
    assertThat(found).isEmpty();
  }

  private static Predicate<String> tooLong(Lang lang) {
    return lang == Lang.ZH
        ? sentence -> sentence.strip().length() > MOST_CHARACTERS
        : sentence -> sentence.strip().split("\\s+").length > MOST_WORDS;
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void noneAsksTwoThingsAtOnceAndTheQuestionComesLast(Lang lang) {
    List<String> found = new ArrayList<>();
    said(lang)
        .forEach(phrase ->
            each(
                phrase,
                text -> {
                  long questions = QUESTION.matcher(text).results().count();
                  boolean last =
                      text.isEmpty() || questions == 0 || text.strip().matches("(?s).*[？?]");
                  if (questions > 1 || !(last || mayGoOn(phrase))) {
                    found.add(phrase.id() + ": " + text);
                  }
                }));
    assertThat(found).isEmpty();
  }

  /** Where the question needs no answer at once. */
  private static boolean mayGoOn(Phrase phrase) {
    return phrase.id().equals("ask_rest");
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void noneSpeaksOfWhatOnlyWritingHas(Lang lang) {
    List<String> found = new ArrayList<>();
    said(lang)
        .forEach(phrase ->
            each(
                phrase,
                text -> {
                  if (OF_WRITING.matcher(text).find()) {
                    found.add(phrase.id() + ": " + text);
                  }
                }));
    assertThat(found).isEmpty();
  }

  /** Every wording that could be chosen in a call, whatever the tone. */
  private Stream<Phrase> said(Lang lang) {
    List<Phrase> said =
        books.phrases().ids().stream()
            .filter(id -> !WRITTEN.matcher(id).matches())
            .flatMap(id ->
                Stream.of(Tone.values())
                    .flatMap(tone -> books.phrases().find(lang, id, Channel.CALL, tone).stream()))
            .distinct()
            .toList();
    assertThat(said).hasSizeGreaterThan(120);
    return said.stream();
  }

  /** The phrase where the books hold every figure, and where they hold none; places empty. */
  private static void each(Phrase phrase, java.util.function.Consumer<String> check) {
    check.accept(words(phrase.template(), true));
    check.accept(words(phrase.template(), false));
  }

  private static String words(Template template, boolean known) {
    StringBuilder words = new StringBuilder();
    for (Template.Part part : template.parts()) {
      words.append(
          switch (part) {
            case Template.Part.Words plain -> plain.text();
            case Template.Part.Place _ -> "";
            case Template.Part.Marked marked -> marked.text();
            case Template.Part.Known figure ->
                words(known ? figure.words() : figure.otherwise(), known);
          });
    }
    return words.toString();
  }
}
