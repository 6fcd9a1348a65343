package io.heyue.app.engine;

import io.heyue.core.audit.Canonical;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PermitId;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.store.conversations.Talk;
import io.heyue.store.ledger.Entry;
import io.heyue.store.outbox.Given;
import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What became of letters, and what follows: for the case, for the budget, for the ledger. */
final class Ends {
  private final Rooms rooms;

  Ends(Rooms rooms) {
    this.rooms = rooms;
  }

  /** How a letter ended, as far as is known. */
  enum Result {
    /** The carrier took it. */
    SENT,
    /** The carrier may have taken it. */
    UNKNOWN,
    DELIVERED,
    /** The carrier could not deliver it. */
    UNDELIVERED,
    /** The carrier did not take it. */
    FAILED,
    EXPIRED,
    RECALLED,
    /** Its row is not what we wrote. */
    CHANGED;

    /** Whether it reached nobody. */
    boolean lost() {
      return switch (this) {
        case SENT, UNKNOWN, DELIVERED -> false;
        case UNDELIVERED, FAILED, EXPIRED, RECALLED, CHANGED -> true;
      };
    }
  }

  /** The end of one letter. */
  record End(Given letter, Result result, String reason) {}

  /** For the ledger. */
  private record Delivery(
      UUID letter,
      PermitId permit,
      Channel channel,
      Result result,
      boolean reached,
      String reason,
      Instant at) {}

  /** Notes ends, as the last thing of a transaction. */
  void note(Sql sql, List<End> ends, Instant now) {
    List<Entry> entries = new ArrayList<>();
    // In the same order everywhere, so that two transactions can't wait for each other.
    ends.stream()
        .sorted(Comparator.comparing(end -> end.letter().matter().value()))
        .forEach(end -> {
          boolean came = end.result() == Result.UNDELIVERED && came(sql, end.letter());
          if (end.result().lost() && !came) {
            lost(sql, end, now);
          }
          entries.add(entry(end, came, now));
        });
    rooms.ledger().append(sql, entries);
  }

  /** The case and the budget learn of it. */
  private void lost(Sql sql, End end, Instant now) {
    Given letter = end.letter();
    free(sql, end, now);
    Optional<Case> matter = rooms.cases().find(sql, letter.matter());
    if (matter.isPresent()) {
      CaseEvent event =
          new CaseEvent.ContactFailed(now, letter.permit(), letter.channel(), end.reason());
      var _ = rooms.cases().append(sql, matter.get(), List.of(event));
    }
  }

  /**
   * What of the budget is free again. A letter that was called back before anybody handed it over
   * was never sent, and counts for nothing; all others stay attempts, which reached nobody.
   */
  private void free(Sql sql, End end, Instant now) {
    PermitId permit = end.letter().permit();
    boolean unused =
        switch (end.result()) {
          case RECALLED -> rooms.budget().release(sql, permit, now);
          case EXPIRED -> rooms.budget().expire(sql, permit, now);
          case SENT, UNKNOWN, DELIVERED, UNDELIVERED, FAILED, CHANGED -> false;
        };
    if (!unused) {
      rooms.budget().settle(sql, permit, Optional.of(false), now);
    }
  }

  /**
   * Whether somebody came by the link of a letter, whatever its carrier says of it: then it did
   * reach them. A letter that only continues a conversation bears no link.
   */
  private boolean came(Sql sql, Given letter) {
    return letter
        .conversation()
        .flatMap(id -> rooms.conversations().find(sql, id))
        .filter(talk -> talk.channel() == Channel.CHAT)
        .filter(talk -> talk.permit().equals(Optional.of(letter.permit())))
        .flatMap(Talk::begunAt)
        .isPresent();
  }

  private static Entry entry(End end, boolean came, Instant now) {
    Given letter = end.letter();
    return new Entry(
        Entry.Kind.DELIVERY,
        now,
        letter.conversation().map(ConversationId::value).orElse(letter.matter().value()),
        letter.conversation(),
        Optional.of(letter.matter()),
        Optional.of(letter.permit()),
        Canonical.text(
            new Delivery(
                letter.id(),
                letter.permit(),
                letter.channel(),
                end.result(),
                came || !end.result().lost(),
                end.reason(),
                now)));
  }
}
