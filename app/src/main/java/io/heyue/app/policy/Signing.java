package io.heyue.app.policy;

import io.heyue.brain.book.PolicyFile;
import io.heyue.core.audit.NoteKey;
import io.heyue.core.audit.SignedNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Signatures under policy files, and whose are believed. A signature lies beside its file, as a
 * signed note over the file's hash; the keys that are trusted lie in a folder of the installation,
 * one public key a file, each called as its owner is.
 */
public final class Signing {
  private static final String KEYS = "policy-keys";
  private static final String PEM = ".pem";

  private Signing() {}

  /** What was found beside a file. */
  sealed interface Found {
    /** Somebody trusted signed exactly this. */
    record Good(String by, String fingerprint) implements Found {}

    /** There is no signature. */
    record None() implements Found {}

    /** There is one that does not count. */
    record Bad(String why) implements Found {}
  }

  static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".sig");
  }

  /** What is signed: the hash of the file, since a note holds no empty lines and files may. */
  static String text(PolicyFile policy) {
    return "heyue lender policy\nrevision "
        + policy.revision()
        + "\nsha256 "
        + policy.hash()
        + "\n";
  }

  static Found under(Path file, PolicyFile policy, Map<String, NoteKey> trusted) {
    Path signature = beside(file);
    if (!Files.exists(signature)) {
      return new Found.None();
    }
    Optional<SignedNote> note = SignedNote.find(read(signature));
    if (note.isEmpty()) {
      return new Found.Bad(signature.getFileName() + " is no signature. Maybe it was cut off.");
    }
    String by = note.get().name();
    NoteKey key = trusted.get(by);
    if (key == null) {
      return new Found.Bad(
          "It is signed by '"
              + by
              + "', whose key is not trusted here. Maybe it belongs into "
              + KEYS
              + "/"
              + by
              + PEM
              + ".");
    }
    if (!note.get().signedBy(key)) {
      return new Found.Bad("The signature is not that of '" + by + "'. Maybe they have a new key.");
    }
    return note.get().text().equals(text(policy))
        ? new Found.Good(by, key.fingerprint())
        : new Found.Bad("'" + by + "' signed another text. Maybe the file was changed afterwards.");
  }

  /** The keys that an installation trusts, by their owners. */
  public static Map<String, NoteKey> trusted(Path installation) {
    Map<String, NoteKey> keys = new TreeMap<>();
    Path folder = installation.resolve(KEYS);
    if (!Files.isDirectory(folder)) {
      return keys;
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(PEM)).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        NoteKey key =
            NoteKey.findPem(read(file))
                .orElseThrow(() ->
                    new PolicyFault(
                        file + " is no public key of Ed25519. Maybe it is a private one."));
        keys.put(name.substring(0, name.length() - PEM.length()), key);
      }
      return keys;
    } catch (IOException e) {
      throw new PolicyFault(folder + " can't be read. Maybe its permissions forbid it.");
    }
  }

  /** Trusts a key from now on; the server learns of it when it starts. */
  static Path trust(Path installation, String name, NoteKey key) {
    Path file = installation.resolve(KEYS).resolve(name + PEM);
    try {
      Files.createDirectories(installation.resolve(KEYS));
      if (Files.exists(file) && !read(file).equals(key.pem())) {
        throw new PolicyFault(
            file + " holds another key. Maybe take it away first, or use another name.");
      }
      Files.writeString(file, key.pem(), StandardCharsets.US_ASCII);
      return file;
    } catch (IOException e) {
      throw new PolicyFault(file + " can't be written. Maybe the data folder belongs to others.");
    }
  }

  /** Puts a signature beside its file. */
  static Path put(Path file, SignedNote note) {
    Path signature = beside(file);
    try {
      Path fresh = signature.resolveSibling(signature.getFileName() + ".new");
      Files.writeString(fresh, note.note(), StandardCharsets.UTF_8);
      return Files.move(fresh, signature, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new PolicyFault(signature + " can't be written. Maybe its folder is read-only.");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new PolicyFault(file + " can't be read. Maybe its permissions forbid it.");
    }
  }
}
