package io.heyue.voice.talk;

import io.heyue.core.base.Check;
import io.heyue.voice.progress.MayHear;
import io.heyue.voice.recognise.Expected;
import java.time.Duration;
import java.util.List;

/**
 * Something to be said, whole or as far as they let us.
 *
 * @param id the speaker's own, by which it is reported
 * @param sentences in order
 * @param hearers to whom it may be said: {@link MayHear#GREETING} where it is safe for any listener
 * @param answer what is asked by it
 * @param keys how many keys answer it; 0 for as many as come up to a pause or a #
 * @param quiet after so long without an answer we are told
 * @param delivery how it is said
 */
public record Saying(
    long id,
    List<Sentence> sentences,
    MayHear hearers,
    Expected answer,
    int keys,
    Duration quiet,
    Delivery delivery) {
  /**
   * A sentence.
   *
   * @param words as they are written
   * @param mandatory whether the law wants it said to its end, so that it can't be interrupted
   */
  public record Sentence(String words, boolean mandatory) {
    public Sentence {
      Check.filled("words", words);
    }

    /** Whether it asks something. */
    boolean asks() {
      return words.indexOf('？') >= 0 || words.indexOf('?') >= 0;
    }
  }

  /**
   * How it is said.
   *
   * @param pace 1 as a rule, 0.5 to 2; less is slower
   * @param gain 1 as a rule, 0.1 to 2; less is softer
   * @param cue whether it begins with the rhythm that says that a machine speaks ({@link
   *     io.heyue.voice.audio.Cue}); it is no part of the words, and counted as none
   */
  public record Delivery(double pace, double gain, boolean cue) {
    public static final Delivery USUAL = new Delivery(1, 1, false);

    /** For whoever is anxious. */
    public static final Delivery GENTLE = new Delivery(0.85, 0.8, false);

    /** The same, with or without the rhythm. */
    public Delivery withCue(boolean wanted) {
      return new Delivery(pace, gain, wanted);
    }

    public Delivery {
      Check.that(pace >= 0.5 && pace <= 2, "pace", pace, "0.5 to 2");
      Check.that(gain >= 0.1 && gain <= 2, "gain", gain, "0.1 to 2");
    }
  }

  public Saying {
    sentences = List.copyOf(sentences);
    Check.that(!sentences.isEmpty(), "sentences", sentences.size(), "one or more");
    Check.that(keys >= 0 && keys <= 20, "keys", keys, "0 to 20");
    Check.that(quiet.isPositive(), "quiet", quiet, "above zero");
  }

  /** Names it and hides what it says. */
  @Override
  public String toString() {
    return "Saying[" + id + ", " + sentences.size() + " sentences]";
  }
}
