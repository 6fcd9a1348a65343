package io.heyue.core.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Rate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StandingFormTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

  @Test
  void aDeadlineGrowsWhereItIsComplexAndOnceItIsApproved() {
    StandingForm.Deadline deadline =
        new StandingForm.Deadline(
            "complaint",
            Period.ofDays(15),
            Optional.of(Period.ofDays(30)),
            Optional.of(Period.ofDays(30)));
    assertThat(deadline.due(DAY, false, false)).isEqualTo("2026-02-15");
    assertThat(deadline.due(DAY, true, false)).isEqualTo("2026-03-02");
    assertThat(deadline.due(DAY, true, true)).isEqualTo("2026-04-01");
    StandingForm.Deadline plain =
        new StandingForm.Deadline(
            "objection", Period.ofDays(20), Optional.empty(), Optional.empty());
    assertThat(plain.due(DAY, true, true)).isEqualTo("2026-02-20");
  }

  @Test
  void whatIsKeptMayGoAndMustGoToTheDay() {
    StandingForm.Retention both =
        new StandingForm.Retention(
            "recording", Optional.of(Period.ofYears(2)), Optional.of(Period.ofYears(5)));
    assertThat(both.mayGo(DAY, LocalDate.of(2028, 1, 30))).isFalse();
    assertThat(both.mayGo(DAY, LocalDate.of(2028, 1, 31))).isTrue();
    assertThat(both.mustGo(DAY, LocalDate.of(2031, 1, 31))).isFalse();
    assertThat(both.mustGo(DAY, LocalDate.of(2031, 2, 1))).isTrue();
    StandingForm.Retention neither =
        new StandingForm.Retention("note", Optional.empty(), Optional.empty());
    assertThat(neither.mayGo(DAY, DAY)).isTrue();
    assertThat(neither.mustGo(DAY, DAY.plusYears(99))).isFalse();
  }

  @Test
  void whatWasShownGrowsOld() {
    StandingForm.Preconditions yearly =
        new StandingForm.Preconditions(
            Set.of("place"), Set.of("listed", "inspected"), Optional.of(Period.ofYears(1)));
    Map<String, LocalDate> shown = Map.of("listed", DAY, "inspected", DAY.minusYears(1));
    assertThat(yearly.lacking(shown, DAY)).isEmpty();
    assertThat(yearly.lacking(shown, DAY.plusDays(1))).containsExactly("inspected");
    assertThat(yearly.lacking(Map.of(), DAY)).containsExactly("inspected", "listed");
    StandingForm.Preconditions once =
        new StandingForm.Preconditions(Set.of("place"), Set.of("listed"), Optional.empty());
    assertThat(once.lacking(Map.of("listed", DAY), DAY.plusYears(50))).isEmpty();
  }

  @Test
  void aShareIsFullBeforeItIsExceeded() {
    StandingForm.Abandonment three =
        new StandingForm.Abandonment(
            Duration.ofSeconds(2), new BigDecimal("0.03"), Period.ofDays(30), Duration.ofDays(3));
    assertThat(three.exceeded(100, 3)).isFalse();
    assertThat(three.exceeded(100, 4)).isTrue();
    assertThat(three.exceeded(0, 0)).isFalse();
    assertThat(three.full(99, 2)).isFalse();
    assertThat(three.full(98, 2)).as("3 of 99 are more than three in a hundred").isTrue();
    assertThat(three.full(0, 0)).isTrue();
  }

  @Test
  void aPriceIsCappedByANumberOrAMultipleOfTheRateOfItsDay() {
    TreeMap<LocalDate, Rate> lpr = new TreeMap<>();
    lpr.put(LocalDate.of(2024, 7, 22), Rate.parse("0.0335"));
    lpr.put(LocalDate.of(2024, 10, 21), Rate.parse("0.031"));
    RuleForm.PriceCap four =
        new RuleForm.PriceCap(
            Optional.empty(),
            Optional.of(new BigDecimal("4")),
            lpr,
            Optional.of(LocalDate.of(2020, 8, 20)),
            true);
    assertThat(four.cap(Optional.of(LocalDate.of(2024, 10, 20)))).contains(Rate.parse("0.1340"));
    assertThat(four.cap(Optional.of(LocalDate.of(2024, 10, 21)))).contains(Rate.parse("0.124"));
    assertThat(four.cap(Optional.of(LocalDate.of(2024, 7, 21))))
        .as("no rate of that day is known")
        .isEmpty();
    assertThat(four.cap(Optional.of(LocalDate.of(2020, 8, 19)))).as("before it held").isEmpty();
    assertThat(four.cap(Optional.empty())).as("the latest").contains(Rate.parse("0.124"));
    RuleForm.PriceCap fixed = new RuleForm.PriceCap(Rate.parse("0.24"), true);
    assertThat(fixed.cap(Optional.empty())).contains(Rate.parse("0.24"));
    RuleForm.PriceCap lower =
        new RuleForm.PriceCap(
            Optional.of(Rate.parse("0.1")),
            Optional.of(new BigDecimal("4")),
            lpr,
            Optional.empty(),
            true);
    assertThat(lower.cap(Optional.empty())).as("the lower of two").contains(Rate.parse("0.1"));
  }
}
