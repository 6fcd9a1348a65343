package io.heyue.brain.words;

import io.heyue.brain.encoder.Sha256;
import io.heyue.brain.words.Traits.Trait;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.words.Normaliser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Trains the head of each language from its examples. The build runs {@link #main}; where a file is
 * fresh (same examples, tables and recipe) nothing is done. The same examples give the same head.
 *
 * <p>Probabilities and the threshold are found on parts of the examples that a head did not see,
 * all wordings of one example being in one part.
 */
public final class WordTrainer {
  private static final long SEED = 20_260_130;
  private static final int PARTS = 4;

  /** The share of permitted examples that may be refused where they were not seen. */
  private static final double FALSE_ALARMS = 0.02;

  /** A head is never so sure of what it saw that it may forbid on less, nor so unsure. */
  private static final double LEAST = 0.35;

  private static final double MOST = 0.65;

  /** The classes that decide what training yields; a change in one makes every file stale. */
  private static final List<Class<?>> RECIPE =
      List.of(
          WordTrainer.class,
          Concepts.class,
          Descent.class,
          Lessons.class,
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
      fresh(data, Path.of(arguments[1]), lang, normaliser);
    }
  }

  /** The head of a language: from its file where it is fresh, else trained and written there. */
  static WordHeads fresh(Path data, Path folder, Lang lang, Normaliser normaliser) {
    Path file = WordHeads.file(folder, lang);
    String key = key(data, lang);
    Traits reader = new Traits(lang, Concepts.read(Lessons.folder(data, lang), lang));
    try {
      Optional<WordHeads> found = WordHeads.find(file, key, reader);
      if (found.isPresent()) {
        return found.get();
      }
      WordHeads heads =
          new WordTrainer(Lessons.read(data, lang, normaliser, SEED), reader).train(key);
      heads.write(file);
      return heads;
    } catch (IOException fault) {
      throw new UncheckedIOException(
          "Head file " + file + " can't be read or written. Maybe delete it.", fault);
    }
  }

  private WordHeads train(String key) {
    double[] scores = unseen();
    double steepness = steepness(scores);
    double threshold = threshold(scores, steepness);
    BitSet known = new BitSet(Traits.PIECES);
    lessons.forEach(lesson -> reader.pieces(lesson.text()).forEach(known::set));
    WordHead head = Descent.fit(lessons, traits, rng);
    return new WordHeads(key, lessons.size(), steepness, threshold, reader, head, known);
  }

  /** The score of each lesson by a head that saw no wording of the same example. */
  private double[] unseen() {
    double[] scores = new double[lessons.size()];
    for (int part = 0; part < PARTS; part++) {
      List<Lesson> own = new ArrayList<>();
      List<Trait> seen = new ArrayList<>();
      for (int index = 0; index < lessons.size(); index++) {
        if (lessons.get(index).family() % PARTS != part) {
          own.add(lessons.get(index));
          seen.add(traits.get(index));
        }
      }
      WordHead head = Descent.fit(own, seen, rng);
      for (int index = 0; index < lessons.size(); index++) {
        if (lessons.get(index).family() % PARTS == part) {
          scores[index] = head.scores(traits.get(index))[WordHead.ANY];
        }
      }
    }
    return scores;
  }

  /** By what scores are divided so that what was not seen is least surprising. */
  private double steepness(double[] scores) {
    double best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (double steepness = 0.25; steepness < 6; steepness *= 1.1) {
      double surprise = 0;
      for (int index = 0; index < scores.length; index++) {
        double likely = WordHead.logistic(scores[index] / steepness);
        boolean is = lessons.get(index).offence().isPresent();
        surprise -= lessons.get(index).weight() * Math.log((is ? likely : 1 - likely) + 1e-9);
      }
      if (surprise < least) {
        least = surprise;
        best = steepness;
      }
    }
    return best;
  }

  private double threshold(double[] scores, double steepness) {
    double[] permitted = new double[scores.length];
    int count = 0;
    for (int index = 0; index < scores.length; index++) {
      if (lessons.get(index).offence().isEmpty()) {
        permitted[count++] = WordHead.logistic(scores[index] / steepness);
      }
    }
    double[] sorted = Arrays.copyOf(permitted, count);
    Arrays.sort(sorted);
    double found = sorted[(int) ((1 - FALSE_ALARMS) * (count - 1))];
    return Math.clamp(found, LEAST, MOST);
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
