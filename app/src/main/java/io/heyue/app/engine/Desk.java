package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.channel.Piece;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.store.conversations.Links;
import io.heyue.store.conversations.Message;
import io.heyue.store.conversations.Talk;
import io.heyue.store.postgres.Sql;
import io.heyue.store.setbacks.Setbacks.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where people are talked with. Thread-safe; each call is one transaction, tried anew at most three
 * times where two things happen in one conversation at once.
 */
public final class Desk {
  /** So long a browser that opened a link sees the conversation. */
  public static final Duration SESSION = Duration.ofHours(12);

  private static final Duration SILENCE = Duration.ofMinutes(10);
  private static final int AT_ONCE = 200;

  /** So long a carrier gives an id to no other message. */
  private static final Duration SAME_ID = Duration.ofDays(30);

  private final Rooms rooms;
  private final Clerk clerk;
  private final Turns turns;
  private final Texts texts;
  private final Workbench bench;
  private final InstantSource clock;
  private final Chance chance;
  private final Watches watches;
  private final Colleagues colleagues;

  Desk(
      Rooms rooms,
      Clerk clerk,
      Turns turns,
      Texts texts,
      Workbench bench,
      Watches watches,
      Colleagues colleagues,
      InstantSource clock,
      Chance chance) {
    this.rooms = rooms;
    this.clerk = clerk;
    this.turns = turns;
    this.texts = texts;
    this.bench = bench;
    this.watches = watches;
    this.colleagues = colleagues;
    this.clock = clock;
    this.chance = chance;
  }

  /**
   * A person opens the personal link: it is used up, the conversation begins, and we say the first
   * words.
   */
  public Opening open(String token) {
    return open(token, _ -> Optional.empty());
  }

  /**
   * The same in a browser that may have the {@code secret} of a session already. The browser that
   * used the link up comes back to its conversation; another one may use it only as long as the
   * first was never heard of again, because the answer to it was lost.
   */
  public Opening open(String token, Function<ConversationId, Optional<String>> secret) {
    Instant now = clock.instant();
    Opening opening =
        LostRace.retry(() -> rooms.transactor().get(sql -> open(sql, token, secret, now)));
    if (opening instanceof Opening.Opened opened) {
      watches.tell(opened.messages());
    }
    return opening;
  }

  private Opening open(
      Sql sql, String token, Function<ConversationId, Optional<String>> known, Instant now) {
    Optional<Links.Found> found = rooms.links().find(sql, token, now);
    if (found.isEmpty()) {
      return new Opening.Closed(Opening.Reason.UNKNOWN);
    }
    ConversationId conversation = found.get().conversation();
    Optional<String> own =
        known
            .apply(conversation)
            .filter(secret ->
                rooms.links().session(sql, secret, now).filter(conversation::equals).isPresent());
    if (found.get().opened() && own.isPresent()) {
      return opened(sql, conversation, own.get());
    }
    if (found.get().opened() && !rooms.links().takeBack(sql, token)) {
      return new Opening.Closed(Opening.Reason.USED);
    }
    if (found.get().expired()) {
      return new Opening.Closed(Opening.Reason.EXPIRED);
    }
    Talk talk = rooms.conversations().get(sql, conversation);
    if (talk.begunAt().isEmpty()) {
      Optional<Folder> folder = clerk.find(sql, talk.matter(), now);
      if (folder.isEmpty()) {
        return new Opening.Closed(Opening.Reason.NOT_PERMITTED);
      }
      var _ = turns.store(sql, turns.think(talk, folder.get(), new ChannelEvent.Answered(), now));
    }
    String secret = chance.secret();
    rooms.links().open(sql, token, secret, now, now.plus(SESSION));
    return opened(sql, conversation, secret);
  }

  private Opening opened(Sql sql, ConversationId conversation, String secret) {
    Talk begun = rooms.conversations().get(sql, conversation);
    return new Opening.Opened(
        conversation,
        secret,
        begun.lang(),
        said(rooms.conversations().messages(sql, conversation, 0)),
        begun.over() && rooms.handovers().active(sql, begun.id()).isEmpty());
  }

  /** The conversation of a session, if the secret is one and has not expired. */
  public Optional<ConversationId> session(String secret) {
    Instant now = clock.instant();
    return rooms.transactor().get(sql -> rooms.links().session(sql, secret, now));
  }

  /** A conversation, if there is one. */
  public Optional<Talk> find(ConversationId conversation) {
    return rooms.transactor().get(sql -> rooms.conversations().find(sql, conversation));
  }

  /**
   * Something happened in a conversation. What is said in one that a person takes over is kept for
   * them, and answered by them.
   *
   * @return what was said: the person's words, then ours; nothing if the conversation is over
   */
  public List<Said> receive(ConversationId conversation, ChannelEvent event) {
    List<Said> said = happen(conversation, clock.instant(), _ -> Optional.of(event));
    return said.isEmpty() && event.spoken() ? colleagues.heard(conversation, event.words()) : said;
  }

  /** Whether nothing more will be said in a conversation: it ended, and no person takes it over. */
  public boolean over(ConversationId conversation) {
    return find(conversation).map(Talk::over).orElse(true) && !colleagues.expects(conversation);
  }

  /** Lets happen what {@code event} makes of the conversation as it is then. */
  private List<Said> happen(
      ConversationId conversation, Instant now, Function<Talk, Optional<ChannelEvent>> event) {
    List<Said> said =
        LostRace.retry(() -> {
          // Understanding takes a while, and holds no connection.
          Optional<Turns.Thought> thought = think(conversation, now, event);
          return thought.isEmpty()
              ? List.of()
              : said(rooms.transactor().<List<Message>>get(sql -> turns.store(sql, thought.get())));
        });
    watches.tell(said);
    return said;
  }

  private Optional<Turns.Thought> think(
      ConversationId conversation, Instant now, Function<Talk, Optional<ChannelEvent>> event) {
    record Read(Talk talk, Folder folder, ChannelEvent event) {}
    Optional<Read> read =
        rooms
            .transactor()
            .get(sql -> {
              Talk talk = rooms.conversations().get(sql, conversation);
              if (talk.over()) {
                return Optional.empty();
              }
              return event
                  .apply(talk)
                  .flatMap(happened ->
                      clerk
                          .find(sql, talk.matter(), now)
                          .map(folder -> new Read(talk, folder, happened)));
            });
    return read.map(each -> turns.thinkAloud(each.talk(), each.folder(), each.event(), now));
  }

  /**
   * A text message came in. Words that mean stop are obeyed at once; everything else goes on with
   * the person's conversation or begins one.
   *
   * @param messageId the carrier's id of the message; one that came before is taken no notice of
   */
  public void smsReceived(PhoneNumber from, String text, String messageId) {
    smsReceived(from, text, messageId, SAME_ID);
  }

  /**
   * The same.
   *
   * @param within one of the same id that came at most so long ago is this one
   */
  public void smsReceived(PhoneNumber from, String text, String messageId, Duration within) {
    Instant now = clock.instant();
    texts.ahead(from, text, now);
    tell(
        LostRace.retry(() ->
            rooms.transactor().get(sql -> texts.take(sql, from, text, messageId, within, now))));
  }

  /**
   * Somebody calls us: plans the conversation about their latest case, which begins when they are
   * answered.
   *
   * @return empty where nobody is known by that number, or it was said not to be theirs; whoever
   *     calls from it is told nothing
   */
  public Optional<Talk> called(PhoneNumber from) {
    Instant now = clock.instant();
    return LostRace.retry(() -> rooms.transactor().get(sql -> texts.called(sql, from, now)));
  }

  /** A part of a text message came in; the message is taken in with its last part. */
  public void smsPartReceived(
      PhoneNumber from,
      Piece piece,
      Function<byte[], String> reader,
      String messageId,
      Duration within) {
    Instant now = clock.instant();
    tell(
        LostRace.retry(() ->
            rooms
                .transactor()
                .get(sql ->
                    rooms
                        .pieces()
                        .add(sql, from, piece, now)
                        .map(reader)
                        .map(text -> texts.take(sql, from, text, messageId, within, now))
                        .orElse(List.of()))));
  }

  private void tell(List<Message> messages) {
    messages.forEach(message -> watches.tell(List.of(one(message))));
  }

  /** Where a conversation stands, once it has begun. */
  public Optional<DialogueState> state(ConversationId conversation) {
    return find(conversation).filter(talk -> talk.begunAt().isPresent()).map(turns::state);
  }

  /** What was said after {@code afterSeq}, in order. */
  public List<Said> messages(ConversationId conversation, long afterSeq) {
    List<Message> messages =
        rooms.transactor().get(sql -> rooms.conversations().messages(sql, conversation, afterSeq));
    return said(messages);
  }

  /**
   * Tells every conversation in which an answer has been waited for long enough that nothing came.
   * Where people write text messages, they have left by then.
   *
   * @return how many
   */
  public int silences(Instant now) {
    List<ConversationId> due =
        rooms.transactor().get(sql -> rooms.conversations().silent(sql, now, AT_ONCE));
    return bench.each(
        Kind.SILENCE,
        due,
        ConversationId::toString,
        conversation -> {
          var _ = happen(conversation, now, talk -> silence(talk, now));
          return true;
        },
        now);
  }

  /**
   * Tells conversations that are going on of payments that were booked.
   *
   * @return how many were told
   */
  int payments(Instant now) {
    List<ConversationId> waiting =
        rooms.transactor().get(sql -> rooms.interruptions().list(sql, now, AT_ONCE));
    return bench.each(
        Kind.INTERRUPTION, waiting, ConversationId::toString, id -> payment(id, now), now);
  }

  /** Whether the conversation was still going on, and nobody else had told it. */
  private boolean payment(ConversationId conversation, Instant now) {
    Optional<List<Said>> told =
        LostRace.retry(() -> rooms.transactor().get(sql -> payment(sql, conversation, now)));
    told.ifPresent(watches::tell);
    return told.isPresent();
  }

  private Optional<List<Said>> payment(Sql sql, ConversationId conversation, Instant now) {
    Talk talk = rooms.conversations().get(sql, conversation);
    if (!rooms.interruptions().take(sql, conversation) || talk.over()) {
      return Optional.empty();
    }
    return clerk
        .find(sql, talk.matter(), now)
        .map(folder ->
            said(
                turns.store(
                    sql, turns.think(talk, folder, new ChannelEvent.PaymentArrived(), now))));
  }

  private static Optional<ChannelEvent> silence(Talk talk, Instant now) {
    return talk.nextListenAt()
        .filter(at -> !at.isAfter(now))
        .map(at ->
            talk.channel() == Channel.CHAT
                ? new ChannelEvent.SilencePassed(SILENCE.plus(Duration.between(at, now)))
                : new ChannelEvent.HungUp());
  }

  /**
   * Calls {@code listener} with each new message of a conversation that this process learns of,
   * after it was committed, on the thread that did it. It must not block.
   */
  public Watch watch(ConversationId conversation, Consumer<Said> listener) {
    return watches.add(conversation, listener);
  }

  static List<Said> said(List<Message> messages) {
    return messages.stream().map(Desk::one).toList();
  }

  private static Said one(Message message) {
    return new Said(
        message.conversation(),
        message.seq(),
        message.ours() ? Said.Side.US : Said.Side.PERSON,
        message.text(),
        message.at());
  }
}
