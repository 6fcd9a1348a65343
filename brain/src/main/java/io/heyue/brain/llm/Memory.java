package io.heyue.brain.llm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was answered before, as long as it is asked for. Keys are fingerprints, so that nothing that
 * somebody said lies here. Bounded; thread-safe.
 */
final class Memory<T> {
  private final Map<String, Optional<T>> answers;

  Memory(int most) {
    this.answers =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Optional<T>> eldest) {
            return size() > most;
          }
        };
  }

  /** What was answered: nothing where nobody asked yet, an empty one where it was worth nothing. */
  synchronized Optional<Optional<T>> find(String key) {
    return Optional.ofNullable(answers.get(key));
  }

  synchronized void put(String key, Optional<T> answer) {
    answers.put(key, answer);
  }
}
