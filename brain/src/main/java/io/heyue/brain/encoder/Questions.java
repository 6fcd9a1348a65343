package io.heyue.brain.encoder;

import io.heyue.brain.file.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * How each of our moves is put as a question to the encoder, which knows words and no names of
 * moves. Thread-safe.
 *
 * @param wordings by the lexicon's word for the move
 */
record Questions(Map<String, String> wordings) {
  Questions {
    wordings = Map.copyOf(wordings);
  }

  /** Reads {@code questions.yaml} in the folder of a language. */
  static Questions read(Path folder) {
    Path file = folder.resolve("questions.yaml");
    Map<String, String> wordings = new TreeMap<>();
    if (Files.isRegularFile(file)) {
      Yaml.read(file)
          .entries()
          .forEach(entry -> wordings.put(entry.getKey(), entry.getValue().text()));
    }
    return new Questions(wordings);
  }

  /** Empty where the move asks for nothing that decides what an answer means. */
  String of(String after) {
    return wordings.getOrDefault(after, "");
  }
}
