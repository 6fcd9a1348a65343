package io.heyue.core.understanding;

import io.heyue.core.base.Span;
import java.util.List;

/**
 * Words that name a thing with a value.
 *
 * @param type the kind under which it is reported
 * @param span where it stands in the utterance
 * @param text its words, exactly as they stand there
 * @param value the most likely reading
 * @param alternatives other readings, likeliest first; ambiguity is returned, not guessed away
 * @param approximate whether the person was vague (五六百, 过两天)
 * @param confidence 0 to 1
 */
public record Entity(
    EntityType type,
    Span span,
    String text,
    Value value,
    List<Value> alternatives,
    boolean approximate,
    double confidence) {
  public Entity {
    alternatives = List.copyOf(alternatives);
  }
}
