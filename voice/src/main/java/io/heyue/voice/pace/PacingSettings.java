package io.heyue.voice.pace;

import io.heyue.core.base.Check;
import java.time.Duration;

/**
 * How careful pacing is. Immutable.
 *
 * @param risk that somebody asks for a person and nobody is free, above 0 and below 1
 * @param confidence in what was counted, above 0 and below 1
 * @param lead the time from the beginning of a call in which nobody can have asked for a person:
 *     ringing and the opening
 * @param releases whether agents who become free within the lead count; they are thought to end
 *     calls at a steady rate, whatever they began with
 * @param stopWithoutAgents whether no call begins while nobody is on duty; else a call-back is
 *     offered to whoever asks
 */
public record PacingSettings(
    double risk, double confidence, Duration lead, boolean releases, boolean stopWithoutAgents) {
  public PacingSettings {
    Check.that(risk > 0 && risk < 1, "risk", risk, "above 0 and below 1");
    Check.that(confidence > 0 && confidence < 1, "confidence", confidence, "above 0 and below 1");
    Check.that(!lead.isNegative(), "lead", lead, "zero or more");
  }

  /** One in a hundred; calls go on while nobody is on duty. */
  public static PacingSettings standard() {
    return new PacingSettings(0.01, 0.975, Duration.ofSeconds(10), true, false);
  }
}
