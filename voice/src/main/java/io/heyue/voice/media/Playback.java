package io.heyue.voice.media;

import io.heyue.core.base.Check;
import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Sound;
import java.util.List;

/**
 * Something to be played, asked for its samples (8,000 a second, linear) a frame at a time, in the
 * moment before they are sent: nothing is fetched ahead, so that what is stopped was either sent or
 * not. It is asked by the thread that sends for all streams and must never wait; what comes from
 * elsewhere goes by a {@link Feed}.
 */
public interface Playback {
  /** What {@link #read} returns at the end. */
  int END = -1;

  /**
   * Writes the next samples.
   *
   * @param from the first place to write to
   * @param count how many are wanted, one or more
   * @return how many were written; 0 if there are none yet, and silence is heard meanwhile; {@link
   *     #END} if there are no more
   */
  int read(short[] into, int from, int count);

  /** Places in it, in order; asked for once. */
  default List<Mark> marks() {
    return List.of();
  }

  /** A sound of 8,000 samples a second. */
  static Playback of(Sound sound) {
    return of(sound, List.of());
  }

  /** A sound of 8,000 samples a second, with places in it. */
  static Playback of(Sound sound, List<Mark> marks) {
    Check.that(sound.rate() == Companding.RATE, "rate", sound.rate(), "8000");
    short[] samples = sound.samples();
    List<Mark> places = List.copyOf(marks);
    return new Playback() {
      private int at;

      @Override
      public int read(short[] into, int from, int count) {
        int left = samples.length - at;
        if (left == 0) {
          return END;
        }
        int read = Math.min(count, left);
        System.arraycopy(samples, at, into, from, read);
        at += read;
        return read;
      }

      @Override
      public List<Mark> marks() {
        return places;
      }
    };
  }
}
