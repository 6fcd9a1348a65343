package io.heyue.core.understanding.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words with a meaning each, of which the longest one that stands at a place is found. Immutable
 * and thread-safe.
 *
 * @param <M> the meaning
 */
final class WordList<M> {
  private final Map<Character, List<Entry<M>>> byFirst;

  private WordList(Map<Character, List<Entry<M>>> byFirst) {
    this.byFirst = byFirst;
  }

  private record Entry<M>(String word, M meaning) {}

  /** Collects words before they become a list. */
  static final class Builder<M> {
    private final Map<Character, List<Entry<M>>> byFirst = new HashMap<>();

    Builder<M> add(M meaning, String... words) {
      for (String word : words) {
        byFirst
            .computeIfAbsent(word.charAt(0), first -> new ArrayList<>())
            .add(new Entry<>(word, meaning));
      }
      return this;
    }

    WordList<M> build() {
      byFirst
          .values()
          .forEach(
              entries -> entries.sort(Comparator.comparingInt((Entry<M> e) -> -e.word.length())));
      return new WordList<>(byFirst);
    }
  }

  /** Takes the longest word that stands here; null if none does. A Latin word must end there. */
  @Nullable M take(Cursor cursor) {
    List<Entry<M>> entries = byFirst.get(cursor.here());
    if (entries == null) {
      return null;
    }
    int start = cursor.at();
    for (Entry<M> entry : entries) {
      if (cursor.take(entry.word)) {
        if (!Cursor.isLetter(cursor.ahead(-1)) || !Cursor.isLetter(cursor.here())) {
          return entry.meaning;
        }
        cursor.back(start);
      }
    }
    return null;
  }
}
