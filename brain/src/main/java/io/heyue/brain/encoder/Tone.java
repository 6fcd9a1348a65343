package io.heyue.brain.encoder;

import io.heyue.brain.file.Yaml;
import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion.Feeling;
import java.util.Locale;
import java.util.Optional;

/**
 * How an example is said, as whoever wrote it down heard it.
 *
 * @param intensity of the feeling, 0 none to 1 extreme
 * @param offensive whether the words insult whoever they are said to; who curses fate doesn't
 */
public record Tone(Feeling feeling, double intensity, Cooperation cooperation, boolean offensive) {
  /** The degrees that the lexicon knows. */
  private static final int MOST = 3;

  /**
   * That of an example, from {@code feels: sad 2}, {@code goes_along: low}, {@code swears: true}.
   */
  static Optional<Tone> find(Yaml example) {
    return example.field("feels").findText().map(feels -> of(example, feels));
  }

  private static Tone of(Yaml example, String feels) {
    String[] parts = feels.split(" ", -1);
    try {
      int degree = parts.length < 2 ? 0 : Integer.parseInt(parts[1]);
      if (degree < 0 || degree > MOST) {
        throw new IllegalArgumentException("degree " + degree);
      }
      return new Tone(
          Feeling.valueOf(parts[0].toUpperCase(Locale.ROOT)),
          (double) degree / MOST,
          Cooperation.valueOf(example.field("goes_along").text().toUpperCase(Locale.ROOT)),
          example.field("swears").findText().map(Boolean::parseBoolean).orElse(false));
    } catch (IllegalArgumentException fault) {
      throw new IllegalArgumentException(
          "File "
              + example.file()
              + " says of '"
              + example.field("text").text()
              + "' that it feels '"
              + feels
              + "' and goes along '"
              + example.field("goes_along").findText().orElse("")
              + "'. Maybe 'sad 2' (calm, anxious, angry, sad, hesitant; 0 to 3) and 'mid' (low, mid,"
              + " high).",
          fault);
    }
  }
}
