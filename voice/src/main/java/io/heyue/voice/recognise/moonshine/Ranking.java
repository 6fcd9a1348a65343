package io.heyue.voice.recognise.moonshine;

import io.heyue.voice.recognise.Hypothesis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Of several ways to write the same, which is likeliest, and how likely. Pure. */
final class Ranking {
  /**
   * From the mean logarithm of a token's probability to the probability that every word is right:
   * {@code 1 / (1 + e^-(a + b * mean))}. Rounded from a fit over 295 utterances on a telephone line
   * (A-law, noise at 10 dB to none), 55 of them human and 240 of espeak-ng: above -0.1 96 % were
   * right, from -0.1 to -0.2 46 %, to -0.3 23 %, below it 8 %.
   */
  private static final double A = 2.6;

  private static final double B = 14.0;

  /** Of what it is least sure of, some is right nevertheless. */
  private static final double LEAST = 0.02;

  /**
   * What is less likely was made of noise: speech, however noisy, lay above -1.2, noise, tones and
   * clicks below -1.7 or said nothing but notes.
   */
  private static final double NOISE = -1.5;

  /** What the network learned to write under films where nobody speaks. */
  private static final Pattern CREDITS =
      Pattern.compile("transcript|subtitles? by|thanks for watching|thank you for watching");

  /** Who loops or writes such a line hardly heard. */
  private static final double STRANGE = 0.1;

  /** An expected answer is preferred to one that is likelier by e to so much. */
  private static final double PREFERENCE = 3;

  private Ranking() {}

  private record Weighed(String words, String key, double log, double confidence) {}

  /** The likeliest first; each set of words once. */
  static List<Hypothesis> of(List<Attempt> attempts, Tokens tokens, List<String> phrases) {
    Map<String, Weighed> byKey = new LinkedHashMap<>();
    attempts.stream()
        .sorted(Comparator.comparingDouble(Attempt::log).reversed())
        .filter(attempt -> attempt.meanLog() >= NOISE)
        .map(attempt -> weighed(attempt, tokens))
        .filter(each -> !each.words().isEmpty() && latin(each.words()))
        .forEach(each -> byKey.putIfAbsent(each.key(), each));
    List<Weighed> ranked = new ArrayList<>(byKey.values());
    preferred(ranked, phrases)
        .ifPresent(each -> {
          ranked.remove(each);
          ranked.addFirst(each);
        });
    List<Hypothesis> best = new ArrayList<>();
    double left = 1;
    for (Weighed each : ranked) {
      // All of them together are no surer than sure.
      double confidence = Math.min(each.confidence(), left);
      best.add(new Hypothesis(each.words(), confidence));
      left -= confidence;
    }
    return best;
  }

  private static Weighed weighed(Attempt attempt, Tokens tokens) {
    String words = Written.words(tokens.text(attempt.tokens()));
    String key = Written.key(words);
    boolean strange = attempt.looped() || CREDITS.matcher(key).find();
    double confidence = confidence(attempt.meanLog());
    return new Weighed(
        words, key, attempt.log(), strange ? Math.min(STRANGE, confidence) : confidence);
  }

  /** It knows English alone: what it writes in other letters was no speech. */
  private static boolean latin(String words) {
    return words
        .codePoints()
        .filter(Character::isLetter)
        .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
  }

  static double confidence(double meanLog) {
    return Math.max(LEAST, 1 / (1 + Math.exp(-(A + B * meanLog))));
  }

  private static Optional<Weighed> preferred(List<Weighed> ranked, List<String> phrases) {
    List<String> keys = phrases.stream().map(Written::key).filter(key -> !key.isEmpty()).toList();
    if (ranked.isEmpty() || keys.isEmpty()) {
      return Optional.empty();
    }
    double first = ranked.getFirst().log();
    return ranked.stream()
        .filter(each -> first - each.log() <= PREFERENCE)
        .filter(each ->
            keys.stream().anyMatch(key -> (' ' + each.key() + ' ').contains(' ' + key + ' ')))
        .findFirst();
  }
}
