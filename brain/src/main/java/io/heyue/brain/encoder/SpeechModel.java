package io.heyue.brain.encoder;

import io.heyue.brain.model.Encoder;
import io.heyue.brain.model.Skill;
import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion.Feeling;
import io.heyue.core.understanding.Intent;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The encoder that was trained on the lexicon of a language. Thread-safe; a call takes about a
 * millisecond of the caller's thread, a long text one for each window of it.
 */
final class SpeechModel implements AutoCloseable {
  private static final String TEMPERATURE = "temperature";
  private static final String ANSWERS = "answers";

  /** Below this, one head doesn't silence the other. */
  private static final double FAINT = 0.0001;

  /** The weight of the head that knows what decides the way, by trial. */
  private static final double DECIDING = 0.625;

  private final Encoder encoder;
  private final List<String> answers;
  private final Map<Intent, Integer> intents;
  private final Map<Intent, Integer> said;
  private final Map<Feeling, Integer> feelings;
  private final Map<Cooperation, Integer> cooperation;
  private final int intensity;
  private final int offensive;

  /** Scores are divided by it, so that what is said to be 0.9 is right nine times in ten. */
  private final double temperature;

  private SpeechModel(Encoder encoder) {
    this.encoder = encoder;
    this.answers = List.of(encoder.notes().getOrDefault(ANSWERS, "").split(" ", -1));
    this.intents = places(Intent.class, "intent");
    this.said = places(Intent.class, "said");
    this.feelings = places(Feeling.class, "feeling");
    this.cooperation = places(Cooperation.class, "cooperation");
    this.intensity = place("intensity:intensity");
    this.offensive = place("offensive:offensive");
    this.temperature = Double.parseDouble(encoder.notes().getOrDefault(TEMPERATURE, "1"));
  }

  /**
   * @param folder that the build wrote models to
   * @throws IllegalStateException where the model is missing or none
   */
  static SpeechModel open(Lang lang, Path folder) {
    return new SpeechModel(Encoder.open(Skill.SPEECH, lang, folder));
  }

  /** What it is, for the provenance of an answer. */
  String name() {
    return "speech@" + encoder.hash().substring(0, 12);
  }

  /**
   * @param asked what was asked before, as {@link Questions} puts it; empty where nothing was
   */
  Reading read(String asked, String plain) {
    List<float[]> windows = encoder.scores(asked, plain);
    Map<Intent, Double> heard = each(said, windows);
    return new Reading(
        both(oneOf(intents, windows, temperature), heard),
        heard,
        oneOf(feelings, windows, 1),
        highest(intensity, windows),
        oneOf(cooperation, windows, 1),
        highest(offensive, windows));
  }

  /**
   * Two heads know of an intent: whether it decides the way, and whether it was said at all. Their
   * geometric mean, weighed, is right more often than either.
   */
  private static Map<Intent, Double> both(Map<Intent, Double> deciding, Map<Intent, Double> said) {
    Map<Intent, Double> both = new EnumMap<>(Intent.class);
    deciding.forEach((intent, likely) -> {
      double heard = said.getOrDefault(intent, 0.0);
      both.put(
          intent,
          Math.pow(Math.max(FAINT, likely), DECIDING)
              * Math.pow(Math.max(FAINT, heard), 1 - DECIDING));
    });
    return Reading.together(both);
  }

  /** The answers to a question of which one is right; over several windows their mean. */
  private static <E extends Enum<E>> Map<E, Double> oneOf(
      Map<E, Integer> places, List<float[]> windows, double temperature) {
    Map<E, Double> likely = new HashMap<>();
    for (float[] scores : windows) {
      double most = places.values().stream().mapToDouble(at -> scores[at]).max().orElse(0);
      double sum =
          places.values().stream()
              .mapToDouble(at -> Math.exp((scores[at] - most) / temperature))
              .sum();
      places.forEach((answer, at) ->
          likely.merge(
              answer,
              Math.exp((scores[at] - most) / temperature) / sum / windows.size(),
              Double::sum));
    }
    return likely;
  }

  /** The answers to a question of which each is right or wrong by itself. */
  private static <E extends Enum<E>> Map<E, Double> each(
      Map<E, Integer> places, List<float[]> windows) {
    Map<E, Double> likely = new HashMap<>();
    places.forEach((answer, at) -> likely.put(answer, highest(at, windows)));
    return likely;
  }

  private static double highest(int place, List<float[]> windows) {
    return windows.stream()
        .mapToDouble(scores -> 1 / (1 + Math.exp(-scores[place])))
        .max()
        .orElse(0);
  }

  private <E extends Enum<E>> Map<E, Integer> places(Class<E> type, String question) {
    Map<E, Integer> places = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      places.put(value, place(question + ':' + value.name().toLowerCase(Locale.ROOT)));
    }
    return places;
  }

  private int place(String answer) {
    int place = answers.indexOf(answer);
    if (place < 0) {
      throw new IllegalStateException(
          "The model knows no answer '" + answer + "'. Maybe train it anew: ./heyue train");
    }
    return place;
  }

  @Override
  public void close() {
    encoder.close();
  }
}
