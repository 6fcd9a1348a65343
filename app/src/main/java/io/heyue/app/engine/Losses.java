package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.store.conversations.Talk;
import io.heyue.store.outbox.Given;
import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What becomes of a contact whose message reached nobody. */
final class Losses {
  private final Rooms rooms;

  Losses(Rooms rooms) {
    this.rooms = rooms;
  }

  /** A letter that reached nobody, and why. */
  record Lost(Given letter, String reason) {}

  /** The cases learn of it, and the contacts no longer count as ones that reached somebody. */
  void take(Sql sql, List<Lost> all, Instant now) {
    // In the same order everywhere, so that two transactions can't wait for each other.
    all.stream()
        .sorted(Comparator.comparing(lost -> lost.letter().matter().value()))
        .forEach(lost -> take(sql, lost, now));
  }

  private void take(Sql sql, Lost lost, Instant now) {
    Given letter = lost.letter();
    rooms.budget().settle(sql, letter.permit(), Optional.of(false), now);
    Optional<Case> matter = rooms.cases().find(sql, letter.matter());
    if (matter.isPresent()) {
      CaseEvent event =
          new CaseEvent.ContactFailed(now, letter.permit(), letter.channel(), lost.reason());
      var _ = rooms.cases().append(sql, matter.get(), List.of(event));
    }
  }

  /**
   * Whether somebody came by the link of a letter, whatever its carrier says of it: then it did
   * reach them.
   */
  boolean cameAllTheSame(Sql sql, Given letter) {
    return letter
        .conversation()
        .flatMap(id -> rooms.conversations().find(sql, id))
        .filter(talk -> talk.channel() == Channel.CHAT)
        .flatMap(Talk::begunAt)
        .isPresent();
  }
}
