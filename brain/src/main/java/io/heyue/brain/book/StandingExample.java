package io.heyue.brain.book;

import io.heyue.core.base.Licence;
import io.heyue.core.base.Rate;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.StandingForm;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads examples of rules that have no say in contacts or words. */
final class StandingExample {
  private final SampleCase sample;
  private final LocalDate day;

  StandingExample(SampleCase sample, LocalDate day) {
    this.sample = sample;
    this.day = day;
  }

  Example read(StandingForm form, Entry entry, boolean permitted) {
    return switch (form) {
      case StandingForm.PlanBound _ -> {
        int count = entry.need("instalments", FormReader::positive, 2);
        yield new Example(entry.line(), permitted, rule -> sample.planRefused(rule, count));
      }
      case StandingForm.Deadline deadline -> {
        Period after = entry.need("answered_after", Item::period, Period.ZERO);
        LocalDate due =
            deadline.due(
                day,
                entry.find("complex", Item::flag).orElse(false),
                entry.find("approved", Item::flag).orElse(false));
        yield decided(entry, permitted, day.plus(after).isAfter(due));
      }
      case StandingForm.Retention retention -> retention(retention, entry, permitted);
      case StandingForm.Preconditions conditions -> conditions(conditions, entry, permitted);
      case StandingForm.ProhibitedActs acts ->
          decided(
              entry, permitted, acts.acts().contains(entry.need("act", StandingForms::word, "")));
      case StandingForm.Standard standard ->
          decided(
              entry,
              permitted,
              standard
                  .binds()
                  .contains(entry.need("licence", StandingForms.LICENCE::read, Licence.OTHER)));
      case StandingForm.ExcludedInputs excluded ->
          decided(
              entry,
              permitted,
              excluded.traits().contains(entry.need("input", StandingForms::word, "")));
      case StandingForm.Abandonment abandonment ->
          decided(
              entry,
              permitted,
              abandonment.exceeded(
                  entry.need("answered", FormReader::notNegative, 0),
                  entry.need("abandoned", FormReader::notNegative, 0)));
      case StandingForm.OptOutWords words ->
          decided(
              entry,
              permitted,
              words.isStop(
                  entry.need("text", Item::text, ""),
                  entry.find("asked", Item::flag).orElse(false)));
      case StandingForm.AgreedTime agreed ->
          decided(
              entry,
              permitted,
              entry.need("apart", Item::duration, Duration.ZERO).compareTo(agreed.within()) > 0);
      case StandingForm.Answering answering ->
          decided(
              entry,
              permitted,
              !answering.answers(
                  entry.need("after", Item::duration, Duration.ZERO),
                  entry.need("answered", FormReader::notNegative, 0)));
    };
  }

  private Example retention(StandingForm.Retention form, Entry entry, boolean permitted) {
    Optional<Period> gone = entry.find("deleted_after", Item::period);
    Optional<Period> kept = entry.find("kept_for", Item::period);
    if (gone.isPresent() == kept.isPresent()) {
      entry.flaw("deleted_after", "Say 'deleted_after' or 'kept_for'. Maybe deleted_after: P1Y.");
    }
    boolean refused =
        gone.map(period -> !form.mayGo(day, day.plus(period))).orElse(false)
            || kept.map(period -> form.mustGo(day, day.plus(period))).orElse(false);
    return decided(entry, permitted, refused);
  }

  private Example conditions(StandingForm.Preconditions form, Entry entry, boolean permitted) {
    String act = entry.need("act", StandingForms::word, "");
    Set<String> shown = entry.set("shown", StandingForms::word);
    LocalDate since = day.minus(entry.find("ago", Item::period).orElse(Period.ZERO));
    Map<String, LocalDate> all = shown.stream().collect(Collectors.toMap(each -> each, _ -> since));
    return decided(
        entry, permitted, form.acts().contains(act) && !form.lacking(all, day).isEmpty());
  }

  /** An example of a price: what a factor or a whole price comes to. */
  static Example price(Entry entry, boolean permitted, RuleForm.PriceCap cap) {
    BigDecimal factor = entry.find("factor", Item::decimal).orElse(BigDecimal.ONE);
    Rate rate = entry.find("rate", FormReader::rate).orElse(new Rate(BigDecimal.ZERO));
    boolean refused =
        (cap.reliefOnly() && factor.compareTo(BigDecimal.ONE) > 0)
            || cap.cap(entry.find("contract", Item::date))
                .filter(most -> rate.compareTo(most) > 0)
                .isPresent();
    return decided(entry, permitted, refused);
  }

  private static Example decided(Entry entry, boolean permitted, boolean refused) {
    return new Example(entry.line(), permitted, _ -> refused);
  }
}
