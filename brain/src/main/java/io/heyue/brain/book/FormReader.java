package io.heyue.brain.book;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Relation;
import io.heyue.core.law.RuleForm;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the values of a rule into the form that the rule names. */
final class FormReader {
  static final Words<Channel> CHANNEL = Words.of("channel", Channel.values());
  static final Words<HoldKind> HOLD = Words.of("hold", HoldKind.values());
  static final Words<NumberSource> SOURCE = Words.of("source of a number", NumberSource.values());
  static final Words<Relation> RELATION = Words.of("relation", Relation.values());
  private static final Words<RuleForm.Count> COUNT = Words.of("count", RuleForm.Count.values());
  private static final Words<RuleForm.Per> PER = Words.of("sum", RuleForm.Per.values());
  private static final Words<RuleForm.Duty> DUTY = Words.of("duty", RuleForm.Duty.values());
  private static final Words<RuleForm.Statement> STATEMENT =
      Words.of("statement", RuleForm.Statement.values());

  /** The forms by the words by which files name them; their sealed interface lists the same. */
  static final Words<Function<Entry, RuleForm>> FORMS = new Words<>("form", forms());

  private FormReader() {}

  /** The form that {@code rule} names, with its values; empty where either is wrong. */
  static Optional<RuleForm> read(Entry rule) {
    Optional<Function<Entry, RuleForm>> form =
        rule.need("form", item -> Optional.of(FORMS.read(item)), Optional.empty());
    if (form.isEmpty()) {
      rule.has("values");
      return Optional.empty();
    }
    return rule.need(
        "values",
        item -> {
          Entry values = item.entry();
          RuleForm read = form.get().apply(values);
          values.end();
          return Optional.of(read);
        },
        Optional.empty());
  }

  private static Map<String, Function<Entry, RuleForm>> forms() {
    Map<String, Function<Entry, RuleForm>> forms = new LinkedHashMap<>();
    forms.put("contact_window", FormReader::window);
    forms.put("frequency_cap", FormReader::cap);
    forms.put("hold_bar", v -> new RuleForm.HoldBar(set(v, "holds", HOLD)));
    forms.put(
        "consent_needed",
        v -> new RuleForm.ConsentNeeded(v.need("silence_is_consent", Item::flag, false)));
    forms.put("lawful_source", v -> new RuleForm.LawfulSource(set(v, "sources", SOURCE)));
    forms.put("addressee", v -> new RuleForm.Addressee(set(v, "relations", RELATION)));
    forms.put("disclosure", v -> new RuleForm.Disclosure(set(v, "duties", DUTY)));
    forms.put(
        "forbidden_words",
        v -> new RuleForm.ForbiddenWords(v.need("category", Item::text, ""), patterns(v)));
    forms.put("right_party_first", v -> new RuleForm.RightPartyFirst(patterns(v)));
    forms.put(
        "fact_gate",
        v ->
            new RuleForm.FactGate(
                v.need("statement", STATEMENT::read, RuleForm.Statement.LAWSUIT), patterns(v)));
    forms.put(
        "limitation_gate",
        v -> new RuleForm.LimitationGate(v.need("limitation", Item::period, Period.ZERO)));
    forms.put("assignment_gate", _ -> new RuleForm.AssignmentGate());
    forms.put(
        "price_cap",
        v ->
            new RuleForm.PriceCap(
                v.need("most", FormReader::rate, new Rate(BigDecimal.ZERO)),
                v.need("relief_only", Item::flag, true)));
    forms.put(
        "plan_bound", v -> new RuleForm.PlanBound(v.need("instalments", FormReader::positive, 1)));
    return forms;
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
    return new RuleForm.FrequencyCap(
        values.need("count", COUNT::read, RuleForm.Count.ATTEMPTS),
        values.need("per", PER::read, RuleForm.Per.PERSON),
        values.need("most", FormReader::notNegative, 0),
        values.need("days", FormReader::span, 1),
        values.set("counted", CHANNEL::read));
  }

  /** Contacts are remembered for a month, so no cap may count over more. */
  private static int span(Item item) {
    int days = positive(item);
    if (days > RuleForm.FrequencyCap.MOST_DAYS) {
      throw item.unreadable(
          "The cap counts over "
              + days
              + " days; contacts are remembered for "
              + RuleForm.FrequencyCap.MOST_DAYS
              + ". Maybe a digit too many.");
    }
    return days;
  }

  private static <E> Set<E> set(Entry values, String key, Words<E> words) {
    return new LinkedHashSet<>(values.needList(key, words::read));
  }

  private static List<Pattern> patterns(Entry values) {
    return values.needList("patterns", Item::pattern);
  }

  static Rate rate(Item item) {
    BigDecimal perYear = item.decimal();
    if (perYear.signum() < 0) {
      throw item.unreadable(
          "A rate is " + perYear + "; it must be 0 or more. Maybe a sign too many.");
    }
    if (perYear.compareTo(BigDecimal.TEN) > 0) {
      throw item.unreadable(
          "A rate is " + perYear + " a year; 24 % is 0.24. Maybe it is meant in per cent.");
    }
    return new Rate(perYear);
  }

  static int positive(Item item) {
    return bounded(item, 1);
  }

  static int notNegative(Item item) {
    return bounded(item, 0);
  }

  private static int bounded(Item item, int least) {
    int number = item.number();
    if (number < least) {
      throw item.unreadable(
          "The number is "
              + number
              + "; it must be at least "
              + least
              + ". Maybe a sign too many.");
    }
    return number;
  }
}
