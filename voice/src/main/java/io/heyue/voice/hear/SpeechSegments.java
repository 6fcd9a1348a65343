package io.heyue.voice.hear;

import io.heyue.core.base.Check;
import java.util.Optional;

/**
 * Where speech begins and ends, by hysteresis over probabilities: it takes more to begin than to go
 * on, as in Silero's own {@code get_speech_timestamps}. Pure arithmetic; one call's, not
 * thread-safe.
 */
public final class SpeechSegments {
  private final double start;
  private final double stop;
  private final long speech;
  private final long silence;
  private final long padding;

  private long now;
  private boolean speaking;
  private long ended;

  /** Where the run began that may become speech, or silence within speech; -1 for none. */
  private long run = -1;

  /** Where the speech began that is heard or was heard last. */
  private long began;

  public SpeechSegments(HearingSettings settings) {
    this.start = settings.start();
    this.stop = settings.stop();
    this.speech = HearingSettings.samples(settings.speech());
    this.silence = HearingSettings.samples(settings.silence());
    this.padding = HearingSettings.samples(settings.padding());
  }

  /**
   * Hears of the next {@value SpeechDetector#FRAME} samples.
   *
   * @param probability that they are speech, 0 to 1
   */
  public Optional<SpeechEvent> came(double probability) {
    Check.that(probability >= 0 && probability <= 1, "probability", probability, "0 to 1");
    long from = now;
    now += SpeechDetector.FRAME;
    return speaking ? speaking(probability, from) : silent(probability, from);
  }

  private Optional<SpeechEvent> silent(double probability, long from) {
    if (probability < stop) {
      run = -1;
    } else if (run < 0 && probability >= start) {
      run = from;
    }
    if (run < 0 || now - run < speech) {
      return Optional.empty();
    }
    speaking = true;
    began = run;
    run = -1;
    return Optional.of(new SpeechEvent.Began(began, Math.max(ended, began - padding)));
  }

  private Optional<SpeechEvent> speaking(double probability, long from) {
    if (probability >= start) {
      run = -1;
    } else if (run < 0 && probability < stop) {
      run = from;
    }
    if (run < 0 || now - run < silence) {
      return Optional.empty();
    }
    return Optional.of(end(run));
  }

  private SpeechEvent end(long at) {
    speaking = false;
    ended = at;
    run = -1;
    return new SpeechEvent.Ended(began, at);
  }

  /** The call is over: whoever still speaks ends here. */
  public Optional<SpeechEvent> close() {
    return speaking ? Optional.of(end(run < 0 ? now : run)) : Optional.empty();
  }

  /** Whether somebody speaks. */
  public boolean speaking() {
    return speaking;
  }

  /** Samples of silence within speech so far, which may be its end; 0 where there is none. */
  public long pause() {
    return speaking && run >= 0 ? now - run : 0;
  }

  /** Samples heard so far. */
  public long heard() {
    return now;
  }
}
