package io.heyue.app.proof;

import io.heyue.app.installation.Checkout;
import io.heyue.brain.book.Books;
import io.heyue.core.audit.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The files from which the law was read, as they lie in the data folder. */
public final class LawFiles {
  private static final String FOLDER = "/law/";

  private LawFiles() {}

  /**
   * Their bytes by their names. None where one of them was changed since it was read: then it is
   * not by these files that we judge.
   */
  public static Map<String, byte[]> of(Checkout checkout, Books books) {
    Map<String, byte[]> files = new TreeMap<>();
    for (Map.Entry<String, String> file : books.hashes().entrySet()) {
      if (!file.getKey().contains(FOLDER)) {
        continue;
      }
      byte[] bytes = read(checkout.data().resolveSibling(file.getKey()));
      if (!Hash.of(bytes).hex().equals(file.getValue())) {
        return Map.of();
      }
      files.put(file.getKey(), bytes);
    }
    return files;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("File " + file + " can't be read.", e);
    }
  }
}
