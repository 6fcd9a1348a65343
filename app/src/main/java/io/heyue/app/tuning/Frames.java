package io.heyue.app.tuning;

import io.heyue.brain.file.Yaml;
import io.heyue.core.base.Lang;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Writes lines of JSON in the forms that tools for tuning read. */
final class Frames {
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<Lang, Yaml> words = new EnumMap<>(Lang.class);

  Frames(Path data) {
    for (Lang lang : Lang.values()) {
      words.put(
          lang, Yaml.read(data.resolve("prompts").resolve(lang.code()).resolve("tuning.yaml")));
    }
  }

  /** A conversation: {@code {"messages":[{"role":…,"content":…}]}}. */
  String chat(Dialogue dialogue) {
    List<Map<String, String>> messages = new ArrayList<>();
    messages.add(message("system", of(dialogue.lang()).field("system").text()));
    for (Dialogue.Line line : dialogue.lines()) {
      messages.add(message(line.ours() ? "assistant" : "user", line.text()));
    }
    return JSON.writeValueAsString(Map.of("messages", messages));
  }

  /** A pair: {@code {"prompt":…,"chosen":…,"rejected":…}}. */
  String preference(Pair pair) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("prompt", of(pair.lang()).field("prefer").text().replace("{{text}}", pair.worse()));
    line.put("chosen", pair.better());
    line.put("rejected", pair.worse());
    return JSON.writeValueAsString(line);
  }

  private static Map<String, String> message(String role, String content) {
    Map<String, String> message = new LinkedHashMap<>();
    message.put("role", role);
    message.put("content", content);
    return message;
  }

  private Yaml of(Lang lang) {
    return Objects.requireNonNull(words.get(lang));
  }
}
