package io.heyue.voice.media;

import java.util.List;

/** What the sides of a stream tell each other about it (RFC 3550, 6.4). Immutable. */
sealed interface RtcpReport {
  /** By one who sends, with what it heard. */
  record OfSender(
      long source, long ntp, long timestamp, long packets, long octets, List<Block> blocks)
      implements RtcpReport {
    public OfSender {
      blocks = List.copyOf(blocks);
    }
  }

  /** By one who only listens. */
  record OfReceiver(long source, List<Block> blocks) implements RtcpReport {
    public OfReceiver {
      blocks = List.copyOf(blocks);
    }
  }

  /** These sources have left (RFC 3550, 6.6). */
  record Bye(List<Long> sources) implements RtcpReport {
    public Bye {
      sources = List.copyOf(sources);
    }
  }

  /**
   * How a source is heard.
   *
   * @param fraction of its packets that was lost since the last report, in 256ths
   * @param lost how many were, of all; below zero where some came twice
   * @param highest the last number, with how often numbers came round
   * @param jitter in samples
   * @param lastReport the middle 32 bits of the time of its last report; 0 if none came
   * @param delay since that came, in 65,536ths of a second
   */
  record Block(
      long source,
      int fraction,
      int lost,
      long highest,
      long jitter,
      long lastReport,
      long delay) {}
}
