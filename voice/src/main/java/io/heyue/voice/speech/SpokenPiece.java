package io.heyue.voice.speech;

import io.heyue.voice.audio.Sound;
import java.util.List;

/**
 * A sentence that was made into sound. Immutable.
 *
 * @param sound of it
 * @param written as it stood in the text, with what stood around it that nobody says: all pieces of
 *     a text together are the text
 * @param ends of its words in order; neither number falls, and the last holds all characters. Where
 *     a word ends is reckoned from its syllables, not measured
 */
public record SpokenPiece(Sound sound, String written, List<WordEnd> ends) {
  public SpokenPiece {
    ends = List.copyOf(ends);
  }

  /** Hides what is said. */
  @Override
  public String toString() {
    return "SpokenPiece[" + sound.length() + ", " + written.length() + " characters]";
  }
}
