package io.heyue.brain.encoder;

import io.heyue.core.understanding.Intent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sentences of the lexicon word for word: whoever says one of them means what it says there.
 * "对" after a read-back is looked up together with the question. A sentence that stands under two
 * intents decides nothing.
 */
final class AnswerTable {
  private final Map<String, Intent> table = new HashMap<>();

  AnswerTable(List<Example> examples) {
    Set<String> torn = new HashSet<>();
    for (Example example : examples) {
      String key = key(example.text(), example.after());
      Intent known = table.put(key, example.intent());
      if (known != null && known != example.intent()) {
        torn.add(key);
      }
    }
    table.keySet().removeAll(torn);
  }

  Optional<Intent> find(String text, String after) {
    Optional<Intent> answer = Optional.ofNullable(table.get(key(text, after)));
    return answer.or(() -> Optional.ofNullable(table.get(key(text, ""))));
  }

  private static String key(String text, String after) {
    String letters = PlainText.of(text).replaceAll("[\\p{P}\\s~]+", " ").strip();
    return after + "|" + letters;
  }
}
