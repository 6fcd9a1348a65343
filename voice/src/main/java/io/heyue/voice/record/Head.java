package io.heyue.voice.record;

import io.heyue.core.base.Check;
import io.heyue.voice.audio.Companding;
import java.time.Instant;

/**
 * What the head of a recording tells. Immutable.
 *
 * @param begun when the call's media began: the time of the first sample
 * @param rate samples a second
 * @param channels left the other side, right us
 * @param keyId of the key that wraps its data key
 */
public record Head(
    RecordingId id, Instant begun, int rate, int channels, String keyId, Label label) {
  public Head {
    Check.that(rate == Companding.RATE, "rate", rate, "8000");
    Check.that(channels == 2, "channels", channels, "2");
  }
}
