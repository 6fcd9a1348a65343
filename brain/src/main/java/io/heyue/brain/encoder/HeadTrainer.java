package io.heyue.brain.encoder;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.understanding.Intent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Trains the heads of each language from its lexicon. The build runs {@link #main}; where the file
 * of a language is fresh (same examples, encoder and recipe) nothing is done.
 */
public final class HeadTrainer {
  private static final long SEED = 20_210_614;
  private static final int ROUNDS = 30;

  /** One example in so many is held back to calibrate the probabilities. */
  private static final int FOLDS = 8;

  /** The classes that decide what training yields; a change in one makes every file stale. */
  private static final List<Class<?>> RECIPE =
      List.of(
          HeadTrainer.class,
          Descent.class,
          Head.class,
          Heads.class,
          Pieces.class,
          PlainText.class,
          Vectoriser.class,
          SentenceEncoder.class,
          LexiconReader.class);

  private final Lexicon lexicon;
  private final SentenceEncoder encoder;
  private final List<Intent> labels;
  private final List<Example> examples;

  private HeadTrainer(Lexicon lexicon, SentenceEncoder encoder) {
    this.lexicon = lexicon;
    this.encoder = encoder;
    this.examples = lexicon.examples();
    this.labels = examples.stream().map(Example::intent).distinct().sorted().toList();
  }

  /**
   * Brings the heads of every language up to date.
   *
   * @param arguments the data folder, then the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException(
          "Arguments " + List.of(arguments) + " are not a data folder and a heads folder.");
    }
    Path data = Path.of(arguments[0]);
    Path heads = Path.of(arguments[1]);
    Files.createDirectories(heads);
    for (Lang lang : Lang.values()) {
      Lexicon lexicon = LexiconReader.read(data, lang);
      if (!lexicon.examples().isEmpty()) {
        try (SentenceEncoder encoder = SentenceEncoder.open(lang)) {
          fresh(heads, lexicon, encoder);
        }
      }
    }
  }

  /** The heads of a lexicon: from their file where it is fresh, else trained and written there. */
  static Heads fresh(Path folder, Lexicon lexicon, SentenceEncoder encoder) {
    Path file = folder.resolve(lexicon.lang().code() + ".heads");
    String key = key(lexicon, encoder);
    try {
      Optional<Heads> found = Heads.find(file, key);
      if (found.isPresent()) {
        return found.get();
      }
      Heads heads = train(lexicon, encoder);
      heads.write(file);
      return heads;
    } catch (IOException fault) {
      throw new UncheckedIOException(
          "Heads file " + file + " can't be read or written. Maybe delete it.", fault);
    }
  }

  static Heads train(Lexicon lexicon, SentenceEncoder encoder) {
    return new HeadTrainer(lexicon, encoder).train();
  }

  private Heads train() {
    Rng rng = Rng.seeded(SEED);
    float[] rarity = Vectoriser.rarity(examples, lexicon.lang());
    Vectoriser vectoriser = new Vectoriser(encoder, lexicon.lang(), rarity);
    List<Features> features =
        examples.parallelStream()
            .map(each -> vectoriser.features(PlainText.of(each.text()), each.after()))
            .toList();
    int[] truths = examples.stream().mapToInt(each -> labels.indexOf(each.intent())).toArray();
    double temperature = temperature(features, truths, rng);
    Head head = Descent.fit(features, truths, labels.size(), ROUNDS, rng);
    return new Heads(key(lexicon, encoder), labels, rarity, head.withTemperature(temperature));
  }

  /** The temperature under which a held-back part is likeliest. */
  private double temperature(List<Features> features, int[] truths, Rng rng) {
    int[] fold = IntStream.range(0, truths.length).map(_ -> rng.nextInt(FOLDS)).toArray();
    List<Features> kept = new ArrayList<>();
    List<Integer> keptTruths = new ArrayList<>();
    for (int index = 0; index < fold.length; index++) {
      if (fold[index] != 0) {
        kept.add(features.get(index));
        keptTruths.add(truths[index]);
      }
    }
    if (kept.isEmpty() || kept.size() == truths.length) {
      return 1;
    }
    Head head =
        Descent.fit(
            kept,
            keptTruths.stream().mapToInt(Integer::intValue).toArray(),
            labels.size(),
            ROUNDS,
            rng);
    double best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (double temperature = 0.3; temperature < 4; temperature *= 1.08) {
      double surprise = 0;
      for (int index = 0; index < fold.length; index++) {
        if (fold[index] == 0) {
          double[] scores = head.scores(features.get(index));
          surprise -= Math.log(Head.softmax(scores, temperature)[truths[index]] + 1e-12);
        }
      }
      if (surprise < least) {
        least = surprise;
        best = temperature;
      }
    }
    return best;
  }

  static String key(Lexicon lexicon, SentenceEncoder encoder) {
    Sha256 sum = new Sha256().add(lexicon.intentsHash()).add(encoder.hash());
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
