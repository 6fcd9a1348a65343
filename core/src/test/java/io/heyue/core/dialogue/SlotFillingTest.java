package io.heyue.core.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Grain;
import io.heyue.core.base.Money;
import io.heyue.core.samples.Said;
import io.heyue.core.samples.Samples;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Value;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** Now is Monday, 23 November 2026; 3,280.50 is overdue. */
class SlotFillingTest {
  private static final LocalDate TODAY = Samples.TODAY;
  private static final LocalDate FRIDAY = TODAY.plusDays(4);
  private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
  private static final String NOTHING_ASKED = "tell_account";

  private static SlotFilling.Filled fill(Slots before, Said said, String lastMove) {
    return SlotFilling.fill(
        before, said.understood(), lastMove, false, Samples.dossier(), Samples.LOCAL_NOW);
  }

  private static Slots slots(Said said, String lastMove) {
    return fill(Slots.empty(), said, lastMove).slots();
  }

  private static Slots slots(Said said) {
    return slots(said, NOTHING_ASKED);
  }

  private static Slots vagueDecember() {
    return slots(Said.that("下个月").month("下个月", DECEMBER));
  }

  @Test
  void aDayAndASumAreTaken() {
    SlotFilling.Filled filled =
        fill(
            Slots.empty(),
            Said.that("我周五还2300").day("周五", FRIDAY).sum("2300", 2300),
            NOTHING_ASKED);
    assertThat(filled.slots().date()).contains(FRIDAY);
    assertThat(filled.slots().amount()).contains(Money.fen(230_000));
    assertThat(filled.fresh())
        .containsExactlyInAnyOrder(Condition.FRESH_DATE, Condition.FRESH_AMOUNT);
  }

  @Test
  void aCorrectionReplacesWhatItDenies() {
    Said said = Said.that("不是一千，是一千五").sum("一千", 1000).names("一千五", sum(1500));
    assertThat(slots(said).amount()).contains(Money.fen(150_000));
    Said english = Said.that("not 1000, 1500").names("1000", sum(1000)).names("1500", sum(1500));
    assertThat(slots(english).amount()).contains(Money.fen(150_000));
    Said day = Said.that("不是周五，是下周一").day("周五", FRIDAY).day("下周一", TODAY.plusDays(7));
    assertThat(slots(day).date()).contains(TODAY.plusDays(7));
  }

  private static Value.Sum sum(long yuan) {
    return new Value.Sum(Money.fen(yuan * 100));
  }

  @Test
  void theSumThatIsPaidCountsAmongOthers() {
    Said said = Said.that("我欠三千，工资五千，先还两千").sum("三千", 3000).sum("五千", 5000).sum("两千", 2000);
    assertThat(slots(said).amount()).contains(Money.fen(200_000));
    Said first = Said.that("先还两千，房租三千").sum("两千", 2000).sum("三千", 3000);
    assertThat(slots(first).amount()).contains(Money.fen(200_000));
  }

  @Test
  void theRestKeepsItsOwnMonth() {
    Said said =
        Said.that("先还两千剩下的下个月")
            .sum("两千", 2000)
            .share("剩下的", Value.ShareOf.REST, "1")
            .month("下个月", DECEMBER);
    Slots slots = slots(said);
    assertThat(slots.amount()).contains(Money.fen(200_000));
    assertThat(slots.date()).isEmpty();
    assertThat(slots.vague()).isEmpty();
    Said dated =
        Said.that("周五先还两千，剩下的一千二百八下个月15号还")
            .day("周五", FRIDAY)
            .sum("两千", 2000)
            .share("剩下的", Value.ShareOf.REST, "1")
            .sum("一千二百八", 1280)
            .day("下个月15号", LocalDate.of(2026, 12, 15));
    assertThat(slots(dated).amount()).contains(Money.fen(200_000));
    assertThat(slots(dated).date()).contains(FRIDAY);
    Said restOnly = Said.that("剩下的周五还").share("剩下的", Value.ShareOf.REST, "1").day("周五", FRIDAY);
    assertThat(slots(restOnly).date()).contains(FRIDAY);
  }

  @Test
  void sharesBecomeSums() {
    assertThat(slots(Said.that("先还一半").share("一半", Value.ShareOf.OVERDUE, "0.5")).amount())
        .contains(Money.fen(164_025));
    assertThat(slots(Said.that("还最低").share("最低", Value.ShareOf.MINIMUM, "1")).amount())
        .contains(Money.fen(32_805));
    assertThat(slots(Said.that("全部结清").share("全部", Value.ShareOf.BALANCE, "1")).amount())
        .contains(Money.fen(1_328_050));
  }

  @Test
  void otherCurrenciesAndNothingAreNoSum() {
    Value dollars = new Value.Sum(new Money(100, java.util.Currency.getInstance("USD")));
    assertThat(slots(Said.that("100 dollars").names("100", dollars)).amount()).isEmpty();
    assertThat(slots(Said.that("还0元").sum("0元", 0)).amount()).isEmpty();
  }

  @Test
  void aBareNumberAnswersTheQuestionThatWasAsked() {
    assertThat(slots(Said.that("两千吧").number("两千", "2000"), "ask_amount").amount())
        .contains(Money.fen(200_000));
    assertThat(slots(Said.that("五百").number("五百", "500"), "ask_ability").ability())
        .contains(Money.fen(50_000));
    assertThat(slots(Said.that("28").number("28", "28"), "ask_when").date())
        .contains(LocalDate.of(2026, 11, 28));
    assertThat(slots(Said.that("5").number("5", "5"), "ask_when").date())
        .contains(LocalDate.of(2026, 12, 5));
    assertThat(slots(Said.that("2000").number("2000", "2000")).amount()).isEmpty();
    assertThat(slots(Said.that("1e30").number("1e30", "1e30"), "ask_amount").amount()).isPresent();
  }

  @Test
  void aMonthlySumIsWhatTheyCanManage() {
    assertThat(slots(Said.that("我一个月能还五百").sum("五百", 500)).ability()).contains(Money.fen(50_000));
    assertThat(slots(Said.that("每月五百").sum("五百", 500)).ability()).contains(Money.fen(50_000));
    assertThat(slots(Said.that("I can do 500 a month").sum("500", 500)).ability())
        .contains(Money.fen(50_000));
  }

  /** January, next month and a month's delay are no monthly sums. */
  @Test
  void notEveryMonthMakesASumMonthly() {
    for (String text :
        new String[] {
          "我一月还五百",
          "十一月还五百",
          "下一个月还五百",
          "给我一个月，还五百",
          "一个月后还五百",
          "500 in a month",
          "give me a month, then 500"
        }) {
      Said said =
          text.contains("500") ? Said.that(text).sum("500", 500) : Said.that(text).sum("五百", 500);
      Slots slots = slots(said);
      assertThat(slots.amount()).as(text).contains(Money.fen(50_000));
      assertThat(slots.ability()).as(text).isEmpty();
    }
  }

  @Test
  void longStretchesStayVagueAndShortOnesEnd() {
    Slots december = vagueDecember();
    assertThat(december.vague()).contains(new Slots.Stretch(DECEMBER, LocalDate.of(2026, 12, 31)));
    assertThat(december.date()).isEmpty();
    Said three = Said.that("这三天").range("这三天", TODAY, TODAY.plusDays(2));
    assertThat(slots(three).date()).contains(TODAY.plusDays(2));
    Said tenDays = Said.that("月初").range("月初", DECEMBER, DECEMBER.plusDays(9));
    assertThat(slots(tenDays).date()).contains(DECEMBER.plusDays(9));
    Said nextWeek = Said.that("下周").range("下周", TODAY.plusDays(7), TODAY.plusDays(13));
    assertThat(fill(Slots.empty(), nextWeek, NOTHING_ASKED).fresh())
        .containsExactly(Condition.VAGUE_DATE);
  }

  @Test
  void aDayEndsWhatWasVague() {
    SlotFilling.Filled filled =
        fill(
            vagueDecember(),
            Said.that("12月8日").day("12月8日", DECEMBER.plusDays(7)),
            "ask_which_day");
    assertThat(filled.slots().date()).contains(DECEMBER.plusDays(7));
    assertThat(filled.slots().vague()).isEmpty();
  }

  /** "下个月" - which day? - "28号": of December, though November still has a 28th. */
  @Test
  void theDayOfAStretchIsLookedForInIt() {
    Slots byNumber =
        fill(vagueDecember(), Said.that("28").number("28", "28"), "ask_which_day").slots();
    assertThat(byNumber.date()).contains(LocalDate.of(2026, 12, 28));
    Slots byDay =
        fill(
                vagueDecember(),
                Said.that("28号").day("28号", LocalDate.of(2026, 11, 28)),
                "ask_which_day")
            .slots();
    assertThat(byDay.date()).contains(LocalDate.of(2026, 12, 28));
    Slots another =
        fill(
                vagueDecember(),
                Said.that("11月28号").day("11月28号", LocalDate.of(2026, 11, 28)),
                "ask_which_day")
            .slots();
    assertThat(another.date()).contains(LocalDate.of(2026, 11, 28));
  }

  @Test
  void theDayInThePastIsWhenTheyPaid() {
    Slots slots = slots(Said.that("上周五还了").day("上周五", TODAY.minusDays(3)));
    assertThat(slots.paidOn()).contains(TODAY.minusDays(3));
    assertThat(slots.date()).isEmpty();
  }

  @Test
  void moneyThatWillComeStandsForADay() {
    Said said =
        Said.that("下个月发工资就还").month("下个月", DECEMBER).names("发工资", new Value.PaymentEvent("salary"));
    SlotFilling.Filled filled = fill(Slots.empty(), said, NOTHING_ASKED);
    assertThat(filled.slots().payEvent()).isTrue();
    assertThat(filled.slots().monthsAhead()).isEqualTo(1);
    assertThat(filled.fresh()).contains(Condition.PAY_EVENT);
    Said dated =
        Said.that("周五发工资就还").day("周五", FRIDAY).names("发工资", new Value.PaymentEvent("salary"));
    assertThat(slots(dated).date()).contains(FRIDAY);
    assertThat(slots(dated).payEvent()).isFalse();
  }

  @Test
  void thePayDayIsADayOfEachMonth() {
    SlotFilling.Filled filled =
        fill(Slots.empty(), Said.that("10号").day("10号", LocalDate.of(2026, 12, 10)), "ask_pay_day");
    assertThat(filled.slots().payDay()).contains(10);
    assertThat(filled.slots().payEvent()).isTrue();
    assertThat(filled.slots().date()).isEmpty();
    assertThat(slots(Said.that("15").number("15", "15"), "ask_pay_day").payDay()).contains(15);
    assertThat(
            slots(Said.that("the 20th").names("20th", new Value.Ordinal(20)), "ask_pay_day")
                .payDay())
        .contains(20);
    Value monthly = new Value.Recurrence("FREQ=MONTHLY;BYMONTHDAY=8");
    assertThat(slots(Said.that("每月8号").names("每月8号", monthly), "ask_pay_day").payDay()).contains(8);
    assertThat(slots(Said.that("45").number("45", "45"), "ask_pay_day").payDay()).isEmpty();
  }

  @Test
  void aPayDayThatNamesItsMonthIsADate() {
    Said said = Said.that("下个月28号发").day("下个月28号", LocalDate.of(2026, 12, 28));
    SlotFilling.Filled filled = fill(Slots.empty(), said, "ask_pay_day");
    assertThat(filled.slots().date()).contains(LocalDate.of(2026, 12, 28));
    assertThat(filled.slots().payDay()).contains(28);
  }

  @Test
  void instalmentsAreCounted() {
    assertThat(slots(Said.that("分6期").names("6期", new Value.Instalments(6))).count()).contains(6);
    Said months =
        Said.that("分半年还")
            .means(Intent.REQUEST_INSTALMENT)
            .names("半年", new Value.Length(Period.ofMonths(6), Duration.ZERO));
    assertThat(slots(months).count()).contains(6);
  }

  @Test
  void aLengthOfTimeIsADayWhereMoreTimeIsAskedFor() {
    Value week = new Value.Length(Period.ofDays(7), Duration.ZERO);
    Said asked = Said.that("宽限7天").means(Intent.REQUEST_EXTENSION).names("7天", week);
    assertThat(slots(asked).date()).contains(TODAY.plusDays(7));
    assertThat(slots(Said.that("病了7天").names("7天", week)).date()).isEmpty();
  }

  private static java.util.Optional<ZonedDateTime> callback(Said said) {
    return SlotFilling.fill(
            Slots.empty(),
            said.understood(),
            "ask_callback",
            true,
            Samples.dossier(),
            Samples.LOCAL_NOW)
        .slots()
        .callback();
  }

  @Test
  void callbacksLieAhead() {
    ZonedDateTime now = Samples.LOCAL_NOW;
    assertThat(callback(Said.that("三点").time("三点", LocalTime.of(15, 0))))
        .contains(now.withHour(15));
    assertThat(callback(Said.that("九点").time("九点", LocalTime.of(9, 0))))
        .contains(now.withHour(9).plusDays(1));
    assertThat(callback(Said.that("周五").day("周五", FRIDAY)))
        .contains(FRIDAY.atTime(10, 0).atZone(Samples.SHANGHAI));
    assertThat(
            callback(
                Said.that("两小时后")
                    .names("两小时后", new Value.Length(Period.ZERO, Duration.ofHours(2)))))
        .contains(now.plusHours(2));
    assertThat(callback(Said.that("刚才").moment("刚才", now.minusMinutes(5)))).isEmpty();
    assertThat(
            callback(
                Said.that("上午九点，不，十一点")
                    .moment("上午九点", now.withHour(9))
                    .time("十一点", LocalTime.of(11, 0))))
        .contains(now.withHour(11));
    assertThat(
            callback(
                Said.that("下午")
                    .names(
                        "下午",
                        new Value.DateTimeRange(now.withHour(12), now.withHour(18), Grain.HOUR))))
        .contains(now.withHour(12));
  }

  @Test
  void anHourThatIsPastIsTheOtherOneOfTodayAndElseOfTomorrow() {
    ZonedDateTime now = Samples.LOCAL_NOW;
    Value morning = new Value.Time(LocalTime.of(8, 0), Grain.HOUR);
    Value evening = new Value.Time(LocalTime.of(20, 0), Grain.HOUR);
    assertThat(callback(Said.that("at 8").names("8", morning, evening)))
        .contains(now.withHour(20).withMinute(0));
    assertThat(callback(Said.that("at 8").names("8", morning)))
        .contains(now.withHour(8).withMinute(0).plusDays(1));
    assertThat(
            callback(
                Said.that("today at 8")
                    .names(
                        "today at 8",
                        new Value.DateTime(now.withHour(8), Grain.HOUR),
                        new Value.DateTime(now.withHour(20), Grain.HOUR))))
        .contains(now.withHour(20));
    assertThat(
            callback(
                Said.that("tomorrow at 8")
                    .names(
                        "tomorrow at 8",
                        new Value.DateTime(now.plusDays(1).withHour(8), Grain.HOUR),
                        new Value.DateTime(now.plusDays(1).withHour(20), Grain.HOUR))))
        .contains(now.plusDays(1).withHour(8));
  }

  /** Who names an hour for a call has not promised to pay then. */
  @Test
  void aCallbackIsNoPromise() {
    Slots slots =
        SlotFilling.fill(
                Slots.empty(),
                Said.that("周五再打").day("周五", FRIDAY).understood(),
                "ask_callback",
                true,
                Samples.dossier(),
                Samples.LOCAL_NOW)
            .slots();
    assertThat(slots.date()).isEmpty();
    assertThat(slots.callback()).isPresent();
  }
}
