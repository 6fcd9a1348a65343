package io.heyue.learn;

import io.heyue.brain.model.Adapter;
import io.heyue.brain.model.Encoder;
import io.heyue.brain.model.Form;
import io.heyue.brain.model.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a model says to the exercises that were held back.
 *
 * @param answered in the order of the exercises
 */
record Examination(List<Answered> answered) {
  private static final int WARM = 50;

  private static final float NEVER = -1e6f;

  /** One exercise, and what the model said to it. */
  static final class Answered {
    private final Exercise exercise;
    private final float[] scores;
    private final long nanos;

    /**
     * @param scores one for each column of the head
     * @param nanos how long it took on one thread
     */
    Answered(Exercise exercise, float[] scores, long nanos) {
      this.exercise = exercise;
      this.scores = scores;
      this.nanos = nanos;
    }

    Exercise exercise() {
      return exercise;
    }

    float score(int column) {
      return scores[column];
    }

    float[] scores(int from, int to) {
      return Arrays.copyOfRange(scores, from, to);
    }

    private long nanos() {
      return nanos;
    }
  }

  Examination {
    answered = List.copyOf(answered);
  }

  /** By the very model, in eight bits, that the build makes. */
  static Examination of(Adapter adapter, Weights base, Curriculum curriculum) throws IOException {
    return of(adapter, base, curriculum, Form.EIGHT_BIT);
  }

  static Examination of(Adapter adapter, Weights base, Curriculum curriculum, Form form)
      throws IOException {
    Path folder = Files.createTempDirectory("examination");
    try {
      Files.write(curriculum.skill().model(folder, curriculum.lang()), adapter.onto(base, form));
      try (Encoder encoder = Encoder.open(curriculum.skill(), curriculum.lang(), folder)) {
        curriculum.held().stream().limit(WARM).forEach(each -> scores(encoder, each));
        int[] places = places(encoder, curriculum);
        List<Answered> answered = new ArrayList<>();
        for (Exercise exercise : curriculum.held()) {
          long begun = System.nanoTime();
          float[] scores = scores(encoder, exercise);
          long nanos = System.nanoTime() - begun;
          answered.add(new Answered(exercise, placed(scores, places), nanos));
        }
        return new Examination(answered);
      }
    } finally {
      delete(folder);
    }
  }

  /** Where each answer of the curriculum stands in the model; below 0 where it knows none. */
  private static int[] places(Encoder encoder, Curriculum curriculum) {
    String known = encoder.notes().get("answers");
    List<String> answers = known == null ? curriculum.answers() : List.of(known.split(" ", -1));
    return curriculum.answers().stream().mapToInt(answers::indexOf).toArray();
  }

  /** What a model doesn't know it never says. */
  private static float[] placed(float[] scores, int[] places) {
    float[] placed = new float[places.length];
    for (int at = 0; at < placed.length; at++) {
      placed[at] = places[at] < 0 ? NEVER : scores[places[at]];
    }
    return placed;
  }

  private static float[] scores(Encoder encoder, Exercise exercise) {
    return encoder.scores(exercise.before(), exercise.text()).getFirst();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Microseconds within which {@code share} of all answers came. */
  long micros(double share) {
    long[] sorted = answered.stream().mapToLong(Answered::nanos).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / 1_000;
  }
}
