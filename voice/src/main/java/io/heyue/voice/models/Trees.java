package io.heyue.voice.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders with all that is in them. Links are never followed. */
final class Trees {
  /** Files of a model at most. */
  private static final int MOST = 10_000;

  private Trees() {}

  /** Deletes it if it is there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /**
   * Its files in order of their names, without those that begin with a point and without the
   * manifest.
   *
   * @throws ModelFailure where it holds none, too many, or something that is neither file nor
   *     folder
   */
  static List<Path> files(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(each -> !Files.isDirectory(each) || Files.isSymbolicLink(each))
              .filter(each -> !name(each).startsWith(".") && !name(each).equals(Manifest.FILE))
              .limit(MOST + 1L)
              .sorted()
              .toList();
    }
    if (files.isEmpty() || files.size() > MOST) {
      throw new ModelFailure(
          "Folder %s holds %s files; 1 to %d are right. Maybe another folder was meant."
              .formatted(folder, files.isEmpty() ? "no" : "too many", MOST));
    }
    for (Path file : files) {
      if (Files.isSymbolicLink(file) || !Files.isRegularFile(file)) {
        throw new ModelFailure(
            file + " is no file but a link or something else. Maybe put the file itself there.");
      }
    }
    return files;
  }

  /** What a new folder may be used for by whom, where the system knows such a thing. */
  static FileAttribute<?>[] mode(Path near, String mode) {
    return posix(near)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }

  /** Lets everybody read what a temporary folder keeps for its owner. */
  static void readable(Path folder) throws IOException {
    if (posix(folder)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
