package io.heyue.brain.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The labelled sentences under {@code src/test/resources/words}, one JSON object a line. */
final class Corpus {
  private static final Path FOLDER =
      Path.of(System.getProperty("heyue.root", ".."), "brain/src/test/resources/words");

  /** How the note of a sentence begins that was written so as to slip through a filter. */
  private static final String EVASION = "evasion: ";

  private Corpus() {}

  /**
   * One sentence and what a compliance officer says of it.
   *
   * @param facts what is known of the case; empty where nothing is
   * @param note what the label rests on, or how the sentence tries to evade; may be empty
   */
  record Sentence(
      String id,
      String lang,
      String text,
      String label,
      String category,
      Map<String, Object> facts,
      String note) {
    boolean evades() {
      return note.startsWith(EVASION);
    }
  }

  static List<Sentence> read(String lang, String label) {
    Path file = FOLDER.resolve(lang + "-" + label + ".jsonl");
    try {
      return Files.readAllLines(file).stream().map(Corpus::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Can't read " + file + ". Maybe it was moved.", e);
    }
  }

  /** Reads a line as YAML 1.2, of which JSON is a part: a reader of its own isn't worth having. */
  private static Sentence parse(String line) {
    Map<?, ?> object = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(line);
    return new Sentence(
        string(object, "id"),
        string(object, "lang"),
        string(object, "text"),
        string(object, "label"),
        string(object, "category"),
        facts(object.get("facts")),
        object.containsKey("note") ? string(object, "note") : "");
  }

  private static String string(Map<?, ?> object, String key) {
    return (String) Objects.requireNonNull(object.get(key), () -> key + " is missing: " + object);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> facts(Object value) {
    return value == null ? Map.of() : Map.copyOf((Map<String, Object>) value);
  }
}
