package io.heyue.core.understanding.entity;

import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Value;
import java.util.List;

/**
 * What a recogniser found: an entity whose place is still one in the normal text.
 *
 * @param start where it begins in the normal text
 * @param end one past its last character there
 */
record Mention(
    EntityType type,
    int start,
    int end,
    Value value,
    List<Value> alternatives,
    boolean vague,
    double confidence) {

  /** A mention with one reading. */
  static Mention sure(EntityType type, int start, int end, Value value) {
    return new Mention(type, start, end, value, List.of(), false, 0.95);
  }

  int length() {
    return end - start;
  }
}
