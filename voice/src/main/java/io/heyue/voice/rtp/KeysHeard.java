package io.heyue.voice.rtp;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Finds the keys that are pressed in packets of events (RFC 4733, 2.5). All packets of a press bear
 * the time at which it began, so that each counts once, whichever of them come. A key that is held
 * for long comes in segments (2.5.1.3), each of which begins where the one before ended. One
 * source's; not thread-safe.
 */
public final class KeysHeard {
  private static final int LENGTH = 4;

  /**
   * A packet that is late is of a time so far back at most, ten seconds of the fastest clock; what
   * is farther back is of a source that counts anew.
   */
  private static final long LATE = 480_000;

  /** A segment is as long as its length can be told, or a few packets less. */
  private static final long SEGMENT = 0xffff;

  private static final long LESS = 4_800;

  private static final int END = 0x80;
  private static final long TIMES = 0xffff_ffffL;

  private long began = -1;
  private int pressed = -1;
  private int length;
  private boolean ended;

  /** The key, at the first packet of its press that comes. */
  public Optional<Key> came(RtpPacket packet) {
    byte[] payload = packet.payload();
    if (payload.length < LENGTH || before(packet.timestamp())) {
      return Optional.empty();
    }
    int event = payload[0] & 0xff;
    boolean ends = (payload[1] & END) != 0;
    long since = (packet.timestamp() - began) & TIMES;
    int told = ByteBuffer.wrap(payload).getShort(2) & 0xffff;
    if (began >= 0 && (since == 0 || (event == pressed && since < length))) {
      // Some tell of the end again by a later time, at which nobody can have pressed it anew.
      ended |= ends;
      length = Math.max(length, told);
      return Optional.empty();
    }
    Optional<Key> key = Key.of(event);
    if (key.isEmpty()) {
      return key;
    }
    boolean goesOn = event == pressed && !ended && since <= SEGMENT && since >= SEGMENT - LESS;
    began = packet.timestamp();
    pressed = event;
    length = told;
    ended = ends;
    return goesOn ? Optional.empty() : key;
  }

  private boolean before(long timestamp) {
    long past = (began - timestamp) & TIMES;
    return began >= 0 && past > 0 && past < LATE;
  }
}
