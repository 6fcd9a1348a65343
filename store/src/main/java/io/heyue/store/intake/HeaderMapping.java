package io.heyue.store.intake;

import io.heyue.core.audit.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Which header means which column, and which word which value. Immutable.
 *
 * <p>A mapping file has a section for each kind of file, which lists the headers of each column,
 * and a section {@code values}; {@code data/import/headers.yaml} shows the form.
 */
public final class HeaderMapping {
  private final Map<ImportKind, Map<String, Column>> headers;
  private final Map<String, Map<String, String>> words;
  private final Hash digest;

  private HeaderMapping(
      Map<ImportKind, Map<String, Column>> headers,
      Map<String, Map<String, String>> words,
      Hash digest) {
    this.headers = headers;
    this.words = words;
    this.digest = digest;
  }

  /**
   * Of the file that it was read from: another mapping reads another thing out of the same file.
   */
  public Hash digest() {
    return digest;
  }

  /** Usual Chinese and English headers. */
  public static HeaderMapping builtIn() {
    try (InputStream stream = HeaderMapping.class.getResourceAsStream("headers.yaml")) {
      if (stream == null) {
        throw new ImportFailure("headers.yaml is not in this build.");
      }
      return parse(
          new String(stream.readAllBytes(), StandardCharsets.UTF_8), "data/import/headers.yaml");
    } catch (IOException e) {
      throw new ImportFailure("The built-in headers can't be read: " + e.getMessage());
    }
  }

  /**
   * An operator's own mapping.
   *
   * @throws ImportFailure naming what is wrong in it
   */
  public static HeaderMapping read(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new ImportFailure(
          "Mapping file " + file + " can't be read. Maybe it does not exist or is not UTF-8.");
    }
  }

  static HeaderMapping parse(String yaml, String file) {
    Object root;
    try {
      root =
          new Load(LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(false).build())
              .loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw new ImportFailure("Mapping file " + file + " is no YAML: " + e.getMessage());
    }
    Map<ImportKind, Map<String, Column>> headers = new EnumMap<>(ImportKind.class);
    Map<String, Map<String, String>> words = new HashMap<>();
    section(root, file, "the file")
        .forEach((name, content) -> {
          if (name.equals("values")) {
            section(content, file, name)
                .forEach((list, known) -> words.put(list, words(known, file, list)));
          } else {
            ImportKind kind =
                ImportKind.find(name)
                    .orElseThrow(() -> fault(file, name, "accounts, contacts, payments or values"));
            headers.put(kind, headers(content, file, name));
          }
        });
    return new HeaderMapping(headers, words, Hash.of(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  Optional<Column> find(ImportKind kind, String header) {
    return Optional.ofNullable(headers.getOrDefault(kind, Map.of()).get(Text.key(header)));
  }

  /** The column whose headers are most like one that is not known, if any is like it. */
  Optional<Column> nearest(ImportKind kind, String header) {
    String key = Text.key(header);
    return headers.getOrDefault(kind, Map.of()).entrySet().stream()
        .filter(known -> Likeness.of(key, known.getKey()) >= Likeness.LIKE)
        .max(
            Comparator.comparingDouble(
                (Map.Entry<String, Column> known) -> Likeness.of(key, known.getKey())))
        .map(Map.Entry::getValue);
  }

  /** The value that a word of a closed list means. */
  Optional<String> findValue(String list, String word) {
    return Optional.ofNullable(words.getOrDefault(list, Map.of()).get(Text.key(word)));
  }

  private static Map<String, Column> headers(Object content, String file, String section) {
    Map<String, Column> byHeader = new HashMap<>();
    section(content, file, section)
        .forEach((name, list) -> {
          Column column =
              Column.find(name)
                  .orElseThrow(
                      () -> fault(file, section + "." + name, "a column that imports know"));
          byHeader.put(Text.key(name), column);
          for (Object header : list(list, file, section + "." + name)) {
            Column taken = byHeader.putIfAbsent(Text.key(String.valueOf(header)), column);
            if (taken != null && taken != column) {
              throw fault(
                  file, section + "." + name + ": " + header, "a header of one column only");
            }
          }
        });
    return byHeader;
  }

  private static Map<String, String> words(Object content, String file, String section) {
    Map<String, String> values = new HashMap<>();
    section(content, file, "values." + section)
        .forEach((value, list) -> {
          values.put(Text.key(value), value);
          for (Object word : list(list, file, "values." + section + "." + value)) {
            values.put(Text.key(String.valueOf(word)), value);
          }
        });
    return values;
  }

  private static Map<String, Object> section(Object content, String file, String name) {
    if (!(content instanceof Map<?, ?> map)) {
      throw fault(file, name, "a mapping");
    }
    Map<String, Object> section = new HashMap<>();
    map.forEach((key, value) -> section.put(String.valueOf(key), value));
    return section;
  }

  private static Iterable<?> list(Object content, String file, String name) {
    if (!(content instanceof Iterable<?> list)) {
      throw fault(file, name, "a list, such as [账号, account number]");
    }
    return list;
  }

  private static ImportFailure fault(String file, String place, String expected) {
    return new ImportFailure(
        "Mapping file "
            + file
            + ": '"
            + place
            + "' must be "
            + expected
            + ". Maybe compare it with data/import/headers.yaml.");
  }
}
