package io.heyue.brain.book;

import io.heyue.core.base.Licence;
import io.heyue.core.base.Rate;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.StandingForm;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the forms of rules about prices, plans, deadlines and what else a lender does. */
final class StandingForms {
  static final Words<Licence> LICENCE = Words.of("licence", Licence.values());

  private StandingForms() {}

  static void into(Map<String, Function<Entry, RuleForm>> forms) {
    forms.put("price_cap", StandingForms::price);
    forms.put(
        "plan_bound",
        v -> new StandingForm.PlanBound(v.need("instalments", FormReader::positive, 1)));
    forms.put(
        "deadline",
        v ->
            new StandingForm.Deadline(
                v.need("of", StandingForms::word, ""),
                v.need("within", Item::period, Period.ZERO),
                v.find("extended", Item::period),
                v.find("special", Item::period)));
    forms.put("retention", StandingForms::retention);
    forms.put(
        "preconditions",
        v ->
            new StandingForm.Preconditions(
                words(v, "acts"),
                words(v, "needs"),
                v.find("within", Item::period),
                v.find("after", Item::period)));
    forms.put("prohibited_acts", v -> new StandingForm.ProhibitedActs(words(v, "acts")));
    forms.put("standard", v -> new StandingForm.Standard(FormReader.set(v, "binds", LICENCE)));
    forms.put("excluded_inputs", v -> new StandingForm.ExcludedInputs(words(v, "traits")));
    forms.put(
        "abandonment",
        v ->
            new StandingForm.Abandonment(
                v.need("within", Item::duration, Duration.ZERO),
                v.need("share", StandingForms::share, BigDecimal.ZERO),
                v.need("over", Item::period, Period.ZERO),
                v.need("cooling", Item::duration, Duration.ZERO)));
    forms.put(
        "opt_out_words",
        v ->
            new StandingForm.OptOutWords(
                new LinkedHashSet<>(v.needList("words", StandingForms::bare)),
                v.set("unasked", StandingForms::bare)));
    forms.put(
        "agreed_time",
        v -> new StandingForm.AgreedTime(v.need("within", Item::duration, Duration.ZERO)));
    forms.put(
        "answering",
        v ->
            new StandingForm.Answering(
                v.need("within", Item::duration, Duration.ZERO),
                v.need("most", FormReader::positive, 1)));
  }

  private static RuleForm price(Entry values) {
    Optional<Rate> most = values.find("most", FormReader::rate);
    Optional<BigDecimal> times = values.find("lpr_times", StandingForms::times);
    NavigableMap<LocalDate, Rate> lpr =
        values.find("lpr", StandingForms::lpr).orElse(new TreeMap<>());
    if (times.isPresent() == lpr.isEmpty()) {
      values.flaw(
          "lpr_times",
          "'lpr_times' and 'lpr', the rate by the day from which on it stood, belong together."
              + " Maybe one was forgotten.");
    }
    return new RuleForm.PriceCap(
        most,
        times,
        lpr,
        values.find("since", Item::date),
        values.need("relief_only", Item::flag, true));
  }

  private static BigDecimal times(Item item) {
    BigDecimal times = item.decimal();
    if (times.signum() < 0 || times.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw item.unreadable(
          "The multiple is " + times + "; it must be from 0 to 100. Maybe a sign too many.");
    }
    return times;
  }

  private static NavigableMap<LocalDate, Rate> lpr(Item item) {
    NavigableMap<LocalDate, Rate> lpr = new TreeMap<>();
    item.entry().each((day, rate) -> lpr.put(day(day, rate), FormReader.rate(rate)));
    return lpr;
  }

  private static LocalDate day(String day, Item item) {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw item.unreadable("'" + day + "' is no day. Maybe \"2024-10-21\", in quotes.");
    }
  }

  private static RuleForm retention(Entry values) {
    Optional<Period> least = values.find("at_least", Item::period);
    Optional<Period> most = values.find("at_most", Item::period);
    if (least.isEmpty() && most.isEmpty()) {
      values.flaw("of", "Neither 'at_least' nor 'at_most' is said. Maybe at_least: P3Y.");
    }
    return new StandingForm.Retention(values.need("of", StandingForms::word, ""), least, most);
  }

  private static BigDecimal share(Item item) {
    BigDecimal share = item.decimal();
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw item.unreadable(
          "A share is " + share + "; 3 % is 0.03. Maybe it is meant in per cent.");
    }
    return share;
  }

  private static Set<String> words(Entry values, String key) {
    return new LinkedHashSet<>(values.needList(key, StandingForms::word));
  }

  /** A word as it is looked up, so that none is written that could never be found. */
  private static String bare(Item item) {
    String word = item.text();
    String bare = StandingForm.OptOutWords.bare(word);
    if (bare.isEmpty() || !bare.equals(word)) {
      throw item.unreadable(
          "'" + word + "' is never found. Maybe '" + bare + "', in small letters, without spaces.");
    }
    return word;
  }

  static String word(Item item) {
    String word = item.text();
    if (!word.matches("[a-z][a-z0-9_]*")) {
      throw item.unreadable("'" + word + "' is no word. Maybe small letters and underscores.");
    }
    return word;
  }
}
