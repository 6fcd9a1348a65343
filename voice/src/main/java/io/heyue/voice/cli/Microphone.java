package io.heyue.voice.cli;

import io.heyue.voice.hear.SpeechDetector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.TargetDataLine;

/** This machine's default microphone. */
final class Microphone {
  private Microphone() {}

  /**
   * Listens.
   *
   * @param seconds for so long
   * @throws IOException where there is none, or another program has it; it tells why
   */
  static void hear(int seconds, Consumer<short[]> heard) throws IOException {
    AudioFormat format = new AudioFormat(SpeechDetector.RATE, 16, 1, true, false);
    try (TargetDataLine line = AudioSystem.getTargetDataLine(format)) {
      line.open(format);
      line.start();
      byte[] bytes = new byte[2 * SpeechDetector.FRAME];
      for (long left = (long) seconds * SpeechDetector.RATE; left > 0; ) {
        int read = line.read(bytes, 0, bytes.length);
        if (read <= 0) {
          return;
        }
        short[] samples = new short[read / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        heard.accept(samples);
        left -= samples.length;
      }
    } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
      throw new IOException(
          "No microphone can be opened with 8,000 samples a second: "
              + e.getMessage()
              + ". Maybe there is none here, or another program has it; a WAV file always works.",
          e);
    }
  }
}
