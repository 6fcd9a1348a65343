package io.heyue.sim.play;

import io.heyue.brain.noise.Noise;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * How well what simulated people say is heard. Thread-safe.
 *
 * @param rate 0 to 1; about this share of the words goes wrong on the way
 */
public record Hearing(Map<Lang, Noise> noises, double rate) {
  public Hearing {
    noises = Map.copyOf(noises);
  }

  /** Every word as it was said. */
  public static Hearing perfect() {
    return new Hearing(Map.of(), 0);
  }

  /** As over a telephone line and through a recogniser, by {@code data/noise}. */
  public static Hearing over(Path data, double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("Noise " + rate + " is none of 0 to 1. Maybe 0.1.");
    }
    Map<Lang, Noise> noises = new EnumMap<>(Lang.class);
    for (Lang lang : Lang.values()) {
      noises.put(lang, Noise.read(data, lang));
    }
    return new Hearing(noises, rate);
  }

  String heard(String words, Lang lang, Rng rng) {
    Noise noise = noises.get(lang);
    return noise == null ? words : noise.heard(words, rate, rng);
  }
}
