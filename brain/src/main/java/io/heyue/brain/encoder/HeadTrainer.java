package io.heyue.brain.encoder;

import io.heyue.brain.file.Sha256;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.understanding.Intent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Trains the heads of each language from its lexicon. The build runs {@link #main}; where the file
 * of a language is fresh (same examples, encoder and recipe) nothing is done.
 */
public final class HeadTrainer {
  private static final long SEED = 20_210_614;

  private static final int AXES = 128;

  /** The share of the examples that the head sees by which the temperature is found. */
  private static final double SEEN = 0.6;

  /** The classes that decide what training yields; a change in one makes every file stale. */
  private static final List<Class<?>> RECIPE =
      List.of(
          HeadTrainer.class,
          Axes.class,
          Dot.class,
          Head.class,
          Heads.class,
          Neighbours.class,
          Pieces.class,
          PlainText.class,
          Projection.class,
          Ridge.class,
          Sums.class,
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
    List<float[]> vectors = examples.parallelStream().map(this::vector).toList();
    Projection projection = Projection.of(vectors, AXES, rng);
    List<float[]> projected = vectors.parallelStream().map(projection::project).toList();
    Fit all = fit(projection, projected, IntStream.range(0, examples.size()).toArray());
    double temperature = temperature(projection, projected, rng);
    return new Heads(
        key(lexicon, encoder),
        labels,
        projection,
        all.vectoriser.neighbours(),
        all.vectoriser.rarity(),
        all.head.withTemperature(temperature));
  }

  private float[] vector(Example example) {
    return encoder.encode(PlainText.of(example.text()));
  }

  /** A head fitted to {@code chosen} of the examples. */
  private Fit fit(Projection projection, List<float[]> projected, int[] chosen) {
    List<Example> own = IntStream.of(chosen).mapToObj(examples::get).toList();
    List<float[]> marks = IntStream.of(chosen).mapToObj(projected::get).toList();
    Neighbours neighbours = Neighbours.at(marks, own.stream().map(Example::after).toList());
    float[] rarity = Vectoriser.rarity(own, lexicon.lang());
    Vectoriser vectoriser = new Vectoriser(lexicon.lang(), projection, neighbours, rarity);
    List<Features> features =
        IntStream.of(chosen)
            .parallel()
            .mapToObj(index -> features(vectoriser, examples.get(index), projected.get(index)))
            .toList();
    int[] truths = IntStream.of(chosen).map(this::truth).toArray();
    return new Fit(vectoriser, Ridge.fit(features, truths, labels.size()));
  }

  private record Fit(Vectoriser vectoriser, Head head) {}

  private static Features features(Vectoriser vectoriser, Example example, float[] projected) {
    return vectoriser.projected(PlainText.of(example.text()), example.after(), projected);
  }

  private int truth(int index) {
    return labels.indexOf(examples.get(index).intent());
  }

  /**
   * The temperature under which the rest is likeliest to a head that saw only a part. Such a head
   * is a little worse than the one that is used, so that the probabilities err to the modest side.
   */
  private double temperature(Projection projection, List<float[]> projected, Rng rng) {
    int[] order = shuffled(examples.size(), rng);
    int seen = (int) (order.length * SEEN);
    Fit part = fit(projection, projected, Arrays.copyOf(order, seen));
    double best = 1;
    double least = Double.POSITIVE_INFINITY;
    List<double[]> scores =
        IntStream.of(order)
            .skip(seen)
            .mapToObj(index ->
                part.head.scores(
                    features(part.vectoriser, examples.get(index), projected.get(index))))
            .toList();
    for (double temperature = 0.02; temperature < 2; temperature *= 1.06) {
      double surprise = 0;
      for (int place = seen; place < order.length; place++) {
        double[] likely = Head.softmax(scores.get(place - seen), temperature);
        surprise -= Math.log(likely[truth(order[place])] + 1e-12);
      }
      if (surprise < least) {
        least = surprise;
        best = temperature;
      }
    }
    return best;
  }

  private static int[] shuffled(int size, Rng rng) {
    int[] order = IntStream.range(0, size).toArray();
    for (int index = order.length - 1; index > 0; index--) {
      int other = rng.nextInt(index + 1);
      int kept = order[index];
      order[index] = order[other];
      order[other] = kept;
    }
    return order;
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
