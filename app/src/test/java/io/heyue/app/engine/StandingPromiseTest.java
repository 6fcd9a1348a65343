package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Money;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.Promise;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conversation behind the link of a confirmation knows of what was agreed. */
class StandingPromiseTest {
  @TempDir private Path folder = Path.of("");
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
    lender.borrowers(1);
  }

  @AfterEach
  void close() {
    lender.close();
  }

  /** Agrees, and opens the link of the written confirmation; gives the conversation behind it. */
  private ConversationId confirmed(String promise) {
    ConversationId talk = lender.verified();
    var _ = lender.says(talk, promise);
    var _ = lender.says(talk, "可以");
    var _ = lender.says(talk, "没有了");
    var _ = lender.engine.pulse().tick();
    assertThat(lender.street.letters()).hasSize(2);
    lender.later(Duration.ofHours(1));
    var _ = lender.engine.desk().open(lender.street.token());
    ConversationId second = lender.street.last().conversation().orElseThrow();
    var _ = lender.says(second, "是我");
    return second;
  }

  @Test
  void tellsWhatWasAgreedAndAsksForNothing() {
    ConversationId talk = confirmed("12月1日全部还清");
    assertThat(lender.says(talk, "0000"))
        .contains("12月1日前还3,280.50元")
        .contains("如果有变化")
        .doesNotContain("哪一天");
    assertThat(lender.says(talk, "没有了")).contains("再见");
    assertThat(lender.matter().lastDisposition()).contains(Disposition.PROMISE);
    assertThat(lender.matter().openPromises()).hasSize(1);
  }

  @Test
  void anotherDayTakesThePlaceOfTheFirst() {
    ConversationId talk = confirmed("12月1日全部还清");
    var _ = lender.says(talk, "0000");
    assertThat(lender.says(talk, "改到12月4日还")).contains("12月4日").contains("对吗");
    var _ = lender.says(talk, "可以");
    assertThat(lender.matter().openPromises())
        .extracting(Promise::due, Promise::amount)
        .containsExactly(tuple(LocalDate.of(2026, 12, 4), Money.fen(328_050)));
  }

  /** A thousand on Friday, and then a thousand on Tuesday instead: not two thousand. */
  @Test
  void aPartThatIsMovedIsNotPromisedTwice() {
    ConversationId talk = confirmed("11月27日还1000元");
    var _ = lender.says(talk, "0000");
    var _ = lender.says(talk, "改到12月1日还1000元");
    var _ = lender.says(talk, "可以");
    assertThat(lender.matter().openPromises())
        .extracting(Promise::due, Promise::amount)
        .containsExactly(tuple(LocalDate.of(2026, 12, 1), Money.fen(100_000)));
  }

  @Test
  void theRestOfAPartAddsToIt() {
    ConversationId talk = confirmed("11月27日还1000元");
    var _ = lender.says(talk, "0000");
    var _ = lender.says(talk, "12月1日还2280.50元");
    var _ = lender.says(talk, "可以");
    assertThat(lender.matter().openPromises())
        .extracting(Promise::amount)
        .containsExactly(Money.fen(100_000), Money.fen(228_050));
  }
}
