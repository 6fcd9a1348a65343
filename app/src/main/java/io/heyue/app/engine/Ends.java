package io.heyue.app.engine;

import io.heyue.core.audit.Canonical;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PermitId;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.store.cases.Cases;
import io.heyue.store.conversations.Talk;
import io.heyue.store.ledger.Entry;
import io.heyue.store.outbox.Given;
import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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

  /** Notes ends, those of one letter in the order given, as the last thing of a transaction. */
  void note(Sql sql, List<End> ends, Instant now) {
    List<Entry> entries = new ArrayList<>();
    List<End> lost = new ArrayList<>();
    for (End end : ends) {
      boolean came = end.result() == Result.UNDELIVERED && came(sql, end.letter());
      if (end.result().lost() && !came) {
        lost.add(end);
      }
      entries.add(entry(end, came, now));
    }
    if (!lost.isEmpty()) {
      free(sql, lost, now);
      tell(sql, lost, now);
    }
    rooms.ledger().append(sql, entries);
  }

  /** The cases learn of it. */
  private void tell(Sql sql, List<End> lost, Instant now) {
    Map<CaseId, List<CaseEvent>> events = new LinkedHashMap<>();
    for (End end : lost) {
      Given letter = end.letter();
      events
          .computeIfAbsent(letter.matter(), _ -> new ArrayList<>())
          .add(new CaseEvent.ContactFailed(now, letter.permit(), letter.channel(), end.reason()));
    }
    Map<CaseId, Case> cases = rooms.cases().list(sql, events.keySet());
    var _ =
        rooms
            .cases()
            .append(
                sql,
                events.entrySet().stream()
                    .flatMap(each ->
                        Stream.ofNullable(cases.get(each.getKey()))
                            .map(matter -> new Cases.Change(matter, each.getValue())))
                    .toList());
  }

  /**
   * What of the budget is free again. A letter that was called back before anybody handed it over
   * was never sent, and counts for nothing; all others stay attempts, which reached nobody.
   */
  private void free(Sql sql, List<End> lost, Instant now) {
    List<PermitId> missed = new ArrayList<>();
    for (End end : lost) {
      PermitId permit = end.letter().permit();
      boolean unused =
          switch (end.result()) {
            case RECALLED -> rooms.budget().release(sql, permit, now);
            case EXPIRED -> rooms.budget().expire(sql, permit, now);
            case SENT, UNKNOWN, DELIVERED, UNDELIVERED, FAILED, CHANGED -> false;
          };
      if (!unused) {
        missed.add(permit);
      }
    }
    rooms.budget().miss(sql, missed, now);
  }

  /**
   * Whether somebody came by the link of a letter, whatever its carrier says of it: then it did
   * reach them. A letter that only continues a conversation bears no link.
   */
  private boolean came(Sql sql, Given letter) {
    // A call bears none, so that nothing need be looked up of most that reach nobody.
    return letter
        .conversation()
        .filter(_ -> letter.channel() != Channel.CALL)
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
