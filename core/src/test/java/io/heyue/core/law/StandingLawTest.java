package io.heyue.core.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.samples.SampleLaw;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of several rules the strictest counts, and without any nothing is granted. */
class StandingLawTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private static StandingLaw law(Rule... rules) {
    RuleBook book = new RuleBook("test", Arrays.asList(rules));
    return StandingLaw.of(book, Set.of("CN"), DAY, _ -> true);
  }

  private static Rule rule(String id, RuleForm form) {
    return SampleLaw.rule(id, form);
  }

  private static StandingForm.Deadline complaint(int days) {
    return new StandingForm.Deadline(
        "complaint", Period.ofDays(days), Optional.of(Period.ofDays(99)), Optional.empty());
  }

  @Test
  void withoutARuleNothingIsGranted() {
    StandingLaw none = law();
    assertThat(none.agreedWithin()).isZero();
    assertThat(none.answers(Duration.ZERO, 0)).isFalse();
    assertThat(none.isStop("stop", false)).isFalse();
    assertThat(none.due("complaint", DAY, Period.ofDays(7)))
        .isEqualTo(new StandingLaw.Due(DAY.plusDays(7), List.of()));
  }

  @Test
  void theNarrowerBoundCounts() {
    StandingLaw law =
        law(
            rule("CN-A", new StandingForm.AgreedTime(Duration.ofHours(1))),
            rule("CN-B", new StandingForm.AgreedTime(Duration.ofMinutes(10))),
            rule("CN-C", new StandingForm.Answering(Duration.ofMinutes(30), 2)),
            rule("CN-D", new StandingForm.Answering(Duration.ofMinutes(20), 5)));
    assertThat(law.agreedWithin()).isEqualTo(Duration.ofMinutes(10));
    assertThat(law.answers(Duration.ofMinutes(19), 1)).isTrue();
    assertThat(law.answers(Duration.ofMinutes(20), 1)).isFalse();
    assertThat(law.answers(Duration.ofMinutes(19), 2)).isFalse();
  }

  @Test
  void anyRulesWordIsStop() {
    StandingLaw law =
        law(
            rule("CN-A", new StandingForm.OptOutWords(Set.of("退订"), Set.of("n"))),
            rule("CN-B", new StandingForm.OptOutWords(Set.of("quit"), Set.of())));
    assertThat(law.isStop("退 订。", true)).isTrue();
    assertThat(law.isStop("ＱＵＩＴ", true)).isTrue();
    assertThat(law.isStop("N", false)).isTrue();
    assertThat(law.isStop("N", true)).isFalse();
    assertThat(law.isStop("quit it", false)).isFalse();
  }

  @Test
  void theEarliestDayIsDueAndItsRulesAreNamed() {
    StandingLaw law =
        law(
            rule("CN-A", complaint(15)),
            rule("CN-B", complaint(20)),
            rule(
                "CN-C",
                new StandingForm.Deadline(
                    "objection", Period.ofDays(1), Optional.empty(), Optional.empty())));
    assertThat(law.due("complaint", DAY, Period.ofDays(30)))
        .isEqualTo(new StandingLaw.Due(DAY.plusDays(15), List.of(new RuleId("CN-A", 1))));
    assertThat(law.due("complaint", DAY, Period.ofDays(15)).rules())
        .containsExactly(new RuleId("CN-A", 1));
    assertThat(law.due("complaint", DAY, Period.ofDays(10)))
        .isEqualTo(new StandingLaw.Due(DAY.plusDays(10), List.of()));
  }

  @Test
  void everywhereAsksTheRulesOfAllPlacesThatAreInForce() {
    Rule here = rule("US-A", new StandingForm.OptOutWords(Set.of("quit"), Set.of()));
    RuleBook book = new RuleBook("test", List.of(here));
    assertThat(StandingLaw.everywhere(book, here.from()).isStop("quit", true)).isTrue();
    assertThat(StandingLaw.everywhere(book, here.from().minusDays(1)).isStop("quit", true))
        .isFalse();
  }

  @Test
  void anActThatWantsSomethingShownIsUnlawfulWithoutIt() {
    StandingLaw law =
        law(
            rule("CN-B", new StandingForm.ProhibitedActs(Set.of("threaten"))),
            rule(
                "CN-A",
                new StandingForm.Preconditions(
                    Set.of("recognise_emotion", "threaten"), Set.of("told"), Optional.empty())));
    assertThat(law.against("recognise_emotion")).extracting(RuleId::id).containsExactly("CN-A");
    assertThat(law.against("threaten")).extracting(RuleId::id).containsExactly("CN-A", "CN-B");
    assertThat(law.against("sing")).isEmpty();
  }
}
