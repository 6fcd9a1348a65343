package io.heyue.brain.tables;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of tables, by which the ledger knows what decided. */
final class Version {
  private Version() {}

  static String of(List<Table> tables) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      tables.forEach(table -> digest.update(table.bytes()));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256; this one does not.", e);
    }
  }
}
