package io.heyue.brain.book;

import io.heyue.core.law.ConsentKind;
import io.heyue.core.law.ContactFacts.Notice;
import io.heyue.core.law.CountSpan;
import io.heyue.core.law.Fact;
import io.heyue.core.law.LenderPolicy;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleForm.FrequencyCap;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the forms of rules about contacts. */
final class ContactForms {
  static final Words<ConsentKind> CONSENT =
      Words.by("consent", ConsentKind.values(), ConsentKind::id);
  static final Words<RuleForm.Count> COUNT = Words.of("count", RuleForm.Count.values());
  static final Words<RuleForm.Per> PER = Words.of("sum", RuleForm.Per.values());
  static final Words<LenderPolicy.Value> POLICY =
      Words.of("value of a policy", LenderPolicy.Value.values());
  static final Words<Fact> FACT = Words.by("fact", Fact.values(), Fact::id);
  static final Words<Notice> NOTICE = Words.of("notice", Notice.values());
  static final Words<RuleForm.Task> TASK = Words.of("task", RuleForm.Task.values());
  static final Words<RuleForm.Right> RIGHT = Words.of("right", RuleForm.Right.values());

  private ContactForms() {}

  static void into(Map<String, Function<Entry, RuleForm>> forms) {
    forms.put("contact_window", ContactForms::window);
    forms.put("frequency_cap", ContactForms::cap);
    forms.put(
        "cooling_off",
        v ->
            new RuleForm.CoolingOff(
                v.need("days", ContactForms::days, 1),
                v.set("channels", FormReader.CHANNEL::read)));
    forms.put(
        "hold_bar",
        v ->
            new RuleForm.HoldBar(
                FormReader.set(v, "holds", FormReader.HOLD),
                v.find("asking", Item::flag).orElse(false)));
    forms.put(
        "flag_bar",
        v ->
            new RuleForm.FlagBar(
                v.set("flags", ContactForms::flag),
                v.find("others", Item::flag).orElse(false),
                v.set("harmless", ContactForms::flag)));
    forms.put(
        "consent_needed",
        v ->
            new RuleForm.ConsentNeeded(
                v.find("to", CONSENT::read), v.need("silence_is_consent", Item::flag, false)));
    forms.put(
        "lawful_source",
        v -> new RuleForm.LawfulSource(FormReader.set(v, "sources", FormReader.SOURCE)));
    forms.put(
        "addressee",
        v -> new RuleForm.Addressee(FormReader.set(v, "relations", FormReader.RELATION)));
    forms.put("third_party", ContactForms::thirdParty);
    forms.put(
        "notice_gate", v -> new RuleForm.NoticeGate(v.need("of", NOTICE::read, Notice.ASSIGNMENT)));
    forms.put(
        "limitation_gate",
        v ->
            new RuleForm.LimitationGate(
                v.need("limitation", Item::period, Period.ZERO),
                v.find("contacts", Item::flag).orElse(false)));
    forms.put("required_facts", v -> new RuleForm.RequiredFacts(FormReader.set(v, "facts", FACT)));
    forms.put(
        "contact_duty",
        v ->
            new RuleForm.ContactDuty(
                FormReader.set(v, "tasks", TASK), v.find("by_person", Item::flag).orElse(false)));
    forms.put(
        "rights",
        v ->
            new RuleForm.Rights(
                FormReader.set(v, "rights", RIGHT), v.set("refusals", ContactForms::flag)));
  }

  private static RuleForm window(Entry values) {
    LocalTime from = values.need("from", Item::time, LocalTime.MIN);
    LocalTime to = values.need("to", Item::time, LocalTime.MAX);
    if (!from.isBefore(to)) {
      values.flaw(
          "to",
          "The window ends at " + to + ", not after " + from + ". Maybe the two are swapped.");
    }
    return new RuleForm.ContactWindow(from, to, values.need("agreed_hours", Item::flag, false));
  }

  private static RuleForm cap(Entry values) {
    int most = values.need("most", FormReader::notNegative, 0);
    return new FrequencyCap(
        values.need("count", COUNT::read, RuleForm.Count.ATTEMPTS),
        values.need("per", PER::read, RuleForm.Per.PERSON),
        most,
        span(values),
        values.set("counted", FormReader.CHANNEL::read),
        raise(values, most));
  }

  private static CountSpan span(Entry values) {
    Optional<Duration> rolling = values.find("rolling", ContactForms::rolling);
    if (rolling.isEmpty()) {
      return new CountSpan.Days(values.need("days", ContactForms::days, 1));
    }
    if (values.has("days")) {
      values.flaw("days", "A cap counts over days or rolling, not both. Maybe one is too many.");
    }
    return new CountSpan.Rolling(rolling.get());
  }

  private static Optional<LenderPolicy.Raise> raise(Entry values, int most) {
    Optional<LenderPolicy.Value> by = values.find("policy", POLICY::read);
    if (by.isEmpty()) {
      if (values.has("raise_to")) {
        values.flaw("raise_to", "No policy raises the number. Maybe 'policy' was forgotten.");
      }
      return Optional.empty();
    }
    int to = values.need("raise_to", FormReader::notNegative, most);
    if (to < most) {
      values.flaw(
          "raise_to",
          "A policy could raise the number to "
              + to
              + ", below the "
              + most
              + " that count without one. Maybe the two are swapped.");
    }
    return Optional.of(new LenderPolicy.Raise(by.get(), to));
  }

  private static RuleForm thirdParty(Entry values) {
    return new RuleForm.ThirdParty(
        FormReader.set(values, "relations", FormReader.RELATION),
        values.need("failed_dials", FormReader::positive, 1),
        values.need("unreachable_days", FormReader::positive, 1),
        values.set("proofs", ContactForms::flag),
        values.set("refusals", ContactForms::flag));
  }

  /** Contacts are remembered for a month, so no cap may count over more. */
  private static int days(Item item) {
    int days = FormReader.positive(item);
    if (days > FrequencyCap.MOST_DAYS) {
      throw tooLong(item, days + " days");
    }
    return days;
  }

  private static Duration rolling(Item item) {
    Duration length = item.duration();
    if (!length.isPositive() || length.compareTo(Duration.ofDays(FrequencyCap.MOST_DAYS)) > 0) {
      throw tooLong(item, length.toString());
    }
    return length;
  }

  private static Unreadable tooLong(Item item, String what) {
    return item.unreadable(
        "The cap counts over "
            + what
            + "; contacts are remembered for "
            + FrequencyCap.MOST_DAYS
            + ". Maybe a digit too many.");
  }

  /** A word for what somebody is said to be. */
  static String flag(Item item) {
    String flag = item.text();
    if (!flag.matches("[a-z][a-z0-9_]*")) {
      throw item.unreadable("'" + flag + "' is no flag. Maybe small letters: number_invalid.");
    }
    return flag;
  }
}
