package io.heyue.brain.book;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Relation;
import io.heyue.core.law.RuleForm;
import java.math.BigDecimal;
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
    ContactForms.into(forms);
    WordForms.into(forms);
    StandingForms.into(forms);
    return forms;
  }

  static <E> Set<E> set(Entry values, String key, Words<E> words) {
    return new LinkedHashSet<>(values.needList(key, words::read));
  }

  static List<Pattern> patterns(Entry values) {
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
