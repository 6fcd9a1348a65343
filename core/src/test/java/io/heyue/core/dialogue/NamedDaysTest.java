package io.heyue.core.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Money;
import io.heyue.core.samples.Said;
import io.heyue.core.samples.Samples;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Value;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Which days are meant. Now is Monday, 23 November 2026. */
class NamedDaysTest {
  private static final LocalDate TODAY = Samples.TODAY;
  private static final LocalDate FRIDAY = TODAY.plusDays(4);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);

  private static SlotFilling.Filled fill(Said said, String lastMove) {
    return SlotFilling.fill(
        Slots.empty(), said.understood(), lastMove, false, Samples.dossier(), Samples.LOCAL_NOW);
  }

  private static SlotFilling.Filled fill(Said said) {
    return fill(said, "ask_when");
  }

  @Test
  void theWeatherPromisesNothing() {
    Said weather = Said.that("今天外面风好大呀").means(Intent.UNCLEAR).day("今天", TODAY);
    assertThat(fill(weather).fresh()).isEmpty();
    Said bare = Said.that("今天").means(Intent.UNCLEAR).day("今天", TODAY);
    assertThat(fill(bare).slots().date()).contains(TODAY);
    Said exact = Said.that("Dec 4th, the full whack").day("Dec 4th", TODAY.plusDays(11));
    assertThat(fill(exact).slots().date()).contains(TODAY.plusDays(11));
  }

  @Test
  void whoHasPaidPromisesNothing() {
    Said today = Said.that("今天还了").means(Intent.ALREADY_PAID).day("今天", TODAY);
    assertThat(fill(today).fresh()).isEmpty();
    assertThat(fill(today).slots().paidOn()).contains(TODAY);
    Said nextYears =
        Said.that("paid the 22nd of November")
            .means(Intent.ALREADY_PAID)
            .day("the 22nd of November", YESTERDAY.plusYears(1));
    assertThat(fill(nextYears).slots().paidOn()).contains(YESTERDAY);
    Said soon = Said.that("周五钱就到账了").means(Intent.ALREADY_PAID).day("周五", FRIDAY);
    assertThat(fill(soon).slots().date()).contains(FRIDAY);
  }

  @Test
  void anAnswerToWhenTheyPaidLiesBehind() {
    Said said = Said.that("on the 19th").day("the 19th", LocalDate.of(2026, 12, 19));
    assertThat(fill(said, "ask_paid_when").slots().paidOn()).contains(LocalDate.of(2026, 11, 19));
    assertThat(fill(said, "ask_when").slots().date()).contains(LocalDate.of(2026, 12, 19));
  }

  @Test
  void aPromisedWeekdayComes() {
    Said promise =
        Said.that("我打算周六把钱还了").means(Intent.PROMISE_WITH_DATE).day("周六", TODAY.minusDays(2));
    assertThat(fill(promise).slots().date()).contains(TODAY.plusDays(5));
    Said regret = Said.that("周六就该还的").means(Intent.PROMISE_WITH_DATE).day("周六", TODAY.minusDays(2));
    assertThat(fill(regret).slots().date()).isEmpty();
  }

  @Test
  void whatIsSinceLongIsNoDay() {
    Said ill =
        Said.that("in hospital since October")
            .means(Intent.VULNERABILITY)
            .range("since October", LocalDate.of(2026, 10, 1), TODAY);
    assertThat(fill(ill).fresh()).isEmpty();
  }

  @Test
  void beforeAFeastIsTheDayBefore() {
    LocalDate newYear = LocalDate.of(2027, 1, 1);
    Said feast = Said.that("元旦前还").means(Intent.PROMISE_WITH_DATE).range("元旦前", TODAY, newYear);
    assertThat(fill(feast).slots().date()).contains(newYear.minusDays(1));
    Said day = Said.that("28号之前还").means(Intent.PROMISE_WITH_DATE).range("28号之前", TODAY, FRIDAY);
    assertThat(fill(day).slots().date()).contains(FRIDAY);
  }

  @Test
  void theRestHasItsOwnDay() {
    Said both =
        Said.that("周五先还一千 剩下的30号")
            .means(Intent.OFFER_PARTIAL)
            .day("周五", FRIDAY)
            .sum("一千", 1000)
            .share("剩下的", Value.ShareOf.REST, "1")
            .day("30号", TODAY.plusDays(7));
    assertThat(fill(both).slots().date()).contains(FRIDAY);
    assertThat(fill(both).slots().restDate()).contains(TODAY.plusDays(7));
    SlotFilling.Filled asked = fill(Said.that("30号").day("30号", TODAY.plusDays(7)), "ask_rest");
    assertThat(asked.slots().restDate()).contains(TODAY.plusDays(7));
    assertThat(asked.slots().date()).isEmpty();
    assertThat(asked.fresh()).containsExactly(Condition.FRESH_REST);
  }

  @Test
  void aBareNumberCorrectsWhatWasReadBack() {
    Said sum = Said.that("不对 是600").means(Intent.DENY).number("600", "600");
    assertThat(fill(sum, "read_back").slots().amount()).contains(Money.fen(60_000));
    assertThat(fill(sum, "ask_anything_else").slots().amount()).isEmpty();
    Said day = Said.that("不是28，是29").means(Intent.DENY).number("28", "28").number("29", "29");
    assertThat(fill(day, "read_back").slots().date()).contains(LocalDate.of(2026, 11, 29));
  }

  @Test
  void allAtOnceIsTheWhole() {
    Said whole = Said.that("还是一次还完吧").means(Intent.PROMISE_WITH_DATE);
    assertThat(fill(whole).slots().amount()).contains(Samples.OVERDUE);
  }
}
