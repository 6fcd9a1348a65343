package io.heyue.voice.media;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the media of a stream comes from, and is therefore sent to (symmetric RTP, RFC 4961). Who
 * sits behind a router sends from elsewhere than was signalled: the first packet from there moves
 * us, once for each time it was signalled, and never away from one who is still sending: nobody
 * else can put words into a call. Not thread-safe.
 */
final class Latch {
  private final boolean otherHosts;
  private final long still;

  private @Nullable InetSocketAddress signalled;
  private @Nullable InetSocketAddress source;
  private boolean moved;
  private boolean heard;
  private long last;

  /**
   * @param otherHosts whether another host than the signalled one may send
   * @param still so long after its last packet a source still counts as sending
   */
  Latch(boolean otherHosts, Duration still) {
    this.otherHosts = otherHosts;
    this.still = still.toNanos();
  }

  /** The address as signalled; the same as before leaves us where we are. */
  void signalled(InetSocketAddress address) {
    moved = false;
    if (!address.equals(signalled)) {
      signalled = address;
      source = address;
      heard = false;
    }
  }

  /** Whether a packet from there is to be looked at. */
  boolean admits(InetSocketAddress from, long now) {
    InetSocketAddress known = signalled;
    if (known == null) {
      return false;
    }
    if (from.equals(source)) {
      return true;
    }
    if (moved || (heard && now - last < still)) {
      return false;
    }
    return otherHosts || from.getAddress().equals(known.getAddress());
  }

  /** A valid packet came from there, which was admitted. */
  void heard(InetSocketAddress from, long now) {
    if (!from.equals(source)) {
      source = from;
      moved = true;
    }
    heard = true;
    last = now;
  }

  /** Where to send; null before anything was signalled. */
  @Nullable InetSocketAddress target() {
    return source;
  }
}
