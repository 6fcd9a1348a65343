package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Money;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * New books and a payment of the day before come on Tuesday morning. On Monday 3,280.50 was
 * overdue, and 1,000.00 was paid at 15:00.
 */
class BooksAndPaymentsTest {
  private static final Instant MONDAY_AT_THREE = Instant.parse("2026-11-23T07:00:00Z");

  @TempDir private Path folder = Path.of("");
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
    lender.borrowers(1);
    lender.campaign();
    var _ = lender.engine.pulse().tick();
    lender.later(Duration.ofDays(1));
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private void paid() {
    lender.paid(0, "1000.00", "R-1", MONDAY_AT_THREE);
  }

  private Money overdue() {
    var _ = lender.engine.reconciliation().run(lender.now());
    return lender.matter().account().overdue();
  }

  @Test
  void booksThatSayTheyKnowOfItAreNotLoweredAgain() {
    lender.books("2280.50", "2026-11-23 18:00");
    paid();
    assertThat(overdue()).isEqualTo(Money.fen(228_050));
    assertThat(lender.matter().paid()).isEqualTo(Money.fen(100_000));
  }

  @Test
  void booksThatCannotKnowOfItAreLowered() {
    lender.books("3280.50", "2026-11-23 12:00");
    paid();
    assertThat(overdue()).isEqualTo(Money.fen(228_050));
  }

  @Test
  void theOrderOfTheFilesMakesNoDifference() {
    paid();
    assertThat(overdue()).isEqualTo(Money.fen(228_050));
    lender.books("3280.50", "2026-11-23 12:00");
    assertThat(overdue()).isEqualTo(Money.fen(228_050));
    lender.books("2280.50", "2026-11-23 18:00");
    assertThat(overdue()).isEqualTo(Money.fen(228_050));
  }

  @Test
  void whoPaidEverythingIsLeftInPeaceWhenOlderBooksCome() {
    lender.paid(0, "3280.50", "R-1", MONDAY_AT_THREE);
    assertThat(overdue()).isEqualTo(Money.fen(0));
    lender.books("3280.50", "2026-11-23 12:00");
    for (int day = 0; day < 5; day++) {
      lender.later(Duration.ofDays(1));
      var _ = lender.engine.pulse().tick();
    }
    assertThat(overdue()).isEqualTo(Money.fen(0));
    assertThat(lender.matter().holds()).containsKey(HoldKind.PAID);
    assertThat(lender.street.letters()).hasSize(1);
  }

  @Test
  void booksWithoutAMomentAreOfTheDayBefore() {
    lender.books("2280.50");
    paid();
    assertThat(overdue()).isEqualTo(Money.fen(228_050));
    lender.paid(0, "500.00", "R-2");
    assertThat(overdue()).isEqualTo(Money.fen(178_050));
  }

  @Test
  void whatCameADayAfterBooksWithoutAMomentIsNotInThem() {
    lender.books("3280.00");
    lender.later(Duration.ofDays(1));
    paid();
    assertThat(overdue()).isEqualTo(Money.fen(228_000));
  }
}
