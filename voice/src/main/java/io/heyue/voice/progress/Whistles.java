package io.heyue.voice.progress;

import io.heyue.voice.progress.ToneBank.Heard;
import java.util.Optional;

/**
 * Finds the tone after which a mailbox records, and that of a fax machine, in all that is heard
 * once a call was taken. A tone keeps its frequency and its loudness and has none beside it: speech
 * does neither for long, and a key has two. One call's; not thread-safe.
 */
final class Whistles {
  /** What was found. */
  enum Whistle {
    BEEP,
    /** 2,100 Hz for longer than a beep (ITU-T T.30, CED). */
    FAX
  }

  private static final double ENOUGH = 0.5;
  private static final double MEAN = 0.6;
  private static final double OTHER = 0.15;

  /** As loud is what lies between half and twice of the mean. */
  private static final double STEADY = 2;

  /** In frames: a beep lasts 150 to 1,500 ms, and its ends lie within frames. */
  private static final int SHORTEST = 7;

  private static final int LONGEST = 76;

  private static final int FAX = 85;
  private static final int FAX_FREQUENCY = 2_100;
  private static final int NETWORK_FREQUENCY = 450;

  /** The network's tone that it rings is 1 s long: a beep of 450 Hz can't be told from it. */
  private static final int RING_SHORTEST = 42;

  private static final int RING_LONGEST = 58;

  /** Busy tones rest less than 45 frames; a beep of 450 Hz is one once nothing followed. */
  private static final int REST = 45;

  private int frequency;
  private int frames;
  private double shares;
  private double levels;
  private boolean doubted;
  private int resting;
  private boolean repeated;

  /** What became plain by this frame. */
  Optional<Whistle> came(Heard heard) {
    boolean tone = heard.share() >= ENOUGH && heard.second() <= OTHER;
    if (frames > 0 && tone && goesOn(heard)) {
      add(heard);
      return frames == FAX && heard.near(FAX_FREQUENCY)
          ? Optional.of(Whistle.FAX)
          : Optional.empty();
    }
    if (frames > 0 && !doubted) {
      doubted = true;
      return Optional.empty();
    }
    boolean beep = ended();
    if (tone) {
      frequency = heard.frequency();
      add(heard);
    }
    return beep || rested() ? Optional.of(Whistle.BEEP) : Optional.empty();
  }

  private boolean goesOn(Heard heard) {
    double mean = levels / frames;
    return heard.near(frequency) && heard.level() < STEADY * mean && heard.level() * STEADY > mean;
  }

  /** One more frame; one that was doubted counts for nothing but keeps the tone together. */
  private void add(Heard heard) {
    doubted = false;
    frames++;
    shares += heard.share();
    levels += heard.level();
  }

  /** Whether what ended was a beep for certain. */
  private boolean ended() {
    boolean beep = frames >= SHORTEST && frames <= LONGEST && shares >= MEAN * frames;
    boolean network = Math.abs(frequency - NETWORK_FREQUENCY) <= ToneBank.STEP;
    boolean ring = frames >= RING_SHORTEST && frames <= RING_LONGEST;
    if (beep && network) {
      repeated |= resting > 0;
      resting = repeated || ring ? 0 : REST;
    }
    frames = 0;
    shares = 0;
    levels = 0;
    doubted = false;
    return beep && !network;
  }

  /** Whether nothing has followed a beep of the network's frequency for long enough. */
  private boolean rested() {
    if (resting == 0 || frames > 0) {
      return false;
    }
    resting--;
    return resting == 0;
  }
}
