package io.heyue.voice.line;

import io.heyue.voice.sip.Codec;
import java.io.IOException;
import java.util.List;

/**
 * How many calls may be coded by Opus at once. A frame that comes and one that goes take a quarter
 * of a millisecond of the thread that sends for all calls, so that these take half of its time.
 */
final class OpusRoom {
  static final int MOST = 40;

  private OpusRoom() {}

  /**
   * The codecs that there is room for.
   *
   * @param standing how many calls are coded by Opus now
   * @throws IOException if none is left
   */
  static List<Codec> left(List<Codec> wanted, int standing) throws IOException {
    if (standing < MOST || !wanted.contains(Codec.OPUS)) {
      return wanted;
    }
    List<Codec> others = wanted.stream().filter(codec -> codec != Codec.OPUS).toList();
    if (others.isEmpty()) {
      throw new IOException(
          "%d calls stand by Opus, and this one may use nothing else. Maybe allow pcma too."
              .formatted(standing));
    }
    return others;
  }
}
