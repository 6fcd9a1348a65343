package io.heyue.app.engine;

import io.heyue.core.audit.Canonical;
import io.heyue.store.ledger.Entry;
import io.heyue.store.postgres.Sql;
import io.heyue.store.setbacks.PutAside;
import io.heyue.store.setbacks.Setback;
import io.heyue.store.setbacks.Setback.State;
import io.heyue.store.setbacks.Setbacks.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/**
 * Work that failed and was put aside: somebody looks at it, has it tried again, or says that it is
 * not to be done. Each stands in the ledger with who did it. Thread-safe.
 */
public final class Mending {
  private final Rooms rooms;
  private final PutAside aside;
  private final InstantSource clock;

  Mending(Rooms rooms, PutAside aside, InstantSource clock) {
    this.rooms = rooms;
    this.aside = aside;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Answer {
    /** It was done; this is how the item stands. */
    record Done(Setback setback) implements Answer {}

    /** It stands otherwise. */
    record NotNow(String why) implements Answer {}
  }

  /** What somebody did, for the ledger. */
  private record Deed(
      String by, String what, Kind kind, String item, int tries, String failure, String reason) {}

  /** A page, ordered by id. */
  public List<Setback> page(
      Optional<State> state, Optional<Kind> kind, Optional<UUID> after, int limit) {
    return rooms.transactor().get(sql -> aside.page(sql, state, kind, after, limit));
  }

  /**
   * Has one tried again with the next beat. One that was given up gets one more try; where it fails
   * again it is given up again.
   *
   * @throws NoSuchElementException if there is none
   */
  public Answer retry(UUID id, String by) {
    Instant now = clock.instant();
    return rooms
        .transactor()
        .get(sql -> {
          Setback before = lock(sql, id);
          aside.retry(sql, id, now);
          return done(sql, before, by, "setback retried", "", now);
        });
  }

  /**
   * Says that one which was given up is not to be done.
   *
   * @throws NoSuchElementException if there is none
   */
  public Answer dismiss(UUID id, String by, String reason) {
    Instant now = clock.instant();
    return rooms
        .transactor()
        .get(sql -> {
          Setback before = lock(sql, id);
          if (before.state() != State.GIVEN_UP) {
            return new Answer.NotNow("It is " + before.state().id() + ", not given up.");
          }
          if (before.kind().comesAgain()) {
            return new Answer.NotNow(
                "What comes next would be lost with it. Mend what fails and try it again.");
          }
          aside.dismiss(sql, id, by, reason, now);
          if (before.kind() == Kind.CAMPAIGN_ITEM) {
            rooms.campaigns().drop(sql, before.item(), "dismissed");
          }
          return done(sql, before, by, "setback dismissed", reason, now);
        });
  }

  private Setback lock(Sql sql, UUID id) {
    return aside.lock(sql, id).orElseThrow(Mending::none);
  }

  private Answer done(Sql sql, Setback before, String by, String what, String reason, Instant now) {
    Deed deed =
        new Deed(by, what, before.kind(), before.item(), before.tries(), before.reason(), reason);
    rooms
        .ledger()
        .append(
            sql,
            List.of(
                new Entry(
                    Entry.Kind.JOB,
                    now,
                    before.id(),
                    Optional.empty(),
                    aside.matter(sql, before),
                    Optional.empty(),
                    Canonical.text(deed))));
    return new Answer.Done(aside.lock(sql, before.id()).orElseThrow(Mending::none));
  }

  private static NoSuchElementException none() {
    return new NoSuchElementException("There is no such setback.");
  }
}
