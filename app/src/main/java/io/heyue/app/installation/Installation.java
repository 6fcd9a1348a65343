package io.heyue.app.installation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data folder of one installation. It says in a file what it holds, and is never used as the
 * other kind.
 *
 * @param kind what it holds
 * @param folder where it lies; only its owner may read it
 */
public record Installation(Kind kind, Path folder) {
  private static final String MARKER = "installation";

  /** What an installation holds. */
  public enum Kind {
    /** People whom a lender gave us. */
    REAL,
    /** Invented people, for the demonstration and for tests. */
    DEMO;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The real one: {@code HEYUE_HOME}, or {@code ~/.heyue/data}. Made if it isn't there. */
  public static Installation real(Map<String, String> environment) {
    String named = environment.get("HEYUE_HOME");
    return at(
        Kind.REAL, named == null || named.isBlank() ? home().resolve("data") : Path.of(named));
  }

  /**
   * The demonstration: {@code HEYUE_DEMO_HOME}, or {@code ~/.heyue/demo}. Made if it isn't there.
   */
  public static Installation demo(Map<String, String> environment) {
    String named = environment.get("HEYUE_DEMO_HOME");
    return at(
        Kind.DEMO, named == null || named.isBlank() ? home().resolve("demo") : Path.of(named));
  }

  /**
   * One at a folder, which is made if it isn't there.
   *
   * @throws InstallationFailure if the folder holds the other kind, or something else
   */
  public static Installation at(Kind kind, Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    Path marker = absolute.resolve(MARKER);
    try {
      make(absolute);
      String found = found(marker);
      if (found == null) {
        demandEmpty(absolute);
        mark(marker, kind);
        found = found(marker);
      }
      if (!kind.id().equals(found)) {
        throw new InstallationFailure(
            "Data folder %s is marked '%s', but '%s' is wanted. Maybe HEYUE_HOME or HEYUE_DEMO_HOME names the wrong folder; real and sample people never share one."
                .formatted(absolute, found, kind.id()));
      }
      return new Installation(kind, absolute);
    } catch (IOException e) {
      throw new InstallationFailure(
          "Data folder " + absolute + " can't be used. Maybe it may not be written to.", e);
    }
  }

  /** The configuration file of the operator; need not be there. */
  public Path settingsFile() {
    return folder.resolve("heyue.yaml");
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home"), ".heyue");
  }

  private static void make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
      } else {
        Files.createDirectory(folder);
      }
    } catch (FileAlreadyExistsException e) {
      return; // another process was quicker
    }
  }

  private static @Nullable String found(Path marker) throws IOException {
    return Files.exists(marker) ? Files.readString(marker, StandardCharsets.UTF_8).strip() : null;
  }

  /**
   * A folder with other things in it was hardly meant; only our own configuration, the policies of
   * lenders and models that were trained may wait there.
   */
  private static void demandEmpty(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      boolean foreign =
          entries.anyMatch(entry -> {
            String name = String.valueOf(entry.getFileName());
            return !name.startsWith(".")
                && !name.equals("heyue.yaml")
                && !name.startsWith("policy")
                && !name.equals("models")
                && !name.equals(MARKER);
          });
      if (foreign) {
        throw new InstallationFailure(
            "Data folder "
                + folder
                + " holds other files. Maybe another folder was meant; a new installation needs an empty one.");
      }
    }
  }

  private static void mark(Path marker, Kind kind) throws IOException {
    Path fresh = Files.createTempFile(marker.getParent(), ".installation", "");
    Files.writeString(fresh, kind.id() + "\n", StandardCharsets.UTF_8);
    try {
      // A link and not a move: of two processes that begin at once, one wins and none overwrites.
      Files.createLink(marker, fresh);
    } catch (FileAlreadyExistsException e) {
      // The other's mark is read next, and must be the same.
    } finally {
      Files.delete(fresh);
    }
  }
}
