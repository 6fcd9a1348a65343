package io.heyue.voice.media;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the media of a stream comes from, and is therefore sent to (symmetric RTP, RFC 4961). Who
 * sits behind a router sends from elsewhere than was signalled: the first packet from there moves
 * us, once for each time it was signalled, and never away from one who is still sending: nobody
 * else can put words into a call. What was signalled has its place as soon as it sends.
 *
 * <p>Whoever sends to the port before there is anybody to be heard belongs to a call of before, as
 * where a process that died held the port: they must neither be heard nor hear this one. Not
 * thread-safe.
 */
final class Latch {
  /** Whoever sent for so long before anything was signalled is of another call: 0.25 s. */
  private static final long BEFORE = Duration.ofMillis(250).toNanos();

  /** Of those so many are remembered. */
  private static final int MOST = 8;

  private final boolean otherHosts;
  private final long still;

  /** Who sent before anybody was to be heard. */
  private final Map<InetSocketAddress, Early> early = new HashMap<>();

  /** When their first packet came before anything was signalled, and their last. */
  private record Early(long first, long last) {}

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

  /** A packet came from there before anything was signalled. */
  void early(InetSocketAddress from, long now) {
    if (early.size() < MOST || early.containsKey(from)) {
      early.merge(from, new Early(now, now), (known, _) -> new Early(known.first(), now));
    }
  }

  private boolean stranger(InetSocketAddress from) {
    Early known = early.get(from);
    return known != null && known.last() - known.first() >= BEFORE;
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
    if (from.equals(source) || from.equals(known)) {
      return true;
    }
    if (stranger(from) || moved || (heard && now - last < still)) {
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
