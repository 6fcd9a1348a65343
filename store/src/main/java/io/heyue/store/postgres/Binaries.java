package io.heyue.store.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, unpacked once for each version from the jar on the class path into a cache
 * folder that all installations of a user share.
 *
 * <p>They are unpacked beside their place and moved there in one step, so that a killed process
 * leaves no half of them and two processes may unpack at once.
 */
final class Binaries {
  private Binaries() {}

  /** The folder that holds {@code bin}, {@code lib} and {@code share}. */
  static Path unpacked(Path cache) {
    String resource = resourceName();
    Path home = cache.resolve("postgres-" + digest(resource).substring(0, 16));
    if (Files.isExecutable(home.resolve("bin/postgres"))) {
      return home;
    }
    try {
      makeFolder(cache);
      Path fresh = Files.createTempDirectory(cache, "unpacking-");
      try {
        unpack(resource, fresh);
        openFolders(fresh);
        move(fresh, home);
      } finally {
        remove(fresh);
      }
      return home;
    } catch (IOException e) {
      throw new PostgresFailure(
          "Can't unpack PostgreSQL into " + cache + ". Maybe the disk is full or not writable.", e);
    }
  }

  /** Where one user keeps what can be made again: root's is open to the user of the server. */
  static Path cacheFolder() {
    String configured = System.getenv("HEYUE_CACHE");
    if (configured != null && !configured.isBlank()) {
      return Path.of(configured);
    }
    if (System.getProperty("user.name", "").equals("root")) {
      return Path.of("/var/cache/heyue");
    }
    return Path.of(System.getProperty("user.home", "/tmp"), ".cache", "heyue");
  }

  private static String resourceName() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String family = system.contains("mac") ? "darwin" : "linux";
    String machine = System.getProperty("os.arch", "");
    String processor = machine.contains("aarch64") ? "arm_64" : "x86_64";
    String resource = "/postgres-" + family + "-" + processor + ".txz";
    if (Binaries.class.getResource(resource) == null) {
      throw new PostgresFailure(
          "There is no embedded PostgreSQL for "
              + system
              + " on "
              + machine
              + " in this build. Maybe use a server of your own, by its JDBC URL.");
    }
    return resource;
  }

  private static InputStream open(String resource) throws IOException {
    InputStream stream = Binaries.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IOException("Resource " + resource + " is gone.");
    }
    return stream;
  }

  private static String digest(String resource) {
    try (InputStream stream = open(resource);
        DigestInputStream digest =
            new DigestInputStream(stream, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new PostgresFailure("Can't read " + resource + " from the class path.", e);
    }
  }

  private static void unpack(String resource, Path folder) throws IOException {
    try (InputStream packed = new BufferedInputStream(open(resource), 1 << 16);
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
          throw new IOException("Entry " + entry.getName() + " points out of its archive.");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else {
          Files.createDirectories(path.resolveSibling("."));
          unpack(tar, entry, path);
        }
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    boolean program = (entry.getMode() & 0100) != 0;
    Set<PosixFilePermission> mode =
        PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--");
    Files.setPosixFilePermissions(path, mode);
  }

  /** Lets the server's user in, whatever our own file mode mask is. */
  private static void openFolders(Path fresh) throws IOException {
    try (Stream<Path> paths = Files.walk(fresh)) {
      for (Path folder : paths.filter(Files::isDirectory).toList()) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  private static void move(Path fresh, Path home) throws IOException {
    try {
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
      // Another process was faster; what it unpacked is the same.
    } catch (FileSystemException e) {
      if (!Files.isExecutable(home.resolve("bin/postgres"))) {
        throw e;
      }
    }
  }

  private static void makeFolder(Path cache) throws IOException {
    if (!Files.isDirectory(cache)) {
      Files.createDirectories(cache);
      Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
