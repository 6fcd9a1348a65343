package io.heyue.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** When one side of a call was loud on the wire: the times of such packets, in nanoseconds. */
final class WireSpeech {
  private final long[] loud;

  private WireSpeech(long[] loud) {
    this.loud = loud;
  }

  static WireSpeech of(List<WirePacket> packets, Predicate<WirePacket> side) {
    return new WireSpeech(
        packets.stream()
            .filter(WirePacket::loud)
            .filter(side)
            .mapToLong(WirePacket::at)
            .sorted()
            .toArray());
  }

  /** First packets of speech after a silence. */
  List<Long> onsets(long silence) {
    return java.util.stream.IntStream.range(0, loud.length)
        .filter(at -> at == 0 || loud[at] - loud[at - 1] >= silence)
        .mapToObj(at -> loud[at])
        .toList();
  }

  /** The first loud packet from a moment on. */
  OptionalLong first(long from) {
    int at = at(from);
    return at < loud.length ? OptionalLong.of(loud[at]) : OptionalLong.empty();
  }

  /** The last loud packet before a moment. */
  OptionalLong last(long before) {
    int at = at(before);
    return at > 0 ? OptionalLong.of(loud[at - 1]) : OptionalLong.empty();
  }

  /**
   * The last loud packet before a silence.
   *
   * @param end of the silence; the farthest there is where nothing follows
   */
  record Stop(long at, long end) {}

  /**
   * Where it falls silent after a moment at which it was loud.
   *
   * @return empty where it wasn't loud then
   */
  Optional<Stop> stop(long moment, long silence) {
    int at = at(moment) - 1;
    if (at < 0 || moment - loud[at] >= silence) {
      return Optional.empty();
    }
    while (at + 1 < loud.length && loud[at + 1] - loud[at] < silence) {
      at++;
    }
    return Optional.of(new Stop(loud[at], at + 1 < loud.length ? loud[at + 1] : Long.MAX_VALUE));
  }

  private int at(long moment) {
    int found = Arrays.binarySearch(loud, moment);
    return found >= 0 ? found : -found - 1;
  }
}
