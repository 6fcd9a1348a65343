package io.heyue.voice.talk;

import io.heyue.voice.line.PhoneCall;
import io.heyue.voice.media.Played;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What we say on one call. Sentences are made one after the other while those before them are
 * heard; a few wait on the wire, so that nothing is heard between them. Used by one talk's mailbox
 * alone.
 */
final class Speaking {
  /** Sentences on the wire at once: the one that is heard and the next. */
  private static final int AHEAD = 2;

  private final PhoneCall line;
  private final Consumer<Piece> make;
  private final Events events;
  private final Deque<Piece> waiting = new ArrayDeque<>();
  private final Deque<Piece> sent = new ArrayDeque<>();

  /** Those that were taken off the wire for good, and of which it isn't told yet what was heard. */
  private final Deque<Piece> dropped = new ArrayDeque<>();

  /** Whether we were interrupted and may go on. */
  private boolean stopped;

  private boolean speaks;

  /** What is said last, as long as nothing of it was heard. */
  private @Nullable Saying unheard;

  /**
   * @param make has a sentence made; {@link #made} is called when it is
   */
  Speaking(PhoneCall line, Consumer<Piece> make, Events events) {
    this.line = line;
    this.make = make;
    this.events = events;
  }

  /** What happens while we speak. */
  interface Events {
    /** A sentence begins to be heard. */
    void began(Piece piece);

    /** All of a saying was heard. */
    void whole(Saying saying);

    /** Nothing more is to be said. */
    void silent();

    /** No voice could say a sentence. */
    void unsaid(Piece piece);

    void spoken(Spoken spoken);
  }

  void say(Saying saying) {
    if (stopped) {
      forget();
    }
    unheard = saying;
    Account account = new Account(saying, events::spoken);
    int left = saying.sentences().size();
    for (Saying.Sentence sentence : saying.sentences()) {
      left--;
      Piece piece = new Piece(account, sentence, left == 0);
      waiting.add(piece);
      make.accept(piece);
    }
  }

  /** A sentence is made, or can't be. */
  void made(Piece piece) {
    if (piece.mute()) {
      events.unsaid(piece);
    }
    boolean before = silent();
    pump();
    if (!before) {
      tellIfSilent();
    }
  }

  private void pump() {
    while (!stopped && sent.size() < AHEAD) {
      Piece next = waiting.peek();
      if (next == null || !next.ready()) {
        return;
      }
      waiting.remove();
      if (next.mute()) {
        finished(next);
        continue;
      }
      next.sent(line.play(next.playback()));
      sent.add(next);
      if (sent.size() == 1) {
        begins(next);
      }
    }
  }

  private void begins(Piece piece) {
    speaks = true;
    if (piece.saying().equals(unheard)) {
      unheard = null;
    }
    events.began(piece);
  }

  /** Something was heard, to its end or not. */
  void played(Played played) {
    Optional<Piece> lost = find(dropped, played);
    if (lost.isPresent()) {
      lost.get().heard(played.samples());
      dropped.remove(lost.get());
      lost.get().account().settle(lost.get());
      return;
    }
    Optional<Piece> found = find(sent, played);
    if (found.isEmpty()) {
      return;
    }
    if (played.end() == Played.End.FLUSHED) {
      found.get().stopped(played.samples());
      return;
    }
    found.get().heard(played.samples());
    sent.remove(found.get());
    finished(found.get());
    // What was sent behind it was stopped before any of it was heard, where we were interrupted.
    if (!stopped) {
      Optional.ofNullable(sent.peek()).ifPresent(this::begins);
    }
    pump();
    tellIfSilent();
  }

  private static Optional<Piece> find(Deque<Piece> among, Played played) {
    return among.stream().filter(piece -> piece.is(played.id())).findFirst();
  }

  private void finished(Piece piece) {
    piece.account().settle(piece);
    if (piece.last()) {
      events.whole(piece.saying());
    }
  }

  private void tellIfSilent() {
    if (silent()) {
      speaks = false;
      events.silent();
    }
  }

  /**
   * Whether a key that is pressed now can't be the answer to what we ask: nothing of it was heard,
   * or, where one key answers it, not the whole question. Nobody agrees to what they haven't heard,
   * and a second press of a key says nothing of what is asked next.
   */
  boolean tooEarlyToAnswer() {
    return Stream.concat(sent.stream(), waiting.stream())
        .anyMatch(piece -> piece.saying().equals(unheard) || piece.asksForKey());
  }

  /** Whether we have nothing more to say. */
  boolean silent() {
    return sent.isEmpty() && waiting.isEmpty();
  }

  /** Whether something of ours is being heard, or was until we were interrupted. */
  boolean speaks() {
    return speaks;
  }

  /** Falls silent, so that it can go on where it was. */
  void stop() {
    stopped = true;
    line.flush();
  }

  /** Says on. */
  void resume() {
    stopped = false;
    while (!sent.isEmpty()) {
      Piece piece = sent.removeLast();
      piece.goOn();
      waiting.addFirst(piece);
    }
    pump();
  }

  /** Forgets what was still to be said, but for what must be said. */
  void forget() {
    if (!stopped) {
      line.flush();
    }
    stopped = false;
    Deque<Piece> kept = new ArrayDeque<>();
    for (Piece piece : sent) {
      if (piece.mandatory()) {
        piece.goOn();
        kept.add(piece);
      } else if (piece.stopped()) {
        piece.account().settle(piece);
      } else {
        dropped.add(piece);
      }
    }
    for (Piece piece : waiting) {
      if (piece.mandatory()) {
        kept.add(piece);
      } else {
        piece.account().settle(piece);
      }
    }
    sent.clear();
    waiting.clear();
    waiting.addAll(kept);
    speaks = false;
    pump();
  }
}
