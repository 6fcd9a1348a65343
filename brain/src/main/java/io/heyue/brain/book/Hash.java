package io.heyue.brain.book;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 in hexadecimal, by which the ledger knows the files that a decision rested on. */
final class Hash {
  private Hash() {}

  static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256; this one does not.", e);
    }
  }

  /** One hash of many files by their names and hashes, whatever their order. */
  static String of(Map<String, String> hashes) {
    StringBuilder list = new StringBuilder();
    new TreeMap<>(hashes)
        .forEach((name, hash) -> list.append(name).append(' ').append(hash).append('\n'));
    return of(list.toString().getBytes(StandardCharsets.UTF_8));
  }
}
