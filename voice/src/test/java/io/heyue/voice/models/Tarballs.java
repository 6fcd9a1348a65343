package io.heyue.voice.models;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Makes tarballs as npm does, for tests. */
final class Tarballs {
  private static final int BLOCK = 512;

  private Tarballs() {}

  static Path write(Path file, Map<String, String> texts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Map.Entry<String, String> each : new TreeMap<>(texts).entrySet()) {
      byte[] content = each.getValue().getBytes(StandardCharsets.UTF_8);
      out.write(header(each.getKey(), content.length));
      out.write(content);
      out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }
    out.write(new byte[2 * BLOCK]);
    return compressed(file, out.toByteArray());
  }

  static Path compressed(Path file, byte[] content) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content);
    }
    return file;
  }

  private static byte[] header(String path, int length) {
    int cut = path.length() > 100 ? path.lastIndexOf('/', 100) : -1;
    ByteBuffer header = ByteBuffer.allocate(BLOCK);
    put(header, 0, path.substring(cut + 1));
    put(header, 345, cut < 0 ? "" : path.substring(0, cut));
    put(header, 100, "000644 ");
    put(header, 124, "%011o ".formatted(length));
    put(header, 156, "0");
    put(header, 257, "ustar");
    put(header, 148, " ".repeat(8));
    int sum = 0;
    for (byte each : header.array()) {
      sum += each & 0xff;
    }
    put(header, 148, "%06o\0 ".formatted(sum));
    return header.array();
  }

  private static void put(ByteBuffer header, int at, String text) {
    header.put(at, text.getBytes(StandardCharsets.UTF_8));
  }
}
