package io.heyue.brain.words;

import io.heyue.brain.file.Sha256;
import io.heyue.brain.model.Encoder;
import io.heyue.brain.model.Skill;
import io.heyue.brain.words.Traits.Trait;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.words.Normaliser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Trains the head of each language from its examples. The build runs {@link #main}; where a file is
 * fresh (same examples, tables and recipe) nothing is done. The same examples give the same head.
 *
 * <p>How much it and the encoder are believed, and the threshold, are found on sentences that
 * neither learned from.
 */
public final class WordTrainer {
  private static final long SEED = 20_260_130;

  /** The classes that decide what training yields; a change in one makes every file stale. */
  private static final List<Class<?>> RECIPE =
      List.of(
          WordTrainer.class,
          Blend.class,
          Calibration.class,
          Concepts.class,
          Descent.class,
          Disguise.class,
          Judge.class,
          Lessons.class,
          Phrasebook.class,
          Traits.class,
          Variety.class,
          WordHead.class,
          WordHeads.class,
          Normaliser.class);

  private final List<Lesson> lessons;
  private final List<Trait> traits;
  private final Traits reader;
  private final Rng rng = Rng.seeded(SEED);

  private WordTrainer(List<Lesson> lessons, Traits reader) {
    this.lessons = lessons;
    this.reader = reader;
    this.traits = lessons.stream().map(lesson -> reader.of(lesson.text())).toList();
  }

  /**
   * Brings the heads of every language up to date.
   *
   * @param arguments the data folder, then the folder to write to
   */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      throw new IllegalArgumentException(
          "Arguments " + List.of(arguments) + " are not a data folder and a heads folder.");
    }
    Path data = Path.of(arguments[0]);
    Normaliser normaliser = Normaliser.of(TableReader.read(data));
    for (Lang lang : Lang.values()) {
      Path folder = Path.of(arguments[1]);
      try (Encoder encoder = Encoder.open(Skill.WORDS, lang, folder)) {
        fresh(data, folder, lang, normaliser, encoder);
      }
    }
  }

  /** The head of a language: from its file where it is fresh, else trained and written there. */
  static WordHeads fresh(
      Path data, Path folder, Lang lang, Normaliser normaliser, Encoder encoder) {
    Path file = WordHeads.file(folder, lang);
    String key = new Sha256().add(key(data, lang)).add(encoder.hash()).hex();
    Traits reader = new Traits(lang, Concepts.read(Lessons.folder(data, lang), lang));
    try {
      Optional<WordHeads> found = WordHeads.find(file, key, reader);
      if (found.isPresent()) {
        return found.get();
      }
      WordHeads heads =
          new WordTrainer(Lessons.read(data, lang, normaliser, SEED), reader)
              .train(key, Calibration.read(data, lang, normaliser), encoder);
      heads.write(file);
      return heads;
    } catch (IOException fault) {
      throw new UncheckedIOException(
          "Head file " + file + " can't be read or written. Maybe delete it.", fault);
    }
  }

  private WordHeads train(String key, Calibration calibration, Encoder encoder) {
    BitSet known = new BitSet(Traits.PIECES);
    lessons.forEach(lesson -> reader.pieces(lesson.text()).forEach(known::set));
    WordHead head = Descent.fit(lessons, traits, rng);
    Blend blend =
        calibration.blend(
            text -> head.scores(reader.of(text))[WordHead.ANY],
            text -> encoder.scores(text)[WordHead.ANY]);
    WordHeads open = new WordHeads(key, lessons.size(), blend, 0, reader, head, known);
    double threshold = calibration.threshold(new Judge(open, encoder)::likely);
    return new WordHeads(key, lessons.size(), blend, threshold, reader, head, known);
  }

  static String key(Path data, Lang lang) {
    Sha256 sum =
        new Sha256()
            .add(lang.code())
            .add(Sha256.ofYaml(data.resolve("words")))
            .add(Sha256.ofYaml(data.resolve("phrases/" + lang.code())))
            .add(Sha256.ofYaml(data.resolve("lexicon/" + lang.code() + "/intents")));
    for (Class<?> part : RECIPE) {
      try (InputStream code = part.getResourceAsStream(part.getSimpleName() + ".class")) {
        if (code != null) {
          sum.add(code.readAllBytes());
        }
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    }
    return sum.hex();
  }
}
