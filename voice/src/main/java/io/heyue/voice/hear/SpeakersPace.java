package io.heyue.voice.hear;

import java.time.Duration;

/**
 * How much more patience than others one speaker needs, learned while they talk: who pauses for
 * long within what they say isn't cut in on a second time. It never makes anybody be hurried, and
 * is forgotten with the call. Not thread-safe: one call's turns have it, one after the other.
 *
 * <p>Each pause within a turn is held against the silence that would have ended the turn. That
 * silence should be a quarter longer than the pause, since the next may be a little longer. A pause
 * for which we took the turn too early counts in full, one that we waited out by half; where a turn
 * ends without a long pause a tenth of what was learned goes again. The figures are ours, set by
 * hand.
 */
public final class SpeakersPace {
  /** No one is waited for more than twice as long as others. */
  public static final double MOST = 2;

  private static final double MARGIN = 1.25;
  private static final double WAITED_OUT = 0.5;
  private static final double KEPT = 0.9;

  private double factor = 1;
  private boolean paused;

  /** By how much each silence is to be longer; 1 to {@link #MOST}. */
  public double factor() {
    return factor;
  }

  /** They paused, and went on before their turn was taken for over after {@code patience}. */
  void paused(Duration pause, Duration patience) {
    learn(pause, patience, WAITED_OUT);
  }

  /** They went on after {@code pause}, while we had taken their turn for over. */
  void cutIn(Duration pause, Duration patience) {
    learn(pause, patience, 1);
  }

  private void learn(Duration pause, Duration patience, double weight) {
    double wanted = factor * MARGIN * pause.toNanos() / patience.toNanos();
    if (wanted > factor) {
      paused = true;
      factor = Math.min(MOST, factor + weight * (wanted - factor));
    }
  }

  /** Their turn was over. */
  void turnOver() {
    if (!paused) {
      factor = 1 + KEPT * (factor - 1);
    }
    paused = false;
  }
}
