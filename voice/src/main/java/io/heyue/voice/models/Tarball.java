package io.heyue.voice.models;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Takes files out of a tarball as npm packs it: gzip around POSIX.1-1988 ustar. What isn't asked
 * for is passed over, and no name in it says where anything is written.
 */
final class Tarball {
  private static final int BLOCK = 512;

  /** Unpacked, all of it: nobody fills a disk by a small file. */
  private static final long MOST = 8L << 30;

  private Tarball() {}

  /** The fields of a header that are looked at. */
  private record Entry(String path, long bytes, boolean regular) {}

  /**
   * @param wanted where each path goes; its folder must be there and the file must not
   * @param bytes how large each path may be
   * @return SHA-256 of what was found, by path
   * @throws IOException where it is no such tarball; it tells why
   */
  static Map<String, String> unpack(Path file, Map<String, Path> wanted, Map<String, Long> bytes)
      throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (InputStream in =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      long seen = 0;
      byte[] header = in.readNBytes(BLOCK);
      while (header.length == BLOCK && !empty(header) && hashes.size() < wanted.size()) {
        Entry entry = entry(header);
        long padded = (entry.bytes() + BLOCK - 1) / BLOCK * BLOCK;
        seen += padded;
        if (seen > MOST) {
          throw new IOException("it holds more than " + MOST + " bytes");
        }
        Path target = wanted.get(entry.path());
        if (target != null && entry.regular()) {
          if (entry.bytes() != bytes.getOrDefault(entry.path(), entry.bytes())) {
            throw new IOException(
                "%s in it has %d bytes; %d are right"
                    .formatted(entry.path(), entry.bytes(), bytes.get(entry.path())));
          }
          try (OutputStream out = Files.newOutputStream(target)) {
            hashes.put(entry.path(), Hash.copy(in, entry.bytes(), out));
          }
          in.skipNBytes(padded - entry.bytes());
        } else {
          in.skipNBytes(padded);
        }
        header = in.readNBytes(BLOCK);
      }
    }
    return hashes;
  }

  private static boolean empty(byte[] header) {
    for (byte each : header) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  private static Entry entry(byte[] header) throws IOException {
    int sum = 0;
    for (int at = 0; at < BLOCK; at++) {
      sum += at >= 148 && at < 156 ? ' ' : header[at] & 0xff;
    }
    if (sum != octal(header, 148, 8)) {
      throw new IOException("it is no tarball, or damaged: a header's sum is wrong");
    }
    String prefix = text(header, 345, 155);
    String name = text(header, 0, 100);
    return new Entry(
        prefix.isEmpty() ? name : prefix + '/' + name,
        octal(header, 124, 12),
        header[156] == '0' || header[156] == 0);
  }

  private static String text(byte[] header, int from, int most) {
    int length = 0;
    while (length < most && header[from + length] != 0) {
      length++;
    }
    return new String(header, from, length, StandardCharsets.UTF_8);
  }

  private static long octal(byte[] header, int from, int most) throws IOException {
    String digits = text(header, from, most).strip();
    try {
      return digits.isEmpty() ? 0 : Long.parseUnsignedLong(digits, 8) & Long.MAX_VALUE;
    } catch (NumberFormatException e) {
      throw new IOException("it is no tarball, or damaged: a header's number is wrong", e);
    }
  }
}
