package io.heyue.sim.law.check;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.sim.law.check.Objection.Grade;
import io.heyue.sim.law.world.Asked;
import io.heyue.sim.law.world.Deed;
import io.heyue.sim.law.world.Happening.Assent;
import io.heyue.sim.law.world.Log;
import io.heyue.sim.law.world.World.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A contact as a clause looks at it, on the person's clock. Confined to one judgment. */
final class Scene {
  /** GB/T 45251-2025 is in force from this day. */
  static final long STANDARD = LocalDate.of(2025, 2, 28).toEpochDay();

  /** The bankers' association's guideline is in force from this day. */
  static final long GUIDELINE = LocalDate.of(2026, 1, 30).toEpochDay();

  /** Of the European Union's members those in which anybody lives here. */
  private static final Set<String> UNION = Set.of("DE", "FR", "IE");

  private final Asked asked;
  private final Instant at;
  private final Log log;
  private final Statutes statutes;
  private final ZoneId zone;
  private final long today;
  private final int second;

  Scene(Asked asked, Instant at, Log log, Statutes statutes) {
    this.asked = asked;
    this.at = at;
    this.log = log;
    this.statutes = statutes;
    ZoneId known = asked.who().zone();
    this.zone = known == null ? ZoneOffset.UTC : known;
    this.today = Days.day(at, zone);
    this.second = Days.second(at, zone);
  }

  Asked asked() {
    return asked;
  }

  Instant at() {
    return at;
  }

  long today() {
    return today;
  }

  int second() {
    return second;
  }

  long day(Instant other) {
    return Days.day(other, zone);
  }

  Statutes statutes() {
    return statutes;
  }

  int value(Quantity of, int base) {
    return statutes.value(of, base, today);
  }

  Channel channel() {
    return asked.channel();
  }

  boolean calls() {
    return asked.channel() == Channel.CALL;
  }

  boolean is(Purpose... any) {
    return List.of(any).contains(asked.purpose());
  }

  /** Whether we begin, rather than answer. */
  boolean begins() {
    return asked.purpose() != Purpose.REPLY;
  }

  /** Whether we ask for something, rather than answer or confirm. */
  boolean approaches() {
    return is(Purpose.OUTREACH, Purpose.LOCATE);
  }

  boolean since(long first) {
    return today >= first;
  }

  /** Whether the law of a country has a say: it is that of the lender's seat or of the person. */
  boolean under(String country) {
    return within(asked.seat().place(), country) || within(asked.who().place(), country);
  }

  static boolean within(@Nullable String place, String country) {
    return place != null
        && (place.equals(country)
            || place.startsWith(country + "-")
            || (country.equals("EU") && UNION.contains(place)));
  }

  /** Whether whoever makes the contact collects for others. */
  boolean collectsForOthers() {
    Asked.Seat seat = asked.seat();
    return seat.agency() != null
        || seat.licence() == null
        || seat.licence() == Licence.AGENCY
        || seat.licence() == Licence.ASSIGNEE;
  }

  boolean agreed(Assent to) {
    Asked.Assents assents = asked.assents();
    return assents != null && assents.given().contains(to) && !assents.withdrawn().contains(to);
  }

  boolean flagged(Set<String> any) {
    return asked.who().flags().stream().anyMatch(any::contains);
  }

  /** The same of what nobody decided on: that somebody may be contacted in spite of one thing. */
  boolean undecided(Predicate<String> any) {
    Set<String> decided = asked.who().decided();
    return asked.who().flags().stream().anyMatch(flag -> any.test(flag) && !decided.contains(flag));
  }

  /** Contacts about the person, this one apart. */
  List<Deed> about() {
    return others(log.about(asked.person()));
  }

  /** Contacts at the number, this one apart. */
  List<Deed> atNumber() {
    return others(log.at(asked.point().number()));
  }

  private List<Deed> others(List<Deed> deeds) {
    return deeds.stream().filter(deed -> deed.key() < 0 || deed.key() != asked.key()).toList();
  }

  /** Whether a relation is one of those who owe. */
  static boolean owes(@Nullable Relation relation) {
    return relation == Relation.SELF || relation == Relation.GUARANTOR;
  }

  static Optional<Objection> no() {
    return Optional.empty();
  }

  static Optional<Objection> law(String clause, String article, String words) {
    return Optional.of(new Objection(clause, article, Grade.LAW, words));
  }

  static Optional<Objection> ours(String clause, String words) {
    return Optional.of(new Objection(clause, "our default", Grade.OURS, words));
  }

  static Optional<Objection> leeway(String clause, String words) {
    return Optional.of(new Objection(clause, "our default", Grade.LEEWAY, words));
  }
}
