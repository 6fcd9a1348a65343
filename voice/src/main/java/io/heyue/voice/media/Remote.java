package io.heyue.voice.media;

import io.heyue.core.base.Check;
import io.heyue.voice.audio.Companding;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The other side of a stream, as offer and answer agreed on it. Immutable and thread-safe.
 *
 * @param address where its media is to go; never 0.0.0.0, which is an old way to say hold
 * @param codec how it wants to hear us
 * @param events the payload type of keys (RFC 4733); empty where it takes none
 * @param eventClock ticks a second by which is told how long they are pressed
 * @param send whether we may send
 * @param receive whether we listen; if not, what comes is counted but not heard
 * @param keys where media is encrypted
 */
public record Remote(
    InetSocketAddress address,
    Encoding codec,
    OptionalInt events,
    int eventClock,
    boolean send,
    boolean receive,
    Optional<SrtpKeys> keys) {
  public Remote {
    Check.that(
        !address.isUnresolved() && address.getPort() > 0 && address.getPort() < 65_535,
        "address",
        address,
        "a host and a port of 1 to 65534");
    Check.that(
        !address.getAddress().isAnyLocalAddress(), "address", address, "of a host, or hold it");
    if (events.isPresent()) {
      int type = events.getAsInt();
      Check.that(type >= 96 && type < 128, "events", type, "96 to 127");
    }
  }

  /** Plain media both ways, without keys of a telephone. */
  public static Remote of(InetSocketAddress address, Companding codec) {
    return of(address, new Encoding.OfG711(codec));
  }

  /** The same, however it is coded. */
  public static Remote of(InetSocketAddress address, Encoding codec) {
    return new Remote(
        address, codec, OptionalInt.empty(), codec.clock(), true, true, Optional.empty());
  }

  /** The same, where keys are sent as events of this payload type. */
  public Remote events(int payloadType) {
    return events(payloadType, codec.clock());
  }

  /** The same, where their clock may be another than that of the audio. */
  public Remote events(int payloadType, int clock) {
    return new Remote(address, codec, OptionalInt.of(payloadType), clock, send, receive, keys);
  }

  /** The same, encrypted. */
  public Remote secured(SrtpKeys by) {
    return new Remote(address, codec, events, eventClock, send, receive, Optional.of(by));
  }

  /** The same, held or resumed. */
  public Remote held(boolean weSend, boolean weReceive) {
    return new Remote(address, codec, events, eventClock, weSend, weReceive, keys);
  }

  /** Where its reports are sent: the next port (RFC 3550, 11). */
  InetSocketAddress control() {
    return new InetSocketAddress(address.getAddress(), address.getPort() + 1);
  }
}
