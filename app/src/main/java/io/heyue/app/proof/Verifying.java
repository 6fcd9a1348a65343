package io.heyue.app.proof;

import io.heyue.core.audit.Hash;
import io.heyue.core.audit.NoteKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the {@link Verifier} needs from files. */
public final class Verifying {
  private static final int LARGEST_KEY = 1 << 16;
  private static final int MOST_FILES = 20_000;

  private Verifying() {}

  /**
   * Verifies a bundle: a zip, or the folder that it was unpacked into.
   *
   * @throws UncheckedIOException if a file can't be read; the message is for people
   * @throws IllegalArgumentException if a key or certificate is none
   */
  public static Report of(
      Path bundle, @Nullable Path key, @Nullable Path authority, List<Path> recordings) {
    Map<String, Hash> hashes = new LinkedHashMap<>();
    recordings.forEach(file -> hashes.put(file.toString(), hash(file)));
    Verifier.Asked asked =
        new Verifier.Asked(
            Optional.ofNullable(key).map(Verifying::key),
            Optional.ofNullable(authority).map(Verifying::certificate),
            hashes);
    return Files.isDirectory(bundle)
        ? Verifier.folder(folder(bundle), asked)
        : Verifier.archive(bytes(bundle, Archive.MOST_BYTES), asked);
  }

  private static NoteKey key(Path file) {
    String pem = new String(bytes(file, LARGEST_KEY), StandardCharsets.ISO_8859_1);
    // What 'ledger key show' prints may hold several; the last one signs now.
    int last = pem.lastIndexOf("-----BEGIN PUBLIC KEY-----");
    return NoteKey.findPem(last < 0 ? pem : pem.substring(last))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "File "
                    + file
                    + " holds no public key of Ed25519 as PEM. Maybe it is another key."));
  }

  private static X509Certificate certificate(Path file) {
    return TimeToken.certificate(bytes(file, LARGEST_KEY))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "File " + file + " holds no certificate (X.509, as PEM or DER)."));
  }

  private static byte[] bytes(Path file, int most) {
    try {
      if (Files.size(file) > most) {
        throw new IllegalArgumentException(
            "File " + file + " is larger than " + most + " bytes. Maybe another file was meant.");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "File " + file + " can't be read. Maybe its name is misspelt.", e);
    }
  }

  /** Links are not followed: they could lead anywhere. */
  private static SequencedMap<String, byte[]> folder(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      SequencedMap<String, byte[]> files = new LinkedHashMap<>();
      long left = Archive.MOST_BYTES;
      for (Path file : all.sorted().limit(MOST_FILES).toList()) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          continue;
        }
        left -= Files.size(file);
        if (left < 0) {
          throw new IllegalArgumentException(
              "Folder " + folder + " holds more than a bundle does. Maybe another one was meant.");
        }
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("Folder " + folder + " can't be read.", e);
    }
  }

  private static Hash hash(Path file) {
    try (var in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return Hash.of32(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("File " + file + " can't be read.", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform must offer SHA-256.", e);
    }
  }
}
