package io.heyue.brain.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.law.RuleForm;
import io.heyue.core.reply.PhraseBook.Phrase;
import io.heyue.core.reply.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No approved wording holds what the law forbids, so that the guard never has to find it there. */
class PhrasesUnderTheLawTest {
  /** What may be said to anybody, before we know who they are. */
  private static final Set<String> TO_ANYBODY =
      Set.of(
          "open",
          "ask_identity",
          "ask_verification",
          "sms_first",
          "sms_second",
          "sms_third",
          "email_first",
          "tell_caller",
          "tell_code",
          "tell_hotline",
          "tell_purpose_protected",
          "tell_robot",
          "tell_verify_first",
          "tell_why_verify",
          "clarify",
          "close_third_party",
          "close_wrong_person");

  private final Books books = Books.read(RealData.folder());

  @Test
  void noPhraseHoldsForbiddenWords() {
    List<Pattern> forbidden =
        books.law().rules().stream()
            .filter(rule -> rule.form() instanceof RuleForm.ForbiddenWords)
            .flatMap(rule -> ((RuleForm.ForbiddenWords) rule.form()).patterns().stream())
            .toList();

    assertThat(found(forbidden, phrases())).isEmpty();
  }

  @Test
  void nothingThatIsSaidToAnybodySpeaksOfADebt() {
    List<Pattern> debt =
        books.law().rules().stream()
            .filter(rule -> rule.form() instanceof RuleForm.RightPartyFirst)
            .flatMap(rule -> ((RuleForm.RightPartyFirst) rule.form()).patterns().stream())
            .toList();
    List<Phrase> phrases =
        phrases().stream().filter(phrase -> TO_ANYBODY.contains(phrase.id())).toList();

    assertThat(phrases).extracting(Phrase::id).containsAll(TO_ANYBODY);
    assertThat(found(debt, phrases)).isEmpty();
  }

  private List<Phrase> phrases() {
    return books.phrases().phrases().values().stream()
        .flatMap(byId -> byId.values().stream())
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> found(List<Pattern> patterns, List<Phrase> phrases) {
    List<String> found = new ArrayList<>();
    for (Phrase phrase : phrases) {
      String words = words(phrase.template());
      patterns.stream()
          .filter(pattern -> pattern.matcher(words).find())
          .forEach(pattern -> found.add(phrase.id() + ": '" + words + "' holds " + pattern));
    }
    return found;
  }

  private static String words(Template template) {
    StringBuilder words = new StringBuilder();
    for (Template.Part part : template.all().toList()) {
      words.append(
          switch (part) {
            case Template.Part.Words plain -> plain.text();
            case Template.Part.Place _ -> "…";
            case Template.Part.Marked marked -> marked.text();
            case Template.Part.Known _ -> "";
          });
    }
    return words.toString();
  }
}
