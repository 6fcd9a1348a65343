package io.heyue.voice.rtp;

import io.heyue.core.base.Check;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * A key as packets of events (RFC 4733, 2.5): one a tick, all with the time of the first, each with
 * how long it was pressed by then, and the last three times, since one may be lost. Where that
 * wouldn't fit, it goes on in segments, each with a time of its own (2.5.1.3). Immutable.
 *
 * @param tick how far packets lie apart
 * @param held for how long it is pressed, at most eight seconds
 */
public record KeyPress(Key key, Duration tick, Duration held) {
  private static final int LAST = 3;

  /** −10 dBm0. */
  private static final int VOLUME = 10;

  private static final int END = 0x80;

  /** The length of an event has sixteen bits. */
  private static final int LONGEST = 0xffff;

  private static final long TIMES = 0xffff_ffffL;

  public KeyPress {
    Check.that(!tick.isNegative() && !tick.isZero(), "tick", tick, "above zero");
    Check.that(
        held.compareTo(tick) >= 0 && held.compareTo(Duration.ofSeconds(8)) <= 0,
        "held",
        held,
        "a tick to eight seconds");
  }

  /** How many packets it takes. */
  public int packets() {
    return pressed() + LAST - 1;
  }

  private int pressed() {
    return Math.toIntExact(held.dividedBy(tick));
  }

  /**
   * One of its packets.
   *
   * @param number 0 to {@link #packets()} - 1
   * @param payloadType that of events, as it was agreed
   * @param clock ticks a second by which its length is told
   * @param sequence of this packet
   * @param timestamp at which the key began to be pressed
   */
  public RtpPacket packet(
      int number, int payloadType, int clock, int sequence, long timestamp, long source) {
    Check.that(number >= 0 && number < packets(), "number", number, "of a packet of this key");
    int ticks = Math.min(number + 1, pressed());
    long each = tick.toNanos() * clock / 1_000_000_000L;
    long whole = LONGEST / each;
    long before = (ticks - 1) / whole * whole;
    boolean ends = number + 1 >= pressed();
    byte[] payload =
        ByteBuffer.allocate(4)
            .put((byte) key.event())
            .put((byte) (VOLUME | (ends ? END : 0)))
            .putShort((short) ((ticks - before) * each))
            .array();
    return new RtpPacket(
        number == 0, payloadType, sequence, timestamp + before * each & TIMES, source, payload);
  }
}
