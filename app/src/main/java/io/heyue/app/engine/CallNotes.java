package io.heyue.app.engine;

import io.heyue.core.audit.Canonical;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.dialogue.Keypad;
import io.heyue.store.conversations.Talk;
import io.heyue.store.ledger.Entry;
import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * What a conversation by telephone needs to know beside its turns, and leaves behind. Thread-safe.
 */
public final class CallNotes {
  private final Rooms rooms;
  private final Clerk clerk;
  private final Turns turns;
  private final InstantSource clock;

  CallNotes(Rooms rooms, Clerk clerk, Turns turns, InstantSource clock) {
    this.rooms = rooms;
    this.clerk = clerk;
    this.turns = turns;
    this.clock = clock;
  }

  /**
   * How many keys of a telephone answer what was asked last; 0 for as many as come up to a pause or
   * a #.
   */
  public int keys(ConversationId conversation) {
    return found(conversation, (talk, folder) -> Keypad.keys(turns.state(talk), folder.dossier()))
        .orElse(0);
  }

  /**
   * Whether the law wants each turn of ours in a call to begin with the rhythm that says that a
   * machine speaks.
   */
  public boolean cued(ConversationId conversation) {
    return found(
            conversation,
            (_, folder) ->
                !rooms
                    .guard()
                    .standing(folder.dossier(), clock.instant())
                    .audioCue(Channel.CALL)
                    .isEmpty())
        .orElse(false);
  }

  private <T> Optional<T> found(ConversationId conversation, BiFunction<Talk, Folder, T> question) {
    Instant now = clock.instant();
    return rooms
        .transactor()
        .get(sql ->
            rooms
                .conversations()
                .find(sql, conversation)
                .flatMap(talk ->
                    clerk
                        .find(sql, talk.matter(), now)
                        .map(folder -> question.apply(talk, folder))));
  }

  /** Notes in the ledger that a conversation by telephone was recorded. */
  public void recorded(ConversationId conversation, Recorded recording) {
    rooms
        .transactor()
        .run(sql ->
            note(sql, conversation, rooms.conversations().find(sql, conversation), recording));
  }

  /**
   * Notes a recording that was left behind by a process that ended before it could: it bears the id
   * of its conversation.
   *
   * @return whether the ledger knows of it now: not where there is no such conversation
   */
  public boolean left(Recorded recording) {
    ConversationId conversation = new ConversationId(recording.recording());
    return rooms
        .transactor()
        .get(sql -> {
          Optional<Talk> talk = rooms.conversations().find(sql, conversation);
          if (talk.isPresent() && rooms.ledger().recorded(sql, List.of(conversation)).isEmpty()) {
            note(sql, conversation, talk, recording);
          }
          return talk.isPresent();
        });
  }

  /** Those of some recordings, by their ids, of which the ledger does not know. */
  public Set<UUID> unknown(Collection<UUID> recordings) {
    Set<UUID> unknown = new HashSet<>(recordings);
    rooms
        .transactor()
        .<Set<ConversationId>>get(sql ->
            rooms.ledger().recorded(sql, recordings.stream().map(ConversationId::new).toList()))
        .forEach(known -> unknown.remove(known.value()));
    return unknown;
  }

  private void note(Sql sql, ConversationId conversation, Optional<Talk> talk, Recorded recording) {
    rooms
        .ledger()
        .append(
            sql,
            List.of(
                new Entry(
                    Entry.Kind.RECORDING,
                    clock.instant(),
                    conversation.value(),
                    Optional.of(conversation),
                    talk.map(Talk::matter),
                    talk.flatMap(Talk::permit),
                    Canonical.text(recording))));
  }

  /** Notes that only the first {@code characters} of a message of ours were heard. */
  public void heard(ConversationId conversation, long seq, int characters) {
    rooms.transactor().run(sql -> rooms.conversations().heard(sql, conversation, seq, characters));
  }
}
