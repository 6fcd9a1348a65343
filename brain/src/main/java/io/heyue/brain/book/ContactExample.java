package io.heyue.brain.book;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Licence;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.core.law.ConsentKind;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.ContactFacts.Consents;
import io.heyue.core.law.ContactFacts.Notice;
import io.heyue.core.law.LenderPolicy;
import io.heyue.core.law.Places;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads examples of contacts; where nothing else is said, a contact that every rule permits. */
final class ContactExample {
  private static final String NUMBER = "number-1";

  private final String place;
  private final ZoneId zone;
  private final LocalDate day;
  private final Scope scope;
  private final Places places;

  ContactExample(String place, ZoneId zone, LocalDate day, Scope scope, Places places) {
    this.place = place;
    this.zone = zone;
    this.day = day;
    this.scope = scope;
    this.places = places;
  }

  Example read(Entry entry, boolean permitted) {
    ContactFacts facts = facts(entry);
    return new Example(entry.line(), permitted, rule -> refuses(rule, facts));
  }

  /** Whether the rule has something against it, wherever it may hold. */
  private boolean refuses(Rule rule, ContactFacts facts) {
    return !new RuleBook("example", List.of(rule), places).judge(facts).isEmpty();
  }

  private ContactFacts facts(Entry entry) {
    LocalTime time = entry.find("at", Item::time).orElse(LocalTime.NOON);
    LocalDate on = entry.find("day", Item::date).orElse(day);
    ZoneId clock = entry.saysNothing("zone") ? zone : entry.find("zone", Item::zone).orElse(zone);
    Instant at = on.atTime(time).atZone(clock).toInstant();
    Channel channel = entry.find("channel", FormReader.CHANNEL::read).orElseGet(this::usualChannel);
    return new ContactFacts(
        at,
        channel,
        entry.find("purpose", LawReader.PURPOSE::read).orElseGet(this::usualPurpose),
        new ContactFacts.Seat(
            known(entry, "seat", Item::text, place),
            known(entry, "licence", LawReader.LICENCE::read, usual(scope.licences(), Licence.BANK)),
            entry.find("agency", Item::text)),
        new ContactFacts.Addressee(
            known(entry, "place", Item::text, place),
            entry.saysNothing("zone") ? null : clock,
            known(entry, "relation", FormReader.RELATION::read, Relation.SELF),
            entry.has("flags") ? entry.set("flags", ContactForms::flag) : scope.flags(),
            entry.set("decided", ContactForms::flag)),
        new ContactFacts.Point(
            entry.find("number", Item::text).orElse(NUMBER),
            known(entry, "source", FormReader.SOURCE::read, NumberSource.CONTRACT)),
        debt(entry),
        consents(entry, channel),
        entry.saysNothing("holds") ? null : entry.set("holds", FormReader.HOLD::read),
        entry.saysNothing("history")
            ? null
            : entry.list("history", item -> trace(item, at, channel)),
        entry.find("policy", ContactExample::policy).orElse(LenderPolicy.NONE));
  }

  private ContactFacts.Debt debt(Entry entry) {
    Map<Notice, LocalDate> notices = new EnumMap<>(Notice.class);
    entry
        .find("assignment_notice", Item::date)
        .ifPresent(told -> notices.put(Notice.ASSIGNMENT, told));
    entry
        .find("placement_notice", Item::date)
        .ifPresent(told -> notices.put(Notice.PLACEMENT, told));
    return new ContactFacts.Debt(
        "debt-1",
        known(entry, "product", Item::text, usual(scope.products(), "消费贷")),
        known(entry, "last_demand", Item::date, day.minusDays(30)),
        known(entry, "assigned", Item::flag, false),
        notices,
        entry.find("price", FormReader::rate),
        entry.find("contract", Item::date));
  }

  private static @Nullable Consents consents(Entry entry, Channel channel) {
    if (entry.saysNothing("consents")) {
      return null;
    }
    boolean hours = entry.find("agreed_hours", Item::flag).orElse(false);
    Consents said = Consents.to(channel, known(entry, "consent", Item::flag, null), hours);
    Set<ConsentKind> given = new HashSet<>(said.given());
    given.addAll(entry.set("consents", ContactForms.CONSENT::read));
    Set<ConsentKind> withdrawn = new HashSet<>(said.withdrawn());
    withdrawn.addAll(entry.set("withdrawn", ContactForms.CONSENT::read));
    return new Consents(given, withdrawn);
  }

  private static LenderPolicy policy(Item item) {
    Entry entry = item.entry();
    LenderPolicy policy =
        new LenderPolicy(
            most(entry, "attempts_per_day"),
            most(entry, "effective_per_day"),
            most(entry, "effective_per_week"),
            entry.find("signed", Item::flag).orElse(false));
    entry.end();
    return policy;
  }

  private static OptionalInt most(Entry entry, String key) {
    return entry
        .find(key, FormReader::notNegative)
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  private static ContactFacts.Trace trace(Item item, Instant at, Channel usual) {
    Entry entry = item.entry();
    ContactFacts.Trace trace =
        new ContactFacts.Trace(
            at.minus(entry.need("ago", Item::duration, java.time.Duration.ZERO)),
            entry.find("channel", FormReader.CHANNEL::read).orElse(usual),
            entry.find("number", Item::text).orElse(NUMBER),
            known(entry, "effective", Item::flag, null));
    entry.end();
    return trace;
  }

  private Channel usualChannel() {
    return usual(scope.channels(), Channel.CALL);
  }

  private Purpose usualPurpose() {
    return usual(scope.purposes(), Purpose.OUTREACH);
  }

  /** A value under which the rule applies at all. */
  static <T extends Comparable<? super T>> T usual(Set<T> applies, T usual) {
    return applies.isEmpty() || applies.contains(usual)
        ? usual
        : applies.stream().min(Comparator.naturalOrder()).orElse(usual);
  }

  /** A fact that may be unknown: null where the file says so or nothing stands there by default. */
  private static <T> @Nullable T known(
      Entry entry, String key, Function<Item, T> reader, @Nullable T usual) {
    if (entry.saysNothing(key)) {
      return null;
    }
    Optional<T> read = entry.find(key, reader);
    return read.isPresent() ? read.get() : usual;
  }
}
