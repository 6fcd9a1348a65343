package io.heyue.brain.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What lies in the data folder, in the order of names. */
final class Folders {
  private Folders() {}

  /** The folders in {@code folder}; a flaw where there is none. */
  static List<Path> folders(Path data, Path folder, Flaws flaws) {
    return some(children(folder).stream().filter(Files::isDirectory).toList(), data, folder, flaws);
  }

  /** The YAML files in {@code folder}; a flaw where there is none. */
  static List<Path> files(Path data, Path folder, Flaws flaws) {
    return some(
        children(folder).stream().filter(file -> file.toString().endsWith(".yaml")).toList(),
        data,
        folder,
        flaws);
  }

  private static List<Path> some(List<Path> found, Path data, Path folder, Flaws flaws) {
    if (found.isEmpty()) {
      flaws.add(
          Source.name(data, folder),
          1,
          "There is no .yaml file here. Maybe the folder is another.");
    }
    return found;
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Folder " + folder + " can't be listed.", e);
    }
  }
}
