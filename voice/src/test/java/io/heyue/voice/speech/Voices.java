package io.heyue.voice.speech;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sounds and voices for tests. */
final class Voices {
  private Voices() {}

  static Sound tone(int rate, double hertz, double peak, int samples) {
    short[] all = new short[samples];
    for (int at = 0; at < samples; at++) {
      all[at] = (short) Math.round(peak * Math.sin(2 * Math.PI * hertz * at / rate));
    }
    return new Sound(rate, all);
  }

  static byte[] bytes(Sound sound) {
    short[] samples = sound.samples();
    ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    return bytes.array();
  }

  /** Hums 80 ms a character, and remembers what it was asked for. */
  static final class Hum implements Voice {
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final String name;
    private final double peak;

    Hum(String name, double peak) {
      this.name = name;
      this.peak = peak;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Sound say(String words, Lang lang) {
      asked.add(words);
      return tone(8_000, 300, peak, 640 * words.length());
    }
  }
}
