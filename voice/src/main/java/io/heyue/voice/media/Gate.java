package io.heyue.voice.media;

import io.heyue.voice.audio.Companding;
import io.heyue.voice.rtp.RtpPacket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a stream's media passes on its way in and out: lets in what the other side sent and nobody
 * else, and encrypts what goes out. Time is told to it. Not thread-safe.
 */
final class Gate {
  /** The payload type of comfort noise (RFC 3389, 4). */
  static final int COMFORT_NOISE = 13;

  /** Bytes of an event (RFC 4733, 2.3). */
  private static final int EVENT = 4;

  /** Whoever sent within a second is still sending. */
  private static final Duration STILL = Duration.ofSeconds(1);

  private final Latch latch;
  private final long patience;
  private final Map<Dropped, Long> dropped = new EnumMap<>(Dropped.class);
  private @Nullable Remote remote;
  private @Nullable Srtp srtp;
  private boolean waiting;
  private boolean told;
  private long since;

  Gate(MediaSettings settings) {
    this.latch = new Latch(settings.otherHosts(), STILL);
    this.patience = settings.silence().toNanos();
  }

  void connect(Remote other, @Nullable Srtp by) {
    latch.signalled(other.address());
    remote = other;
    srtp = by;
    waiting = false;
  }

  /** The packet in a datagram, if it is one that this stream is to hear. */
  Optional<RtpPacket> open(byte[] datagram, InetSocketAddress from, long now) {
    Remote other = remote;
    if (other == null) {
      latch.early(from, now);
      return dropped(Dropped.UNCONNECTED);
    }
    if (!latch.admits(from, now)) {
      return dropped(Dropped.WRONG_ADDRESS);
    }
    Srtp by = srtp;
    ByteBuffer plain = ByteBuffer.wrap(datagram);
    if (by != null) {
      switch (by.open(datagram)) {
        case Srtp.Opened.Plain(ByteBuffer packet) -> plain = packet;
        case Srtp.Opened.Refused(Dropped why) -> {
          return dropped(why);
        }
      }
    }
    Optional<RtpPacket> packet = RtpPacket.read(plain);
    if (packet.isEmpty()) {
      return dropped(Dropped.MALFORMED);
    }
    int type = packet.get().payloadType();
    boolean event = other.events().isPresent() && type == other.events().getAsInt();
    if (!event && !other.codec().heard(type) && !audible(type)) {
      return dropped(Dropped.UNKNOWN_TYPE);
    }
    if (packet.get().payload().length < (event ? EVENT : 1)) {
      return dropped(Dropped.MALFORMED);
    }
    latch.heard(from, now);
    since = now;
    told = false;
    return packet;
  }

  /** Either curve is heard, whatever was agreed on: some answer one and send the other. */
  private static boolean audible(int type) {
    return type == Companding.PCMA.payloadType()
        || type == Companding.PCMU.payloadType()
        || type == COMFORT_NOISE;
  }

  private Optional<RtpPacket> dropped(Dropped why) {
    drop(why);
    return Optional.empty();
  }

  void drop(Dropped why) {
    dropped.merge(why, 1L, Long::sum);
  }

  Map<Dropped, Long> dropped() {
    return dropped;
  }

  /** For how long nothing came, once that is too long. */
  Optional<Duration> silent(long now) {
    Remote other = remote;
    if (other == null || !other.receive()) {
      waiting = false;
      return Optional.empty();
    }
    if (!waiting) {
      waiting = true;
      told = false;
      since = now;
    }
    if (told || now - since < patience) {
      return Optional.empty();
    }
    told = true;
    return Optional.of(Duration.ofNanos(now - since));
  }

  /** As it is sent. */
  byte[] seal(RtpPacket packet) {
    Srtp by = srtp;
    return by == null ? packet.bytes() : by.protect(packet.bytes());
  }

  @Nullable InetSocketAddress target() {
    return latch.target();
  }
}
