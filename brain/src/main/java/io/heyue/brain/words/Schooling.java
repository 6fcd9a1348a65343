package io.heyue.brain.words;

import io.heyue.core.base.Lang;
import io.heyue.core.words.Normaliser;
import java.nio.file.Path;
import java.util.List;

/**
 * All that can be learned about words from the data folder.
 *
 * @param fingerprint of all that it was read from and by, in hexadecimal
 */
public record Schooling(List<Lesson> lessons, String fingerprint) {
  private static final long SEED = 20_260_130;

  public Schooling {
    lessons = List.copyOf(lessons);
  }

  /**
   * @throws IllegalArgumentException where a file is none that can be learned from
   */
  public static Schooling read(Path data, Lang lang) {
    Normaliser normaliser = Normaliser.of(TableReader.read(data));
    return new Schooling(Lessons.read(data, lang, normaliser, SEED), WordTrainer.key(data, lang));
  }
}
