package io.heyue.voice.media;

import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Opus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes payloads of frames, by one encoding. One source's; not thread-safe. Opus remembers what it
 * coded before, so that a frame that comes again, since it couldn't be sent, is not coded again.
 */
final class Coder {
  /** Share of packets that may be lost: what repairs are made for. */
  private static final double LOSS = 0.1;

  private final Encoding encoding;
  private final Optional<Opus.Encoder> opus;
  private @Nullable Object last;
  private byte[] payload = new byte[0];

  Coder(Encoding encoding) {
    this.encoding = encoding;
    this.opus =
        switch (encoding) {
          case Encoding.OfG711 _ -> Optional.empty();
          case Encoding.OfOpus(int _, int _, int bits, boolean repairs) ->
              Optional.of(new Opus.Encoder(Companding.RATE, bits, repairs ? LOSS : 0));
        };
  }

  Encoding encoding() {
    return encoding;
  }

  /**
   * The payload of a frame.
   *
   * @param what the same object where it is the same frame again
   */
  @SuppressWarnings("ReferenceEquality") // Another frame may hold the same.
  byte[] coded(Object what, short[] frame) {
    if (what != last) {
      payload =
          switch (encoding) {
            case Encoding.OfG711(Companding curve) -> curve.encode(frame);
            case Encoding.OfOpus _ -> opus.orElseThrow().encode(frame);
          };
      last = what;
    }
    return payload;
  }
}
