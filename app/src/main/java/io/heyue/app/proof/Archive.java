package io.heyue.app.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Files in a zip archive that is written in one way only, without compression and without times: so
 * that a byte which is another shows, wherever it stands (APPNOTE 6.3.10).
 */
final class Archive {
  /** More than any case has; a bundle is read into memory. */
  static final int MOST_BYTES = 64 << 20;

  private static final int MOST_FILES = 20_000;
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*){0,8}");
  private static final int VERSION = 20;
  private static final int DAY = (1 << 5) | 1; // 1980-01-01, the first that a zip can say

  private Archive() {}

  /** The bytes of an archive that holds {@code files}, in their order. */
  static byte[] write(SequencedMap<String, byte[]> files) {
    Little out = new Little();
    Little directory = new Little();
    files.forEach((name, bytes) -> {
      byte[] path = name.getBytes(StandardCharsets.US_ASCII);
      int at = out.size();
      out.four(0x04034b50);
      common(out, bytes, path.length);
      out.writeBytes(path);
      out.writeBytes(bytes);
      directory.four(0x02014b50);
      directory.two(VERSION);
      common(directory, bytes, path.length);
      directory.two(0);
      directory.two(0);
      directory.two(0);
      directory.four(0);
      directory.four(at);
      directory.writeBytes(path);
    });
    int at = out.size();
    out.writeBytes(directory.toByteArray());
    out.four(0x06054b50);
    out.four(0);
    out.two(files.size());
    out.two(files.size());
    out.four(directory.size());
    out.four(at);
    out.two(0);
    return out.toByteArray();
  }

  /** What stands alike before a file and in the directory. */
  private static void common(Little out, byte[] bytes, int path) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    out.two(VERSION);
    out.two(0);
    out.two(0);
    out.two(0);
    out.two(DAY);
    out.four((int) crc.getValue());
    out.four(bytes.length);
    out.four(bytes.length);
    out.two(path);
    out.two(0);
  }

  /** Numbers of two and four bytes, the smallest first. */
  private static final class Little extends ByteArrayOutputStream {
    void two(int number) {
      write(number);
      write(number >> 8);
    }

    void four(int number) {
      two(number);
      two(number >> 16);
    }
  }

  /**
   * The files of an archive, whoever made it.
   *
   * @throws Unreadable if it is none, is too large, or names a file in a way that we never do
   */
  static SequencedMap<String, byte[]> read(byte[] archive) {
    SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    long[] left = {MOST_BYTES};
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        if (entry.isDirectory()) {
          continue;
        }
        demandName(name);
        byte[] bytes = in.readNBytes((int) left[0] + 1);
        left[0] -= bytes.length;
        if (left[0] < 0) {
          throw new Unreadable(
              "The archive unpacks to more than " + (MOST_BYTES >> 20) + " MiB; no bundle does.");
        }
        if (files.put(name, bytes) != null) {
          throw new Unreadable("The archive holds " + name + " twice.");
        }
        if (files.size() > MOST_FILES) {
          throw new Unreadable("The archive holds more than " + MOST_FILES + " files.");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Unreadable(
          "The file is no zip archive, or a damaged one: "
              + String.valueOf(e.getMessage()).replaceAll("[^ -~]", "?"));
    }
    if (files.isEmpty()) {
      throw new Unreadable("The file is no zip archive, or an empty one.");
    }
    return files;
  }

  /** A name that stays below the folder that it is unpacked into, on every system. */
  static void demandName(String name) {
    if (name.length() > 200 || !NAME.matcher(name).matches()) {
      throw new Unreadable(
          "The archive names a file '"
              + name.substring(0, Math.min(100, name.length())).replaceAll("[^ -~]", "?")
              + "', as no bundle does; it is not unpacked.");
    }
  }

  /** The first byte at which an archive isn't the one that we would write; -1 where it is. */
  static int difference(byte[] archive, Map<String, byte[]> files) {
    return Arrays.mismatch(archive, write(new LinkedHashMap<>(files)));
  }
}
