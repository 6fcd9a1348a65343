package io.heyue.core.understanding;

import io.heyue.core.base.Span;
import java.util.List;

/**
 * How somebody feels, from what they said. Used only to soften, slow down, offer a person or stop;
 * never for price, score or segment.
 *
 * @param label the feeling
 * @param intensity 0 (none) to 1 (extreme)
 * @param evidence the words that show it
 */
public record Emotion(Feeling label, double intensity, List<Span> evidence) {
  public Emotion {
    evidence = List.copyOf(evidence);
  }

  public static Emotion calm() {
    return new Emotion(Feeling.CALM, 0, List.of());
  }

  /** The feelings told apart. */
  public enum Feeling {
    CALM,
    ANXIOUS,
    ANGRY,
    SAD,
    HESITANT
  }
}
