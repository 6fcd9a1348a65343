package io.heyue.brain.book;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** One YAML 1.2 file of the data folder. */
final class Source {
  /** Far more than any file of ours needs. */
  private static final int MOST_DEPTH = 50;

  private final String name;
  private final byte[] bytes;
  private final Flaws flaws;

  private Source(String name, byte[] bytes, Flaws flaws) {
    this.name = name;
    this.bytes = bytes;
    this.flaws = flaws;
  }

  /** What stands in a file of this name. */
  static Source of(String name, byte[] bytes, Flaws flaws) {
    return new Source(name, bytes.clone(), flaws);
  }

  /** Reads {@code file}; messages name it from {@code folder}'s own name on. */
  static Source read(Path folder, Path file, Flaws flaws) {
    String name = name(folder, file);
    try {
      return new Source(name, Files.readAllBytes(file), flaws);
    } catch (IOException e) {
      flaws.add(name, 1, "The file can't be read. Maybe its permissions forbid it.");
      return new Source(name, new byte[0], flaws);
    }
  }

  /** What was kept of a file. */
  static Source of(String name, String text, Flaws flaws) {
    return new Source(name, text.getBytes(StandardCharsets.UTF_8), flaws);
  }

  /** The name of {@code file} as messages show it. */
  static String name(Path folder, Path file) {
    Path root = folder.toAbsolutePath().normalize();
    Path rest = root.relativize(file.toAbsolutePath().normalize());
    return (root.getFileName() + "/" + rest).replace('\\', '/');
  }

  String name() {
    return name;
  }

  String hash() {
    return Hash.of(bytes);
  }

  /** What stands in it, for people. */
  String shown() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  void flaw(int line, String message) {
    flaws.add(name, line, message);
  }

  /** Hands the whole file to {@code reader} as a mapping, if it is one. */
  void read(Consumer<Entry> reader) {
    Optional<Node> node = compose();
    if (node.isEmpty()) {
      return;
    }
    try {
      Entry entry = new Item(this, "", node.get()).entry();
      reader.accept(entry);
      entry.end();
    } catch (Unreadable e) {
      flaw(e.line(), e.reason());
    }
  }

  private Optional<Node> compose() {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setSchema(new CoreSchema()).build();
    try {
      OptionalInt deep = tooDeep(settings, text());
      if (deep.isPresent()) {
        flaw(
            deep.getAsInt(),
            "More than " + MOST_DEPTH + " things lie in one another. Maybe a bracket is missing.");
        return Optional.empty();
      }
      Optional<Node> node = new Compose(settings).composeString(text());
      if (node.isEmpty()) {
        flaw(1, "The file is empty. Maybe it was saved too early.");
      }
      return node;
    } catch (CharacterCodingException e) {
      flaw(1, "The file is not UTF-8. Maybe it was saved as GB18030.");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      flaw(line, "This is no YAML: " + e.getProblem() + ". Maybe the indentation is off.");
    } catch (YamlEngineException e) {
      flaw(1, "This is no YAML: " + e.getMessage() + ". Maybe the indentation is off.");
    }
    return Optional.empty();
  }

  /**
   * The line in which things begin to lie in one another too deep; a parser's stack ends somewhere.
   */
  private static OptionalInt tooDeep(LoadSettings settings, String text) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      switch (event.getEventId()) {
        case SequenceStart, MappingStart -> depth++;
        case SequenceEnd, MappingEnd -> depth--;
        case Alias, Comment, DocumentStart, DocumentEnd, Scalar, StreamStart, StreamEnd -> {}
      }
      if (depth > MOST_DEPTH) {
        return OptionalInt.of(event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
      }
    }
    return OptionalInt.empty();
  }

  private String text() throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
