package io.heyue.voice.media;

import io.heyue.core.base.Check;
import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Opus;

/** How audio is coded on the wire. Immutable and thread-safe. */
public sealed interface Encoding {
  /** By which what we send is told. */
  int payloadType();

  /** Ticks a second of its timestamps. */
  int clock();

  /** Whether a payload type is its own, of what they send. */
  boolean heard(int type);

  /** A byte a sample. */
  record OfG711(Companding curve) implements Encoding {
    @Override
    public int payloadType() {
      return curve.payloadType();
    }

    @Override
    public int clock() {
      return Companding.RATE;
    }

    @Override
    public boolean heard(int type) {
      return type == curve.payloadType();
    }
  }

  /**
   * Opus (RFC 7587): speech of 4 kHz, in packets of 20 ms.
   *
   * @param payloadType of what we send
   * @param heardAs of what they send
   * @param bits a second that we aim at, 6,000 to 64,000
   * @param repairs whether each packet also holds a poor copy of the one before, since they can use
   *     it where that was lost
   */
  record OfOpus(int payloadType, int heardAs, int bits, boolean repairs) implements Encoding {
    public OfOpus {
      Check.that(payloadType >= 96 && payloadType < 128, "payloadType", payloadType, "96 to 127");
      Check.that(heardAs >= 96 && heardAs < 128, "heardAs", heardAs, "96 to 127");
      Check.that(bits >= 6_000 && bits <= 64_000, "bits", bits, "6000 to 64000");
    }

    @Override
    public int clock() {
      return Opus.CLOCK;
    }

    @Override
    public boolean heard(int type) {
      return type == heardAs || type == payloadType;
    }
  }
}
