package io.heyue.voice.speech;

import io.heyue.voice.audio.Sound;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bare samples of 16 bits, little endian, one channel. */
final class Samples {
  private Samples() {}

  static Sound of(byte[] bytes, int rate) {
    short[] samples = new short[bytes.length / 2];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    return new Sound(rate, samples);
  }
}
