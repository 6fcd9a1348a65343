package io.heyue.voice.record;

import io.heyue.core.base.Check;
import io.heyue.voice.audio.Companding;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * The head of a file without its tag and hash.
 *
 * @param wrapped the data key
 * @param prefix of every nonce
 */
record HeadBytes(Head head, RecordingKeys.Wrapped wrapped, long prefix) {
  /** Magic, version and length of the body. */
  static final int FIRST = 14;

  /** Bytes of the longest body. */
  static final int MOST = 4_096;

  private static final byte[] MAGIC = "HEYUEREC".getBytes(StandardCharsets.US_ASCII);
  private static final short VERSION = 1;
  private static final int CHANNELS = 2;

  static HeadBytes of(
      RecordingId id, Instant begun, Label label, RecordingKeys.Wrapped wrapped, long prefix) {
    Instant whole = Instant.ofEpochMilli(begun.toEpochMilli());
    return new HeadBytes(
        new Head(id, whole, Companding.RATE, CHANNELS, wrapped.keyId(), label), wrapped, prefix);
  }

  byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(FIRST + MOST);
    out.put(MAGIC).putShort(VERSION).putInt(0);
    UUID id = head.id().value();
    out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    out.putLong(head.begun().toEpochMilli());
    out.putInt(head.rate()).put((byte) head.channels()).putInt(Blocks.SAMPLES).putLong(prefix);
    byte[] key = wrapped.bytes();
    Check.that(key.length <= 2_048, "wrapped key", key.length + " bytes long", "at most 2048");
    text(out, head.keyId());
    out.putShort((short) key.length).put(key);
    text(out, head.label().producer());
    text(out, head.label().words());
    out.putInt(FIRST - Integer.BYTES, out.position() - FIRST);
    return Arrays.copyOf(out.array(), out.position());
  }

  private static void text(ByteBuffer out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Check.that(bytes.length <= 500, "text", text, "at most 500 bytes");
    out.putShort((short) bytes.length).put(bytes);
  }

  /** How long the body is, if {@code first} begins a recording; else -1. */
  static int length(byte[] first) {
    int length = ByteBuffer.wrap(first).getInt(FIRST - Integer.BYTES);
    boolean ours = Arrays.equals(first, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    return ours && length > 0 && length <= MOST ? length : -1;
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @throws HeadFault where it is something else; it tells why
   */
  static HeadBytes read(byte[] bytes) throws HeadFault {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes).position(MAGIC.length);
      short version = in.getShort();
      if (version != VERSION) {
        throw new HeadFault("its version is " + version + ". Maybe a newer Heyue wrote it");
      }
      in.position(FIRST);
      RecordingId id = new RecordingId(new UUID(in.getLong(), in.getLong()));
      Instant begun = Instant.ofEpochMilli(in.getLong());
      int rate = in.getInt();
      int channels = in.get();
      int samples = in.getInt();
      if (samples != Blocks.SAMPLES) {
        throw new HeadFault("its blocks have " + samples + " samples");
      }
      long prefix = in.getLong();
      String keyId = text(in);
      byte[] key = bytes(in, in.getShort());
      Label label = new Label(text(in), text(in));
      if (in.hasRemaining()) {
        throw new HeadFault("more stands behind its head");
      }
      return new HeadBytes(
          new Head(id, begun, rate, channels, keyId, label),
          new RecordingKeys.Wrapped(keyId, key),
          prefix);
    } catch (BufferUnderflowException | CharacterCodingException | IllegalArgumentException e) {
      throw new HeadFault("its head says what can't be: " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static String text(ByteBuffer in) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes(in, in.getShort())))
        .toString();
  }

  /** A head that can't be read. */
  static final class HeadFault extends Exception {
    private static final long serialVersionUID = 1L;

    HeadFault(String message) {
      super(message);
    }

    HeadFault(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
