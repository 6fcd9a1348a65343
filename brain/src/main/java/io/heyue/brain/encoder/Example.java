package io.heyue.brain.encoder;

import io.heyue.core.understanding.Intent;
import java.util.Optional;
import java.util.Set;

/**
 * A sentence of the lexicon and what it means.
 *
 * @param after what we had asked or said before, in the lexicon's words; empty where it doesn't
 *     matter
 * @param also what is truly said beside that
 * @param tone where somebody judged it
 */
public record Example(
    String text, String after, Intent intent, Set<Intent> also, Optional<Tone> tone) {
  public Example {
    also = Set.copyOf(also);
  }

  Example withText(String other) {
    return new Example(other, after, intent, also, tone);
  }
}
