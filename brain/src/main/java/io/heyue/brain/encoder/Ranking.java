package io.heyue.brain.encoder;

import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.ScoredIntent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The intents of an utterance while they are being weighed. Not thread-safe. */
final class Ranking {
  /** Below this probability an intent isn't reported. */
  private static final double LEAST = 0.05;

  private static final int MOST = 6;

  private final Map<Intent, Double> scores = new EnumMap<>(Intent.class);

  double of(Intent intent) {
    return scores.getOrDefault(intent, 0.0);
  }

  /** Raises {@code intent} to {@code confidence}; never lowers it. */
  void raise(Intent intent, double confidence) {
    scores.merge(intent, confidence, Math::max);
  }

  /** Moves {@code share} of what {@code from} has to {@code to}. */
  void move(Intent from, Intent to, double share) {
    double moved = of(from) * share;
    scores.put(from, of(from) - moved);
    scores.merge(to, moved, Double::sum);
  }

  /** Puts {@code winner} in front: just above the likeliest. */
  void lead(Intent winner) {
    double highest = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double own = of(winner);
    if (own < highest) {
      Intent leader = list().getFirst().intent();
      scores.put(winner, highest);
      scores.put(leader, own);
    }
  }

  List<ScoredIntent> list() {
    List<ScoredIntent> ranked = new ArrayList<>();
    scores.forEach((intent, score) -> ranked.add(new ScoredIntent(intent, Math.min(score, 0.999))));
    ranked.sort(Comparator.comparingDouble(ScoredIntent::confidence).reversed());
    double first = ranked.isEmpty() ? 0 : ranked.getFirst().confidence();
    ranked.removeIf(scored -> scored.confidence() < Math.min(LEAST, first));
    return ranked.size() > MOST ? ranked.subList(0, MOST) : ranked;
  }
}
