package io.heyue.voice.media;

import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.rtp.RtpPacket;
import io.heyue.voice.tone.Goertzel;

/** Tones for tests, and how much of them is heard. */
final class Tones {
  static final int LOUD = 8_000;

  private Tones() {}

  /** Frames of a tone that goes on from frame {@code first}. */
  static short[] frames(double hertz, long first, int count) {
    short[] samples = new short[count * Frame.SAMPLES];
    for (int at = 0; at < samples.length; at++) {
      double time = (first * Frame.SAMPLES + at) / (double) Companding.RATE;
      samples[at] = (short) Math.round(LOUD * Math.sin(2 * Math.PI * hertz * time));
    }
    return samples;
  }

  static Sound sound(double hertz, int frames) {
    return new Sound(Companding.RATE, frames(hertz, 0, frames));
  }

  static double loudness(short[] samples) {
    double sum = 0;
    for (short sample : samples) {
      sum += (double) sample * sample;
    }
    return Math.sqrt(sum / samples.length);
  }

  static boolean loud(short[] samples) {
    return loudness(samples) > LOUD / 4.0;
  }

  static double share(double hertz, short[] samples) {
    return new Goertzel(hertz, Companding.RATE).share(samples);
  }

  /** A packet of a tone. */
  static RtpPacket packet(double hertz, long source, int number) {
    byte[] codes = Companding.PCMA.encode(frames(hertz, number, 1));
    return new RtpPacket(
        number == 0, 8, number & 0xffff, number * 160L & 0xffff_ffffL, source, codes);
  }
}
