package io.heyue.voice.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files, in small hexadecimal digits. */
final class Hash {
  private static final int PIECE = 1 << 16;

  private Hash() {}

  static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return copy(in, Files.size(file), OutputStream.nullOutputStream());
    }
  }

  /** Copies at most so many bytes; the hash of what was copied. */
  static String copy(InputStream in, long most, OutputStream out) throws IOException {
    MessageDigest digest = digest();
    byte[] piece = new byte[PIECE];
    long left = most;
    while (left > 0) {
      int read = in.read(piece, 0, (int) Math.min(piece.length, left));
      if (read < 0) {
        break;
      }
      digest.update(piece, 0, read);
      out.write(piece, 0, read);
      left -= read;
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
