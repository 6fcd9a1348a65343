package io.heyue.store.budget;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Relation;
import io.heyue.core.budget.Counter;
import io.heyue.core.budget.PermitState;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.store.postgres.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of what is known of a person's contacts.
 *
 * @param id of the permit or refusal; empty for a contact that somebody else made
 * @param state empty for a refusal and for a contact that somebody else made
 * @param refused whether it is a refusal, which was no contact
 * @param expiresAt of a permit
 */
record Past(
    Optional<UUID> id,
    UUID person,
    Trace trace,
    Optional<PermitState> state,
    boolean refused,
    Optional<Instant> expiresAt) {
  private static final String REFUSED = "refused";

  static Past of(Row row) {
    Optional<String> state = row.findText("state");
    boolean refused = state.filter(REFUSED::equals).isPresent();
    String channel = row.text("channel");
    Optional<PermitState> known = refused ? Optional.empty() : state.map(Past::state);
    Trace trace =
        new Trace(
            row.instant("at"),
            Channel.find(channel)
                .orElseThrow(
                    () -> new IllegalStateException("There is no channel " + channel + ".")),
            row.text("number"),
            row.findTruth("effective").orElse(null),
            true,
            row.findText("relation").map(Past::relation).orElse(null),
            true);
    return new Past(
        row.findUuid("id"),
        row.uuid("person_id"),
        known.filter(is -> is == PermitState.EXPIRED).isPresent() ? trace.neverMade() : trace,
        known,
        refused,
        row.findInstant("expires_at"));
  }

  private static Relation relation(String id) {
    return Relation.find(id)
        .orElseThrow(() -> new IllegalStateException("There is no relation " + id + "."));
  }

  static PermitState state(String id) {
    return PermitState.find(id)
        .orElseThrow(() -> new IllegalStateException("There is no state " + id + "."));
  }

  /** Whether it counts for anything. */
  boolean counts() {
    return !refused
        && state
            .map(is -> is.counts(Counter.ATTEMPTS) || is.counts(Counter.EFFECTIVE))
            .orElse(true);
  }

  /** Whether nobody used it while it lasted. */
  boolean isOver(Instant now) {
    return state.filter(is -> is == PermitState.RESERVED).isPresent()
        && expiresAt.filter(end -> !end.isAfter(now)).isPresent();
  }

  /** The same, expired. */
  Past expired() {
    return new Past(
        id, person, trace.neverMade(), Optional.of(PermitState.EXPIRED), refused, expiresAt);
  }
}
