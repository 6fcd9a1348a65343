package io.heyue.brain.llm;

import java.util.Map;

/**
 * How a model is asked, as people wrote it down.
 *
 * @param id with its language and version, as the ledger names it: {@code reading.zh.1}
 * @param mostTokens an answer needs no more
 */
record Prompt(String id, String system, String user, int mostTokens) {

  /**
   * The question with its places filled.
   *
   * @param values by the names of the places
   */
  Ask ask(Ask.Use use, Map<String, String> values) {
    return new Ask(use, filled(system, values), filled(user, values), mostTokens);
  }

  /** Each place is filled once, so that what a value holds is never a place. */
  private static String filled(String text, Map<String, String> values) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
      int close = text.indexOf("}}", open);
      String name = close < 0 ? "" : text.substring(open + 2, close);
      String value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException(
            "A prompt has the place {{" + name + "}}, which nothing fills. Maybe a typo.");
      }
      out.append(text, at, open).append(value);
      at = close + 2;
    }
    return out.append(text, at, text.length()).toString();
  }
}
