package io.heyue.core.understanding;

import java.util.List;
import java.util.Optional;

/**
 * What an utterance means.
 *
 * @param text the words as they came
 * @param intents likeliest first; never empty, {@code UNCLEAR} where nothing fits
 * @param entities in the order in which they stand
 */
public record Understanding(
    String text,
    Language language,
    List<ScoredIntent> intents,
    List<Entity> entities,
    Emotion emotion,
    Cooperation cooperation,
    Provenance provenance) {
  public Understanding {
    intents = List.copyOf(intents);
    entities = List.copyOf(entities);
    if (intents.isEmpty()) {
      throw new IllegalArgumentException("An understanding needs at least one intent.");
    }
  }

  /** This understanding with other entities. */
  public Understanding with(List<Entity> others) {
    return new Understanding(text, language, intents, others, emotion, cooperation, provenance);
  }

  /** The intent that decides the way. */
  public ScoredIntent main() {
    return intents.getFirst();
  }

  public boolean has(Intent intent, double atLeast) {
    return confidence(intent) >= atLeast;
  }

  /** How likely {@code intent} is; 0 where it was not found. */
  public double confidence(Intent intent) {
    return intents.stream()
        .filter(scored -> scored.intent() == intent)
        .mapToDouble(ScoredIntent::confidence)
        .findFirst()
        .orElse(0);
  }

  public Optional<Entity> first(EntityType type) {
    return entities.stream().filter(entity -> entity.type() == type).findFirst();
  }

  public List<Entity> all(EntityType type) {
    return entities.stream().filter(entity -> entity.type() == type).toList();
  }
}
