package io.heyue.voice.media;

import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Concealment;
import io.heyue.voice.audio.Opus;
import io.heyue.voice.rtp.RtpPacket;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes samples of what packets of audio hold, and of what was lost. A-law and µ-law are understood
 * whatever was agreed on: some answer one and send the other. Not thread-safe.
 */
final class Decoding {
  private final Concealment concealment = new Concealment();
  private Encoding agreed = new Encoding.OfG711(Companding.PCMA);

  /** Of the source that is heard; none before it sent any Opus. */
  private Opus.@Nullable Decoder opus;

  /** Whether the last that came was Opus. */
  private boolean byOpus;

  /** From now on this is agreed on. */
  void by(Encoding encoding) {
    agreed = encoding;
  }

  /** Another source speaks. */
  void begin() {
    opus = null;
    byOpus = false;
  }

  private boolean opus(int type) {
    return agreed instanceof Encoding.OfOpus && agreed.heard(type);
  }

  /** Ticks a second of the timestamps of packets of that type. */
  int clock(int type) {
    return opus(type) ? Opus.CLOCK : Companding.RATE;
  }

  /** How many samples a packet of audio holds; of Opus that is none, none. */
  int samples(RtpPacket packet) {
    byte[] payload = packet.payload();
    return opus(packet.payloadType()) ? Opus.samples(payload) : payload.length;
  }

  /** The samples of a packet; empty where it holds no audio. */
  Optional<short[]> came(RtpPacket packet) {
    if (opus(packet.payloadType())) {
      Opus.Decoder decoder = opus;
      if (decoder == null) {
        decoder = new Opus.Decoder();
        opus = decoder;
      }
      byOpus = true;
      return decoder.decode(packet.payload());
    }
    for (Companding curve : Companding.values()) {
      if (curve.payloadType() == packet.payloadType()) {
        byOpus = false;
        return Optional.of(concealment.came(curve.decode(packet.payload())));
      }
    }
    return Optional.empty();
  }

  /**
   * What is heard in place of samples that didn't come.
   *
   * @param after the packet behind them, where it came: Opus may hold a copy of what was lost there
   */
  short[] lost(int samples, Optional<RtpPacket> after) {
    Opus.Decoder decoder = opus;
    if (!byOpus || decoder == null) {
      return concealment.lost(samples);
    }
    short[] heard =
        after
            .filter(packet -> opus(packet.payloadType()))
            .map(packet -> decoder.repaired(packet.payload(), samples))
            .orElseGet(() -> decoder.lost(samples));
    return heard.length == samples ? heard : Arrays.copyOf(heard, samples);
  }
}
