package io.heyue.brain.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes a small file, reads it and says what is wrong with it. */
final class Broken {
  private final Path folder;

  Broken(Path folder) {
    this.folder = folder;
  }

  /** The flaws that {@code reader} notes in {@code text}, as people see them. */
  List<String> flaws(String text, Consumer<Source> reader) {
    return flaws(text.getBytes(StandardCharsets.UTF_8), reader);
  }

  List<String> flaws(byte[] bytes, Consumer<Source> reader) {
    Flaws flaws = new Flaws();
    try {
      Path data = Files.createDirectories(folder.resolve("data"));
      Path file = data.resolve("x.yaml");
      Files.write(file, bytes);
      reader.accept(Source.read(data, file, flaws));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> found = new ArrayList<>();
    try {
      flaws.check();
    } catch (BookFault fault) {
      fault.flaws().forEach(flaw -> found.add(flaw.toString()));
    }
    return found;
  }
}
