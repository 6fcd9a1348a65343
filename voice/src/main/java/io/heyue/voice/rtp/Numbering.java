package io.heyue.voice.rtp;

import java.util.OptionalLong;

/**
 * Sixteen-bit numbers of packets as numbers that don't come round (RFC 3550, appendix A.1). A
 * source that begins anew is believed at its second packet. One source's; not thread-safe.
 */
public final class Numbering {
  private static final int AROUND = 1 << 16;

  /** Further ahead than this, 60 s of audio, nothing is lost: somebody began anew. */
  private static final int AHEAD = 3_000;

  /** Further behind than this, nothing is late. */
  private static final int BEHIND = 100;

  private long highest = -1;
  private int strange = -1;

  /** Its number; empty for the first packet that fits nowhere. */
  public OptionalLong of(int sequence) {
    if (highest < 0) {
      highest = (long) AROUND + sequence;
      return OptionalLong.of(highest);
    }
    int step = (short) (sequence - (int) highest);
    if (step > -BEHIND && step < AHEAD) {
      strange = -1;
      highest = Math.max(highest, highest + step);
      return OptionalLong.of(highest + Math.min(0, step));
    }
    if (sequence == strange) {
      // Far enough ahead that nobody takes it for one of the old ones.
      highest = (highest / AROUND + 2) * AROUND + sequence;
      strange = -1;
      return OptionalLong.of(highest);
    }
    strange = (sequence + 1) % AROUND;
    return OptionalLong.empty();
  }
}
