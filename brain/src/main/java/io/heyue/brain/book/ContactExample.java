package io.heyue.brain.book;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Licence;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  ContactExample(String place, ZoneId zone, LocalDate day, Scope scope) {
    this.place = place;
    this.zone = zone;
    this.day = day;
    this.scope = scope;
  }

  Example read(Entry entry, boolean permitted) {
    ContactFacts facts = facts(entry);
    return new Example(
        entry.line(),
        permitted,
        rule -> !new RuleBook("example", List.of(rule)).judge(facts).isEmpty());
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
        place,
        entry.find("place", Item::text).orElse(place),
        entry.saysNothing("zone") ? null : clock,
        usual(scope.licences(), Licence.BANK),
        entry.find("product", Item::text).orElseGet(() -> usual(scope.products(), "消费贷")),
        known(entry, "relation", FormReader.RELATION::read, Relation.SELF),
        NUMBER,
        known(entry, "source", FormReader.SOURCE::read, NumberSource.CONTRACT),
        known(entry, "consent", Item::flag, null),
        entry.find("agreed_hours", Item::flag).orElse(false),
        entry.set("holds", FormReader.HOLD::read),
        known(entry, "assigned", Item::flag, false),
        known(entry, "assignment_notice", Item::date, null),
        entry.saysNothing("history")
            ? null
            : entry.list("history", item -> trace(item, at, channel)));
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
  private static <T extends Comparable<? super T>> T usual(Set<T> applies, T usual) {
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
