package io.heyue.core.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All rules of all places, over all time. Immutable and thread-safe.
 *
 * <p>What is asked is answered as of a given day: yesterday's contact is judged by yesterday's
 * rule. Between the lender's seat and the person's place the stricter wins, because both are asked.
 *
 * @param version hash of the files that it was read from
 */
public record RuleBook(String version, List<Rule> rules) {
  public RuleBook {
    rules = List.copyOf(rules);
  }

  /**
   * What all rules together have against a contact; empty where it is lawful.
   *
   * <p>Where no rule of one of the places is known at all, nothing is lawful: see {@link
   * #knows(ContactFacts)}.
   */
  public List<Finding> judge(ContactFacts facts) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : inForce(day(facts), places(facts))) {
      if (rule.scope().covers(facts)) {
        ContactLaw.judge(rule, facts).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** The rules that were asked about a contact, whatever they said. */
  public List<RuleId> asked(ContactFacts facts) {
    return inForce(day(facts), places(facts)).stream()
        .filter(rule -> rule.scope().covers(facts))
        .map(Rule::id)
        .sorted()
        .toList();
  }

  /** When the hours in which a contact is lawful end, if they do; the earliest end counts. */
  public Optional<Instant> hoursEnd(ContactFacts facts) {
    return inForce(day(facts), places(facts)).stream()
        .filter(rule -> rule.scope().covers(facts))
        .flatMap(rule -> ContactLaw.hoursEnd(rule, facts).stream())
        .min(Instant::compareTo);
  }

  /** The rules in force on {@code day} in one of {@code places}. */
  public List<Rule> inForce(LocalDate day, Set<String> places) {
    return rules.stream()
        .filter(rule -> places.stream().anyMatch(place -> rule.inForce(day, place)))
        .toList();
  }

  /** The rules of one form that are in force, with their forms. */
  public <F extends RuleForm> List<Applied<F>> applied(
      Class<F> form, LocalDate day, Set<String> places) {
    return inForce(day, places).stream()
        .filter(rule -> form.isInstance(rule.form()))
        .map(rule -> new Applied<>(rule, form.cast(rule.form())))
        .toList();
  }

  public Optional<Rule> find(String id) {
    return rules.stream().filter(rule -> rule.id().id().equals(id)).findFirst();
  }

  /** Whether there is law for {@code place} on {@code day}. */
  public boolean knows(String place, LocalDate day) {
    return rules.stream().anyMatch(rule -> rule.inForce(day, place));
  }

  /** Whether there is law for every place that a contact is under, on its day. */
  public boolean knows(ContactFacts facts) {
    return places(facts).stream().allMatch(place -> knows(place, day(facts)));
  }

  /** The places whose law a contact is under. */
  public static Set<String> places(ContactFacts facts) {
    Set<String> places = new TreeSet<>();
    Stream.of(facts.lenderPlace(), facts.personPlace())
        .filter(place -> place != null && !place.isEmpty())
        .forEach(places::add);
    return places;
  }

  private static LocalDate day(ContactFacts facts) {
    return LocalDate.ofInstant(facts.at(), facts.zone() == null ? ZoneOffset.UTC : facts.zone());
  }

  /** A rule together with its form. */
  public record Applied<F extends RuleForm>(Rule rule, F form) {}
}
