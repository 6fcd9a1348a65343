package io.heyue.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Rng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OpusTest {
  /** Something like a voice: harmonics of a pitch that glides, under formants, in syllables. */
  private static short[] voice(int rate, double seconds) {
    short[] samples = new short[(int) (rate * seconds)];
    double phase = 0;
    for (int at = 0; at < samples.length; at++) {
      double time = (double) at / rate;
      double pitch = 130 + 30 * Math.sin(2 * Math.PI * 0.7 * time);
      phase += 2 * Math.PI * pitch / rate;
      double sum = 0;
      for (int harmonic = 1; harmonic * pitch < 3_200; harmonic++) {
        double hertz = harmonic * pitch;
        double near = Math.exp(-Math.pow((hertz - 600) / 250, 2));
        double far = 0.4 * Math.exp(-Math.pow((hertz - 1_700) / 300, 2));
        sum += (near + far) * Math.sin(harmonic * phase);
      }
      double syllable = Math.pow(Math.sin(Math.PI * 3 * time), 2);
      samples[at] = (short) Math.round(5_000 * syllable * sum);
    }
    return samples;
  }

  private static short[] through(Opus.Encoder encoder, short[] samples, int[] bytes) {
    Opus.Decoder decoder = new Opus.Decoder();
    int frames = samples.length / encoder.frame();
    short[] heard = new short[Opus.Decoder.FRAME * frames];
    for (int frame = 0; frame < frames; frame++) {
      int from = frame * encoder.frame();
      byte[] packet = encoder.encode(Arrays.copyOfRange(samples, from, from + encoder.frame()));
      bytes[0] += packet.length;
      short[] out = decoder.decode(packet).orElseThrow();
      System.arraycopy(out, 0, heard, frame * Opus.Decoder.FRAME, out.length);
    }
    return heard;
  }

  /** Signal to noise in dB, at the delay at which it is best. */
  private static double likeness(short[] said, short[] heard) {
    double best = Double.NEGATIVE_INFINITY;
    for (int delay = 0; delay < 240; delay++) {
      double signal = 0;
      double noise = 0;
      for (int at = 800; at + delay < heard.length && at < said.length; at++) {
        double difference = said[at] - heard[at + delay];
        signal += (double) said[at] * said[at];
        noise += difference * difference;
      }
      best = Math.max(best, 10 * Math.log10(signal / noise));
    }
    return best;
  }

  @Test
  void speechComesThrough() throws IOException {
    StringBuilder report =
        new StringBuilder("Opus on a synthetic voice of 3 s, in and out alike\n");
    short[] narrow = voice(8_000, 3);
    double last = 0;
    for (int bits : new int[] {8_000, 16_000, 24_000, 32_000}) {
      int[] bytes = {0};
      short[] heard = through(new Opus.Encoder(8_000, bits, 0), narrow, bytes);
      double likeness = likeness(narrow, heard);
      report.append(
          String.format(
              Locale.ROOT,
              "8 kHz at %5d bit/s: %.1f dB, %d bytes a packet%n",
              bits,
              likeness,
              bytes[0] / 150));
      assertThat(bytes[0] * 8 / 3).isBetween(bits / 2, bits * 5 / 4);
      assertThat(likeness).isGreaterThan(last - 1);
      last = likeness;
    }
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/opus.txt"), report);
    assertThat(last).isGreaterThan(11);
  }

  /** Browsers send 48 kHz; we hear 8 kHz of it. */
  @Test
  void whateverRateTheOtherSideHasOursIsGiven() {
    short[] narrow = voice(8_000, 2);
    for (int rate : new int[] {12_000, 16_000, 24_000, 48_000}) {
      short[] wide = new Sound(8_000, narrow).at(rate).samples();
      short[] heard = through(new Opus.Encoder(rate, 32_000, 0), wide, new int[1]);
      assertThat(heard.length).isEqualTo(16_000);
      assertThat(likeness(narrow, heard)).as("%d", rate).isGreaterThan(8);
    }
  }

  /**
   * Below the fold nothing is lost, above it nothing comes through, and pieces join without seam.
   */
  @Test
  void aSixthOfTheSamplesHoldsWhatItCan() {
    for (double hertz : new double[] {300, 1_000, 3_000, 5_000, 9_000}) {
      Decimation decimation = new Decimation();
      double power = 0;
      for (int piece = 0; piece < 20; piece++) {
        short[] in = new short[480];
        for (int at = 0; at < in.length; at++) {
          in[at] =
              (short)
                  Math.round(10_000 * Math.sin(2 * Math.PI * hertz * (piece * 480 + at) / 48_000));
        }
        short[] out = decimation.next(in, in.length);
        assertThat(out).hasSize(80);
        for (int at = 0; at < 80 && piece >= 4; at++) {
          power += out[at] * out[at] / (16.0 * 80);
        }
      }
      double amplitude = Math.sqrt(2 * power);
      assertThat(amplitude)
          .as("%f Hz", hertz)
          .isBetween(hertz < 4_000 ? 9_800.0 : 0, hertz < 4_000 ? 10_200.0 : 60.0);
    }
  }

  @Test
  void aLostFrameIsConcealed() {
    Opus.Encoder encoder = new Opus.Encoder(8_000, 16_000, 0.1);
    Opus.Decoder decoder = new Opus.Decoder();
    short[] samples = voice(8_000, 1);
    for (int frame = 0; frame < 8; frame++) {
      short[] part = Arrays.copyOfRange(samples, frame * 160, frame * 160 + 160);
      assertThat(decoder.decode(encoder.encode(part))).isPresent();
    }
    short[] guessed = decoder.lost(160);
    assertThat(guessed).hasSize(160);
    int peak = 0;
    for (short sample : guessed) {
      peak = Math.max(peak, Math.abs(sample));
    }
    assertThat(peak).isGreaterThan(500);
  }

  /** Every fifth frame is lost: the copy in the next says more of it than what came before. */
  @Test
  void aLostFrameIsRepairedByTheNext() {
    short[] samples = voice(8_000, 3);
    short[] repaired = new short[samples.length];
    short[] guessed = new short[samples.length];
    Opus.Encoder encoder = new Opus.Encoder(8_000, 24_000, 0.1);
    Opus.Decoder repairing = new Opus.Decoder();
    Opus.Decoder guessing = new Opus.Decoder();
    boolean lost = false;
    for (int frame = 0; frame * 160 < samples.length; frame++) {
      int at = frame * 160;
      byte[] packet = encoder.encode(Arrays.copyOfRange(samples, at, at + 160));
      assertThat(Opus.samples(packet)).isEqualTo(160);
      if (lost) {
        System.arraycopy(repairing.repaired(packet, 160), 0, repaired, at - 160, 160);
        System.arraycopy(guessing.lost(160), 0, guessed, at - 160, 160);
      }
      lost = frame % 5 == 4;
      if (!lost) {
        System.arraycopy(repairing.decode(packet).orElseThrow(), 0, repaired, at, 160);
        System.arraycopy(guessing.decode(packet).orElseThrow(), 0, guessed, at, 160);
      }
    }
    assertThat(likeness(samples, repaired)).isGreaterThan(likeness(samples, guessed) + 2);
  }

  @Test
  void anyBytesAreAPacketOrNone() {
    Rng rng = Rng.seeded(4);
    Opus.Decoder decoder = new Opus.Decoder();
    for (int round = 0; round < 300; round++) {
      byte[] bytes = new byte[rng.nextInt(200)];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = (byte) rng.nextLong();
      }
      assertThat(Opus.samples(bytes)).isGreaterThanOrEqualTo(0);
      assertThat(decoder.repaired(bytes, 160)).hasSize(160);
      assertThat(decoder.decode(bytes).map(samples -> samples.length).orElse(0)).isBetween(0, 960);
    }
    assertThat(decoder.decode(new byte[0])).isEmpty();
  }

  @Test
  void ratesAreThoseOfOpus() {
    assertThatThrownBy(() -> new Opus.Encoder(44_100, 16_000, 0))
        .hasMessageContaining("rate is 44100");
    assertThatThrownBy(() -> new Opus.Encoder(8_000, 16_000, 0).encode(new short[80]))
        .hasMessageContaining("samples is 80");
  }
}
