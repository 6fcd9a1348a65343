package io.heyue.voice.record;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds a RIFF file of kind WAVE (Microsoft and IBM, 1991). Not thread-safe. */
final class Riff {
  private static final int HEADER = 12;

  private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

  Riff() {
    chunks.writeBytes(new byte[HEADER]);
  }

  /** Adds a chunk; an odd one gets a byte behind it that doesn't count. */
  Riff chunk(String name, byte[] bytes) {
    chunks.writeBytes(chunkBytes(name, bytes));
    return this;
  }

  /** A chunk alone, to stand in another. */
  static byte[] chunkBytes(String name, byte[] bytes) {
    byte[] chunk = new byte[8 + bytes.length + (bytes.length & 1)];
    ByteBuffer.wrap(chunk)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(name.getBytes(StandardCharsets.US_ASCII))
        .putInt(bytes.length)
        .put(bytes);
    return chunk;
  }

  /** The whole file. */
  byte[] bytes() {
    byte[] all = chunks.toByteArray();
    ByteBuffer.wrap(all)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(all.length - 8)
        .put("WAVE".getBytes(StandardCharsets.US_ASCII));
    return all;
  }
}
