package io.heyue.voice.recognise;

import java.util.List;
import java.util.Optional;

/**
 * What was understood. Immutable.
 *
 * @param best what may have been said, the likeliest first; empty where nothing was understood
 */
public record Heard(List<Hypothesis> best) {
  /** Nothing was understood. */
  public static final Heard NOTHING = new Heard(List.of());

  public Heard {
    best = List.copyOf(best);
  }

  /** One that is sure to be the only one. */
  public static Heard of(String words, double confidence) {
    return words.isBlank() ? NOTHING : new Heard(List.of(new Hypothesis(words, confidence)));
  }

  /** The likeliest, if there is any. */
  public Optional<Hypothesis> first() {
    return best.stream().findFirst();
  }

  /** The likeliest words; empty where nothing was understood. */
  public String words() {
    return first().map(Hypothesis::words).orElse("");
  }

  /** Hides what was said. */
  @Override
  public String toString() {
    return "Heard[" + best.size() + "]";
  }
}
