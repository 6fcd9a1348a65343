package io.heyue.voice.bridge;

import io.heyue.voice.media.Mixer;
import io.heyue.voice.media.Playback;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What one leg hears, mixed a frame at a time in the moment before it is sent: so the leg's own
 * clock drives it, and nothing waits. Never ends by itself.
 */
final class LegSound implements Playback {
  private final String leg;
  private final Supplier<Mixer> matrix;
  private final Map<String, Source> sources;
  private short[] frame = new short[0];
  private int at;

  /**
   * @param matrix who hears whom now; asked for each frame
   * @param sources those whom it may hear
   */
  LegSound(String leg, Supplier<Mixer> matrix, Map<String, Source> sources) {
    this.leg = leg;
    this.matrix = matrix;
    this.sources = Map.copyOf(sources);
  }

  @Override
  public int read(short[] into, int from, int count) {
    if (at == frame.length) {
      frame = mixed();
      at = 0;
    }
    int read = Math.min(count, frame.length - at);
    System.arraycopy(frame, at, into, from, read);
    at += read;
    return read;
  }

  private short[] mixed() {
    Mixer now = matrix.get();
    Map<String, short[]> spoken = new LinkedHashMap<>();
    sources.forEach((speaker, source) -> {
      if (now.heard(leg, speaker)) {
        short[] next = source.next();
        if (next != null) {
          spoken.put(speaker, next);
        }
      }
    });
    return now.mix(leg, spoken);
  }
}
