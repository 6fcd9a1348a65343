package io.heyue.voice.record;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A reader of RIFF files of its own, that knows nothing of how they are written and takes nothing
 * that the format doesn't allow.
 */
record StrictWav(Map<String, byte[]> chunks) {
  static StrictWav of(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    demand(name(in).equals("RIFF"), "RIFF");
    demand(in.getInt() == file.length - 8, "length of the file");
    demand(name(in).equals("WAVE"), "WAVE");
    Map<String, byte[]> chunks = chunks(in);
    demand(chunks.keySet().iterator().next().equals("fmt "), "fmt first");
    return new StrictWav(chunks);
  }

  private static Map<String, byte[]> chunks(ByteBuffer in) {
    Map<String, byte[]> chunks = new LinkedHashMap<>();
    while (in.hasRemaining()) {
      String name = name(in);
      byte[] bytes = new byte[in.getInt()];
      in.get(bytes);
      if (bytes.length % 2 == 1) {
        demand(in.get() == 0, "zero behind an odd chunk");
      }
      demand(chunks.put(name, bytes) == null, "one " + name);
    }
    return chunks;
  }

  Map<String, String> info() {
    ByteBuffer in = little("LIST");
    demand(name(in).equals("INFO"), "INFO");
    Map<String, String> texts = new LinkedHashMap<>();
    chunks(in)
        .forEach((name, bytes) -> {
          demand(bytes[bytes.length - 1] == 0, "zero behind " + name);
          texts.put(name, new String(bytes, 0, bytes.length - 1, StandardCharsets.UTF_8));
        });
    return texts;
  }

  byte[] chunk(String name) {
    return Objects.requireNonNull(chunks.get(name), name);
  }

  ByteBuffer little(String chunk) {
    return ByteBuffer.wrap(chunk(chunk)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String name(ByteBuffer in) {
    byte[] name = new byte[4];
    in.get(name);
    return new String(name, StandardCharsets.US_ASCII);
  }

  private static void demand(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("The format demands: " + what);
    }
  }
}
