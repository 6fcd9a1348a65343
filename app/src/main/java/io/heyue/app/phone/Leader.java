package io.heyue.app.phone;

import io.heyue.app.engine.Phrases;
import io.heyue.app.engine.Said;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.voice.record.RecordingId;
import io.heyue.voice.record.RecordingSummary;
import io.heyue.voice.talk.Talk;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Leads the conversation that is held over one call: takes what happened, and gives what is to be
 * said. The running system's are those of the desk; a rehearsal has its own. Used by one thread at
 * a time.
 */
public interface Leader {
  /**
   * Something happened.
   *
   * @return what was said because of it: their words, then ours
   */
  List<Said> receive(ChannelEvent event);

  /** Where the conversation stands; empty before it began. */
  Optional<Stand> stand();

  /**
   * Where a conversation stands.
   *
   * @param keys how many keys answer what was asked; 0 for as many as come up to a pause or a #
   * @param cue whether the law wants each turn of ours to begin with the rhythm that says that a
   *     machine speaks ({@link io.heyue.core.law.StandingLaw#audioCue})
   */
  record Stand(DialogueState state, int keys, boolean cue) {
    /** Where no law wants the rhythm. */
    public Stand(DialogueState state, int keys) {
      this(state, keys, false);
    }
  }

  /**
   * Tells of whatever else is said in the conversation, such as that a payment came; on any thread.
   *
   * @return ends it
   */
  Runnable watch(Consumer<Said> listener);

  /** Of one of our messages only so much was heard. */
  void heard(long seq, int characters);

  /** How the call goes on now that the conversation is over. */
  After after();

  /** How a call goes on whose conversation is over. */
  enum After {
    /** It is left. */
    LEAVE,
    /** A person is wanted, and somebody may be free. */
    HAND_OVER,
    /** A person is wanted and nobody is free: they call back. */
    CALL_BACK
  }

  /**
   * Has somebody of the lender's called who takes the call.
   *
   * @param nobody is run, on any thread, where none takes it
   * @return whether somebody is called; if not, {@code nobody} isn't run
   */
  boolean handOver(Talk talk, Runnable nobody);

  /**
   * Says what is said in a call that is handed over. What they answer is received as ever.
   *
   * @return the words; empty where they may not be said
   */
  List<Said> tell(Parting parting);

  /** What is said in a call that is handed over. */
  enum Parting {
    /** That they may wait while somebody is called. */
    WAIT(Phrases.WAIT),
    /** That nobody is free and somebody calls back; and when that suits. */
    CALL_BACK(Phrases.CALL_BACK),
    /** That somebody calls back, as a last word. */
    CALLS_BACK(Phrases.CALLS_BACK);

    private final String phrase;

    Parting(String phrase) {
      this.phrase = phrase;
    }

    /** Id of its wording. */
    public String phrase() {
      return phrase;
    }
  }

  /** Under which id the call is recorded; empty for one of its own. */
  default Optional<RecordingId> recording() {
    return Optional.empty();
  }

  /** The call was recorded, and its recording is sealed; on any thread. */
  default void recorded(RecordingSummary recording) {}

  /** Names the conversation, for a log. */
  @Override
  String toString();
}
