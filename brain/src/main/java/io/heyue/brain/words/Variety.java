package io.heyue.brain.words;

import io.heyue.core.base.Rng;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An example with places for one of several wordings, {@code <one|another|>}; an empty wording may
 * be left out, and places may stand within places.
 */
final class Variety {
  private final String written;
  private int at;

  private Variety(String written) {
    this.written = written;
  }

  /** Up to {@code most} different wordings, drawn by {@code rng}. */
  static Set<String> of(String written, int most, Rng rng) {
    Set<String> wordings = new LinkedHashSet<>();
    for (int tries = 0; tries < 4 * most && wordings.size() < most; tries++) {
      Variety variety = new Variety(written);
      wordings.add(variety.text(rng, false));
    }
    return wordings;
  }

  private String text(Rng rng, boolean within) {
    StringBuilder text = new StringBuilder();
    while (at < written.length()) {
      char unit = written.charAt(at);
      if (within && (unit == '|' || unit == '>')) {
        return text.toString();
      }
      at++;
      if (unit == '<') {
        text.append(place(rng));
      } else {
        text.append(unit);
      }
    }
    return text.toString();
  }

  private String place(Rng rng) {
    List<String> wordings = new ArrayList<>();
    do {
      wordings.add(text(rng, true));
    } while (at < written.length() && written.charAt(at++) == '|');
    return wordings.get(rng.nextInt(wordings.size()));
  }
}
