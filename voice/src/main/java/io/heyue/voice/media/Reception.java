package io.heyue.voice.media;

import io.heyue.voice.rtp.Numbering;
import java.util.OptionalLong;

/**
 * How many packets of a source came, and how many did not (RFC 3550, A.1 and A.3). One source's;
 * not thread-safe.
 */
final class Reception {
  private static final int AROUND = 1 << 16;

  /** A jump further ahead is no loss: the source began anew. */
  private static final int AHEAD = 3_000;

  private final Numbering numbering = new Numbering();
  private long first = -1;
  private long highest;
  private long counted;
  private long received;
  private long lostBefore;
  private long expectedThen;
  private long countedThen;

  void came(int sequence) {
    received++;
    OptionalLong number = numbering.of(sequence);
    if (number.isEmpty()) {
      return;
    }
    long at = number.getAsLong();
    if (first < 0 || at > highest + AHEAD) {
      lostBefore = lost();
      first = at;
      highest = at;
      counted = 0;
      expectedThen = 0;
      countedThen = 0;
    }
    first = Math.min(first, at);
    highest = Math.max(highest, at);
    counted++;
  }

  /** All packets that came. */
  long received() {
    return received;
  }

  /** Packets that should have come and didn't; none where as many came twice. */
  long lost() {
    return Math.max(0, lostBefore + expected() - counted);
  }

  private long expected() {
    return first < 0 ? 0 : highest - first + 1;
  }

  /** The last number, with how often numbers came round since the first packet. */
  long highest() {
    return first < 0 ? 0 : highest - first / AROUND * AROUND;
  }

  /** The share that was lost since it was last asked, in 256ths. */
  int fraction() {
    long expectedSince = expected() - expectedThen;
    long lostSince = expectedSince - (counted - countedThen);
    expectedThen = expected();
    countedThen = counted;
    return expectedSince <= 0 || lostSince <= 0
        ? 0
        : (int) Math.min(255, lostSince * 256 / expectedSince);
  }
}
