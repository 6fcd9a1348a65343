package io.heyue.voice.talk;

import io.heyue.voice.progress.MayHear;
import io.heyue.voice.progress.Opinion;
import io.heyue.voice.record.RecordingId;
import io.heyue.voice.record.RecordingSummary;
import java.time.Duration;
import java.util.Optional;

/** Hears of one call, one thing after the other. What takes long must be done elsewhere. */
public interface TalkListener {
  /** It rings over there. */
  default void ringing() {}

  /** Somebody or something took the call: the opening may be said. */
  void up();

  /** Who took it, as far as is known now, and what may be said to them; told when it changes. */
  default void judged(Opinion opinion, MayHear may) {}

  /** They began to speak. */
  default void began() {}

  /** Their turn is over: it is for us to speak. */
  void said(TheirTurn turn);

  /**
   * They pressed keys.
   *
   * @param keys one where one was asked for; else all up to a pause or a #, which isn't among them
   */
  void keyed(String keys);

  /** Nobody said anything for so long since our last words were heard; told once for each. */
  void quiet(Duration since);

  /**
   * Something of a saying begins to be heard: what they say or press from now on may answer it. May
   * be told more than once.
   */
  default void begins(long saying) {}

  /** The question of a saying was heard to its end; more of it may follow. Told more than once. */
  default void asked(long saying) {}

  /** How far it is on the way to our answer; of no use but to measure. */
  default void stage(TalkStage stage) {}

  /** What of something that we wanted to say was heard. */
  default void spoken(Spoken spoken) {}

  /**
   * Under which id it is recorded; empty for one of its own. Asked for once, when the call is
   * taken, so that a recording that a crash cuts off can still be told whose it is.
   */
  default Optional<RecordingId> recording() {
    return Optional.empty();
  }

  /** What was recorded of it is sealed; may come after the end, on any thread. */
  default void recorded(RecordingSummary summary) {}

  /** It is over; told once, and nothing after it but what was recorded. */
  void ended(TalkEnd end);
}
