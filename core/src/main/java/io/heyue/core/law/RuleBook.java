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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** The timelines of the places that are named somewhere, so that they needn't be looked up. */
  private final Map<String, List<Timeline>> chains;

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
    Set<String> named = new LinkedHashSet<>(byPlace.keySet());
    named.addAll(places.aliases().keySet());
    places.unions().values().forEach(named::addAll);
    this.chains = new HashMap<>();
    named.forEach(place -> chains.put(place, chain(place)));
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
    return opinion(facts).findings();
  }

  /**
   * What the rules say of a contact.
   *
   * @param findings what they have against it; empty where it is lawful
   * @param asked those that have a say in it, whatever they said
   * @param hoursEnd when the hours in which it is lawful end, if they do; the earliest end
   */
  public record Opinion(List<Finding> findings, List<Rule> asked, Optional<Instant> hoursEnd) {}

  /** What all rules together say of a contact; see {@link #judge}. */
  public Opinion opinion(ContactFacts facts) {
    Moment moment = new Moment(facts);
    List<Finding> findings = new ArrayList<>();
    List<Rule> asked = new ArrayList<>(32);
    Instant end = null;
    for (Slice slice : slices(moment)) {
      for (Rule rule : slice.contact()) {
        if (!rule.scope().covers(facts)) {
          continue;
        }
        asked.add(rule);
        ContactLaw.judge(rule, moment).ifPresent(findings::add);
        if (rule.form() instanceof RuleForm.ContactWindow) {
          Instant ends = ContactLaw.hoursEnd(rule, moment).orElse(null);
          end = ends == null || (end != null && end.isBefore(ends)) ? end : ends;
        }
      }
    }
    return new Opinion(findings, asked, Optional.ofNullable(end));
  }

  /**
   * What the rules would have against a contact later, where nothing stands against it now but what
   * waiting may end: the others have changed only if the law has.
   *
   * @param now as it was judged
   * @param later the same contact at a later time
   */
  public List<Finding> later(ContactFacts now, ContactFacts later) {
    Moment moment = new Moment(later);
    List<Slice> slices = slices(moment);
    boolean sameLaw = slices.equals(slices(new Moment(now)));
    List<Finding> findings = new ArrayList<>();
    for (Slice slice : slices) {
      for (Rule rule : sameLaw ? slice.timed() : slice.contact()) {
        if (rule.scope().covers(later)) {
          ContactLaw.judge(rule, moment).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  /** The rules that have a say in a contact, whatever they said. */
  public List<Rule> asked(ContactFacts facts) {
    return opinion(facts).asked();
  }

  /** The values of the lender's policy that don't count. */
  public List<LenderPolicy.Ignored> ignored(ContactFacts facts) {
    return facts.policy().ignored(asked(facts));
  }

  /**
   * The next midnight on the person's clock from which on other rules about contacts hold; empty
   * where none is known of.
   */
  public Optional<Instant> changes(ContactFacts facts) {
    Moment moment = new Moment(facts);
    String seat = facts.lender().place();
    String place = facts.person().place();
    long next = next(seat == null ? Places.EVERYWHERE : seat, moment.today());
    if (place != null && !place.equals(seat)) {
      next = Math.min(next, next(place, moment.today()));
    }
    return next == Long.MAX_VALUE ? Optional.empty() : Optional.of(moment.begin(next));
  }

  private long next(String place, LocalDate day) {
    List<Timeline> known = chains.get(place);
    long next = Long.MAX_VALUE;
    for (Timeline timeline : known == null ? chain(place) : known) {
      next = Math.min(next, timeline.next(day));
    }
    return next;
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
    Timeline everywhere = timelines.get(Places.EVERYWHERE);
    List<Timeline> known = chains.get(place);
    for (Timeline timeline : known == null ? chain(place) : known) {
      if (!timeline.equals(everywhere) && !timeline.on(day).all().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is law for every place that a contact is under, on its day. */
  public boolean knows(ContactFacts facts) {
    LocalDate day = new Moment(facts).today();
    String seat = facts.lender().place();
    String place = facts.person().place();
    return (seat == null || knows(seat, day))
        && (place == null || place.equals(seat) || knows(place, day));
  }

  /** The places whose law a contact is under. */
  public static Set<String> places(ContactFacts facts) {
    return Stream.of(facts.lender().place(), facts.person().place())
        .filter(place -> place != null && !place.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Slice> slices(Moment moment) {
    String seat = moment.facts().lender().place();
    String place = moment.facts().person().place();
    List<Slice> slices = new ArrayList<>(4);
    add(seat == null ? Places.EVERYWHERE : seat, moment.today(), slices);
    if (place != null && !place.equals(seat)) {
      add(place, moment.today(), slices);
    }
    return slices;
  }

  private void add(String place, LocalDate day, List<Slice> slices) {
    List<Timeline> known = chains.get(place);
    for (Timeline timeline : known == null ? chain(place) : known) {
      Slice slice = timeline.on(day);
      if (!slice.contact().isEmpty() && !slices.contains(slice)) {
        slices.add(slice);
      }
    }
  }

  private List<Timeline> chain(String place) {
    return places.chain(place).stream().map(timelines::get).filter(Objects::nonNull).toList();
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
