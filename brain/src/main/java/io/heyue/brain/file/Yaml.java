package io.heyue.brain.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A value of a YAML file that knows where it came from, so that an error can say so. */
public record Yaml(Path file, @Nullable Object value) {

  public static Yaml read(Path file) {
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(file.toString())
              .setCodePointLimit(64 << 20)
              .setMaxAliasesForCollections(0)
              .build();
      return new Yaml(file, new Load(settings).loadFromString(Files.readString(file)));
    } catch (YamlEngineException fault) {
      throw new IllegalArgumentException(
          "File " + file + " is not YAML: " + fault.getMessage(), fault);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /**
   * A line of JSON, which is YAML as well.
   *
   * @param line its number, for what is said of a mistake
   */
  public static Yaml ofLine(Path file, int line, String text) {
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(file + ", line " + line)
              .setMaxAliasesForCollections(0)
              .build();
      return new Yaml(file, new Load(settings).loadFromString(text));
    } catch (YamlEngineException fault) {
      throw new IllegalArgumentException("File " + file + ", line " + line + " is no JSON.", fault);
    }
  }

  /** The elements of a list; nothing where the value is absent. */
  public Stream<Yaml> elements() {
    return switch (value) {
      case null -> Stream.of();
      case List<?> list -> list.stream().map(element -> new Yaml(file, element));
      case Object other -> throw wrong("a list", other);
    };
  }

  /** The entries of a map; nothing where the value is absent. */
  public Stream<Map.Entry<String, Yaml>> entries() {
    return switch (value) {
      case null -> Stream.of();
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry ->
                  Map.entry(String.valueOf(entry.getKey()), new Yaml(file, entry.getValue())));
      case Object other -> throw wrong("a map", other);
    };
  }

  public boolean isMap() {
    return value instanceof Map;
  }

  public Yaml field(String name) {
    return entries()
        .filter(entry -> entry.getKey().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(new Yaml(file, null));
  }

  public Optional<String> findText() {
    return Optional.ofNullable(value).map(Object::toString);
  }

  public String text() {
    return findText()
        .orElseThrow(
            () -> new IllegalArgumentException("File " + file + " lacks a text. Maybe a typo."));
  }

  public double number(double otherwise) {
    return value instanceof Number number ? number.doubleValue() : otherwise;
  }

  private IllegalArgumentException wrong(String expected, Object other) {
    return new IllegalArgumentException(
        "File " + file + " holds '" + other + "' where " + expected + " is expected.");
  }
}
