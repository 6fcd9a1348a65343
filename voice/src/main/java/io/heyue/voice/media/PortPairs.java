package io.heyue.voice.media;

import io.heyue.core.base.Check;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.util.BitSet;

/**
 * The ports of an engine, two by two: an even one for media and the next for reports (RFC 3550,
 * 11). They are taken in turn, so that what is still on its way to an ended call comes to nobody
 * else, and begin anywhere, so that a process that is started again doesn't take those of calls
 * that were cut off. Thread-safe.
 */
final class PortPairs {
  private final InetAddress bind;
  private final int first;
  private final int pairs;
  private final BitSet taken;
  private int next;

  /**
   * @param firstPort 0 for whichever are free
   * @param lastPort 0 where the first is
   * @param begin any number: with which pair it begins
   */
  PortPairs(InetAddress bind, int firstPort, int lastPort, long begin) {
    this.bind = bind;
    this.first = firstPort + firstPort % 2;
    this.pairs = (lastPort + 1 - first) / 2;
    Check.that(
        first == 0 || pairs > 0,
        "lastPort",
        lastPort,
        "such that an even port and the next fit in");
    this.taken = new BitSet(pairs);
    this.next = first == 0 ? 0 : Math.floorMod(begin, pairs);
  }

  /**
   * Opens the next pair that is free.
   *
   * @throws BindException if none is
   */
  synchronized Sockets open() throws IOException {
    if (first == 0) {
      return Sockets.openAny(bind);
    }
    for (int tried = 0; tried < pairs; tried++) {
      int pair = next;
      next = (next + 1) % pairs;
      if (taken.get(pair)) {
        continue;
      }
      try {
        Sockets sockets = Sockets.open(bind, first + 2 * pair);
        taken.set(pair);
        return sockets;
      } catch (BindException _) {
        // Another program has it.
      }
    }
    throw new BindException(
        "No port of %d to %d is free at %s. Maybe more calls run than the range has room for."
            .formatted(first, first + 2 * pairs - 1, bind.getHostAddress()));
  }

  synchronized void giveBack(Sockets sockets) {
    if (first == 0) {
      return;
    }
    taken.clear((sockets.port() - first) / 2);
  }
}
