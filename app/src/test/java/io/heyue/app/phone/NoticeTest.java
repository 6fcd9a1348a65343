package io.heyue.app.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.app.engine.Phrases;
import io.heyue.brain.book.Books;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Tone;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.reply.PhraseBook;
import io.heyue.core.reply.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {
  private static final Books BOOKS =
      Books.read(Path.of(Objects.requireNonNull(System.getProperty("heyue.root")), "data"));

  private static Mandate mandate(Lang lang) {
    return Objects.requireNonNull(BOOKS.mandates().get(lang));
  }

  private static PhraseBook book(String words) {
    return new PhraseBook(
        "1",
        Map.of(
            Lang.ZH,
            Map.of(
                Phrases.UNKNOWN_CALLER,
                List.of(
                    new PhraseBook.Phrase(
                        Phrases.UNKNOWN_CALLER,
                        Tone.PLAIN,
                        Optional.empty(),
                        Template.parse(words))))));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void itSaysWhoSpeaksAndWhomToCallAndNothingOfAnybody(Lang lang) {
    Notice notice = Notice.of(BOOKS.phrases(), mandate(lang), lang).orElseThrow();
    assertThat(notice.words())
        .contains(mandate(lang).in(lang).hotline(), mandate(lang).in(lang).speaker())
        .containsPattern("人工智能|AI")
        .doesNotContainPattern("[{}\\[\\]]|欠|还款|逾期|贷|账|(?i:debt|loan|overdue|past due|pay)");
  }

  @Test
  void whereThereIsNoWordingThereIsNoNotice() {
    assertThat(Notice.of(new PhraseBook("1", Map.of()), mandate(Lang.ZH), Lang.ZH)).isEmpty();
    assertThat(Notice.of(book("您好。"), mandate(Lang.ZH), Lang.ZH))
        .contains(new Notice(Lang.ZH, "您好。"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{name}您好。", "您欠{overdue}。", "[known:balance|还有{balance}|没有]"})
  void whatOnlySomebodysAffairsCouldFillIsRefused(String words) {
    assertThatThrownBy(() -> Notice.of(book(words), mandate(Lang.ZH), Lang.ZH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Phrases.UNKNOWN_CALLER);
  }
}
