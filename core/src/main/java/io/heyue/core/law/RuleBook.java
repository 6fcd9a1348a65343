package io.heyue.core.law;

import io.heyue.core.law.Timeline.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All rules of all places, over all time. Immutable and thread-safe.
 *
 * <p>What is asked is answered as of a given day: yesterday's contact is judged by yesterday's
 * rule. Between the lender's seat and the person's place the stricter wins, because both are asked;
 * so do the rules of a country and of its parts. What a day costs depends on the rules of the
 * places that are asked, not on how many places the book knows.
 */
public final class RuleBook {
  private final String version;
  private final List<Rule> rules;
  private final Places places;
  private final Map<String, Timeline> timelines;

  /** A book whose places have one name each and no unions. */
  public RuleBook(String version, List<Rule> rules) {
    this(version, rules, Places.PLAIN);
  }

  /**
   * A book.
   *
   * @param version hash of the files that it was read from
   */
  public RuleBook(String version, List<Rule> rules, Places places) {
    this.version = version;
    this.rules = List.copyOf(rules);
    this.places = places;
    Map<String, List<Rule>> byPlace =
        rules.stream().collect(Collectors.groupingBy(rule -> places.name(rule.place())));
    this.timelines = new HashMap<>();
    byPlace.forEach((place, of) -> timelines.put(place, new Timeline(of)));
  }

  public String version() {
    return version;
  }

  public List<Rule> rules() {
    return rules;
  }

  public Places places() {
    return places;
  }

  /**
   * What all rules together have against a contact; empty where it is lawful.
   *
   * <p>Where no rule of one of the places is known at all, nothing is lawful: see {@link
   * #knows(ContactFacts)}.
   */
  public List<Finding> judge(ContactFacts facts) {
    Moment moment = new Moment(facts);
    List<Finding> findings = new ArrayList<>();
    for (Slice slice : slices(moment)) {
      for (Rule rule : slice.contact()) {
        if (rule.scope().covers(facts)) {
          ContactLaw.judge(rule, moment).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  /** The rules that have a say in a contact, whatever they said. */
  public List<Rule> asked(ContactFacts facts) {
    List<Rule> asked = new ArrayList<>();
    for (Slice slice : slices(new Moment(facts))) {
      for (Rule rule : slice.contact()) {
        if (rule.scope().covers(facts)) {
          asked.add(rule);
        }
      }
    }
    return asked;
  }

  /** The values of the lender's policy that don't count. */
  public List<LenderPolicy.Ignored> ignored(ContactFacts facts) {
    return facts.policy().ignored(asked(facts));
  }

  /** When the hours in which a contact is lawful end, if they do; the earliest end counts. */
  public Optional<Instant> hoursEnd(ContactFacts facts) {
    Moment moment = new Moment(facts);
    Instant earliest = null;
    for (Slice slice : slices(moment)) {
      for (Rule rule : slice.contact()) {
        if (rule.form() instanceof RuleForm.ContactWindow && rule.scope().covers(facts)) {
          Instant end = ContactLaw.hoursEnd(rule, moment).orElse(null);
          earliest = end == null || (earliest != null && earliest.isBefore(end)) ? earliest : end;
        }
      }
    }
    return Optional.ofNullable(earliest);
  }

  /** The rules in force on {@code day} in one of {@code places}, and everywhere. */
  public List<Rule> inForce(LocalDate day, Collection<String> at) {
    return chain(at).stream().flatMap(place -> slice(place, day).all().stream()).toList();
  }

  /** The rules of one form that are in force, with their forms. */
  public <F extends RuleForm> List<Applied<F>> applied(
      Class<F> form, LocalDate day, Set<String> at) {
    return inForce(day, at).stream()
        .filter(rule -> form.isInstance(rule.form()))
        .map(rule -> new Applied<>(rule, form.cast(rule.form())))
        .toList();
  }

  /** The latest version of a rule. */
  public Optional<Rule> find(String id) {
    return rules.stream()
        .filter(rule -> rule.id().id().equals(id))
        .max((one, other) -> one.id().compareTo(other.id()));
  }

  /** A rule in one version. */
  public Optional<Rule> find(RuleId id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** Whether there is law for {@code place} on {@code day}, beyond what holds everywhere. */
  public boolean knows(String place, LocalDate day) {
    return places.chain(place).stream()
        .anyMatch(each -> !each.equals(Places.EVERYWHERE) && !slice(each, day).all().isEmpty());
  }

  /** Whether there is law for every place that a contact is under, on its day. */
  public boolean knows(ContactFacts facts) {
    LocalDate day = new Moment(facts).today();
    return places(facts).stream().allMatch(place -> knows(place, day));
  }

  /** The places whose law a contact is under. */
  public static Set<String> places(ContactFacts facts) {
    return Stream.of(facts.lender().place(), facts.person().place())
        .filter(place -> place != null && !place.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Slice> slices(Moment moment) {
    LocalDate day = moment.today();
    String seat = moment.facts().lender().place();
    String place = moment.facts().person().place();
    List<Slice> slices = new ArrayList<>(4);
    for (String each : chain(seat, place)) {
      Slice slice = slice(each, day);
      if (!slice.contact().isEmpty()) {
        slices.add(slice);
      }
    }
    return slices;
  }

  private Collection<String> chain(@Nullable String seat, @Nullable String place) {
    if (seat == null || seat.equals(place)) {
      return place == null ? List.of(Places.EVERYWHERE) : places.chain(place);
    }
    return place == null ? places.chain(seat) : chain(List.of(seat, place));
  }

  private Collection<String> chain(Collection<String> at) {
    Set<String> chain = new LinkedHashSet<>();
    at.forEach(place -> chain.addAll(places.chain(place)));
    return chain;
  }

  private Slice slice(String place, LocalDate day) {
    Timeline timeline = timelines.get(place);
    return timeline == null ? Slice.EMPTY : timeline.on(day);
  }

  /** A rule together with its form. */
  public record Applied<F extends RuleForm>(Rule rule, F form) {}
}
