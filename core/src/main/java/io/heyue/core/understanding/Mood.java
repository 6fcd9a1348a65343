package io.heyue.core.understanding;

import io.heyue.core.understanding.Emotion.Feeling;

/**
 * How somebody has felt over a conversation. Like each single feeling it is only used to soften, to
 * slow down, to offer a person or to stop.
 *
 * @param heard how many utterances
 * @param level how strongly they felt of late, 0 to 1: each utterance counts as much as all before
 * @param longer the same over more of the conversation: each utterance counts a fifth
 * @param feeling the last one that was no calm, or calm if there was none
 */
public record Mood(int heard, double level, double longer, Feeling feeling) {
  private static final Mood CALM = new Mood(0, 0, 0, Feeling.CALM);
  private static final double NEWEST = 0.5;
  private static final double SLOW = 0.2;

  /** So far the one is above or below the other where it rises or falls. */
  private static final double APART = 0.12;

  /** Which way it goes. */
  public enum Trend {
    RISING,
    STEADY,
    FALLING
  }

  /** Of somebody who has said nothing yet. */
  public static Mood calm() {
    return CALM;
  }

  /** After they said something. By the first words nobody can tell which way it goes. */
  public Mood after(Emotion emotion) {
    boolean felt = emotion.label() != Feeling.CALM;
    double heat = felt ? emotion.intensity() : 0;
    return new Mood(
        heard + 1,
        heard == 0 ? heat : level + NEWEST * (heat - level),
        heard == 0 ? heat : longer + SLOW * (heat - longer),
        felt ? emotion.label() : feeling);
  }

  public Trend trend() {
    if (level - longer > APART) {
      return Trend.RISING;
    }
    return longer - level > APART / 2 ? Trend.FALLING : Trend.STEADY;
  }
}
