package io.heyue.app.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.app.engine.Phrases;
import io.heyue.brain.book.Books;
import io.heyue.brain.words.Ears;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Tone;
import io.heyue.core.compliance.ApprovedReply;
import io.heyue.core.compliance.Guard;
import io.heyue.core.law.RuleBook;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.reply.PhraseBook;
import io.heyue.core.reply.Template;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("heyue.root")));
  private static final Books BOOKS = Books.read(ROOT.resolve("data"));
  private static final Guard GUARD =
      new Guard(
          BOOKS.law(),
          Ears.open(ROOT.resolve("data"), ROOT.resolve("brain/target/heads")).reader());
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final Mandate MANDATE = Objects.requireNonNull(BOOKS.mandates().get(Lang.ZH));
  private static final String GOOD = "您好，[artificial|声音由人工智能生成]，请拨打{hotline}。";

  /** What strangers are told by the real law and the real wordings. */
  static Optional<Notice> real() {
    return Notice.of(BOOKS.phrases(), MANDATE, GUARD, TODAY);
  }

  private static PhraseBook book(String chinese, String english) {
    Map<Lang, Map<String, List<PhraseBook.Phrase>>> phrases = new HashMap<>();
    phrases.put(Lang.ZH, phrase(chinese));
    if (!english.isEmpty()) {
      phrases.put(Lang.EN, phrase(english));
    }
    return new PhraseBook("1", phrases);
  }

  private static Map<String, List<PhraseBook.Phrase>> phrase(String words) {
    return Map.of(
        Phrases.UNKNOWN_CALLER,
        List.of(
            new PhraseBook.Phrase(
                Phrases.UNKNOWN_CALLER, Tone.PLAIN, Optional.empty(), Template.parse(words))));
  }

  private static Optional<Notice> of(PhraseBook book) {
    return Notice.of(book, MANDATE, GUARD, TODAY);
  }

  @Test
  void itSaysInBothLanguagesWhoSpeaksAndWhomToCallAndNothingOfAnybody() {
    Notice notice = real().orElseThrow();
    assertThat(notice.said()).extracting(ApprovedReply::lang).containsExactly(Lang.ZH, Lang.EN);
    for (ApprovedReply said : notice.said()) {
      Mandate mandate = MANDATE.in(said.lang());
      assertThat(said.rules()).isNotEmpty();
      assertThat(said.words())
          .contains(mandate.hotline(), mandate.speaker())
          .containsPattern("人工智能|AI")
          .doesNotContainPattern("[{}\\[\\]]|欠|还款|逾期|贷|账|(?i:debt|loan|overdue|past due|pay)");
    }
    assertThat(notice.cue()).isTrue();
  }

  @Test
  void whereThereIsNoWordingThereIsNoNotice() {
    assertThat(of(new PhraseBook("1", Map.of()))).isEmpty();
    assertThat(of(book(GOOD, "")).orElseThrow().said())
        .extracting(ApprovedReply::words)
        .containsExactly("您好，声音由人工智能生成，请拨打" + MANDATE.hotline() + "。");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`您好，[artificial|声音由人工智能生成]，您的贷款已经逾期。`",
        "`您好，[artificial|声音由人工智能生成]，再不还钱就上门抓你。`",
        "`您好，[artificial|声音由人工智能生成]，请拨打13800000001。`",
        "`您好，[artificial|声音由人工智能生成]，请准备三千元。`",
        "`您好，请拨打{hotline}。`",
      })
  void whatTheGuardForbidsIsNotSaidAndWhatElseIsIsSaid(String chinese) {
    assertThat(of(book(chinese, ""))).isEmpty();
    assertThat(of(book(chinese, "Hello. [artificial|I am an AI]. Please call {hotline}.")))
        .hasValueSatisfying(notice ->
            assertThat(notice.said()).extracting(ApprovedReply::lang).containsExactly(Lang.EN));
  }

  @Test
  void whereNoLawIsKnownNothingIsSaid() {
    Guard lawless = new Guard(new RuleBook("0", List.of()));
    assertThat(Notice.of(book(GOOD, ""), MANDATE, lawless, TODAY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{name}您好。", "您欠{overdue}。", "[known:balance|还有{balance}|没有]"})
  void whatOnlySomebodysAffairsCouldFillIsRefused(String words) {
    PhraseBook book = book(words, "");
    assertThatThrownBy(() -> of(book))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Phrases.UNKNOWN_CALLER);
  }
}
