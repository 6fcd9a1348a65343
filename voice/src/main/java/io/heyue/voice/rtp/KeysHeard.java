package io.heyue.voice.rtp;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Finds the keys that are pressed in packets of events (RFC 4733, 2.5). All packets of a press bear
 * the time at which it began, so that each counts once, whichever of them come. One source's; not
 * thread-safe.
 */
public final class KeysHeard {
  private static final int LENGTH = 4;

  /** Times come round; so far back is still the past. */
  private static final long HALF = 1L << 31;

  private long began = -1;

  /** The key, at the first packet of its press that comes. */
  public Optional<Key> came(RtpPacket packet) {
    byte[] payload = packet.payload();
    if (payload.length < LENGTH || before(packet.timestamp())) {
      return Optional.empty();
    }
    Optional<Key> key = Key.of(ByteBuffer.wrap(payload).get() & 0xff);
    key.ifPresent(_ -> began = packet.timestamp());
    return key;
  }

  private boolean before(long timestamp) {
    return began >= 0 && (timestamp == began || ((timestamp - began) & 0xffff_ffffL) >= HALF);
  }
}
