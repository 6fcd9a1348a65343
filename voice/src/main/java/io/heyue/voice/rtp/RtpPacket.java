package io.heyue.voice.rtp;

import io.heyue.core.base.Check;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A packet of media (RFC 3550, 5.1). Who contributed, and extensions of the header, are read over:
 * nothing here needs them. Immutable and thread-safe.
 */
public final class RtpPacket {
  private static final int VERSION = 2;
  private static final int HEADER = 12;
  private static final long NUMBERS = 0xffff_ffffL;

  private final boolean marked;
  private final int payloadType;
  private final int sequence;
  private final long timestamp;
  private final long source;
  private final byte[] payload;

  /**
   * @param marked the first after a silence, or the first of a key
   * @param payloadType 0 to 127
   * @param sequence 0 to 65,535; comes round
   * @param timestamp of its first sample, in samples, 32 bits; comes round
   * @param source SSRC, 32 bits
   */
  public RtpPacket(
      boolean marked, int payloadType, int sequence, long timestamp, long source, byte[] payload) {
    Check.that(payloadType >= 0 && payloadType < 128, "payloadType", payloadType, "0 to 127");
    Check.that(sequence >= 0 && sequence <= 0xffff, "sequence", sequence, "0 to 65535");
    Check.that(timestamp >= 0 && timestamp <= NUMBERS, "timestamp", timestamp, "of 32 bits");
    Check.that(source >= 0 && source <= NUMBERS, "source", source, "of 32 bits");
    this.marked = marked;
    this.payloadType = payloadType;
    this.sequence = sequence;
    this.timestamp = timestamp;
    this.source = source;
    this.payload = payload.clone();
  }

  /** What a datagram holds; empty where it is none of these, whatever it is. */
  public static Optional<RtpPacket> read(ByteBuffer datagram) {
    ByteBuffer in = datagram.slice();
    if (in.remaining() < HEADER) {
      return Optional.empty();
    }
    int first = in.get() & 0xff;
    int second = in.get() & 0xff;
    int sequence = in.getShort() & 0xffff;
    long timestamp = in.getInt() & NUMBERS;
    long source = in.getInt() & NUMBERS;
    if (first >> 6 != VERSION || !skipped(in, first) || !cut(in, first)) {
      return Optional.empty();
    }
    byte[] payload = new byte[in.remaining()];
    in.get(payload);
    return Optional.of(
        new RtpPacket((second & 0x80) != 0, second & 0x7f, sequence, timestamp, source, payload));
  }

  /** Whether contributors and extension end before the datagram does. */
  private static boolean skipped(ByteBuffer in, int first) {
    int contributors = (first & 0x0f) * 4;
    if (in.remaining() < contributors) {
      return false;
    }
    in.position(in.position() + contributors);
    if ((first & 0x10) == 0) {
      return true;
    }
    if (in.remaining() < 4) {
      return false;
    }
    int extension = (in.getInt() & 0xffff) * 4;
    if (in.remaining() < extension) {
      return false;
    }
    in.position(in.position() + extension);
    return true;
  }

  /** Whether the padding is no longer than what is there. */
  private static boolean cut(ByteBuffer in, int first) {
    if ((first & 0x20) == 0) {
      return true;
    }
    int padding = in.hasRemaining() ? in.get(in.limit() - 1) & 0xff : 0;
    if (padding == 0 || padding > in.remaining()) {
      return false;
    }
    in.limit(in.limit() - padding);
    return true;
  }

  /** As it goes over the wire. */
  public byte[] bytes() {
    return ByteBuffer.allocate(HEADER + payload.length)
        .put((byte) (VERSION << 6))
        .put((byte) ((marked ? 0x80 : 0) | payloadType))
        .putShort((short) sequence)
        .putInt((int) timestamp)
        .putInt((int) source)
        .put(payload)
        .array();
  }

  public boolean marked() {
    return marked;
  }

  public int payloadType() {
    return payloadType;
  }

  public int sequence() {
    return sequence;
  }

  public long timestamp() {
    return timestamp;
  }

  public long source() {
    return source;
  }

  public byte[] payload() {
    return payload.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RtpPacket packet && Arrays.equals(bytes(), packet.bytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes());
  }

  /** Without what was said. */
  @Override
  public String toString() {
    return "RtpPacket[type %d, number %d, at %d, from %08x, %d bytes]"
        .formatted(payloadType, sequence, timestamp, source, payload.length);
  }
}
