package io.heyue.voice.media;

import io.heyue.core.base.Rng;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.rtp.KeyPress;
import io.heyue.voice.rtp.RtpPacket;
import java.util.Optional;

/**
 * Makes a packet each round of what is to be sent, with the numbers and times of one source (RFC
 * 3550, 5.1). A packet that the system didn't take is not sent late: what it held goes into the
 * next, under the next number. Not thread-safe.
 */
final class Outgoing {
  private static final long NUMBERS = 0xffff_ffffL;

  /** First numbers are below, so that both sides agree on how often they came round (RFC 4568). */
  private static final int FIRST = 1 << 15;

  private static final int NUMBER = 0xffff;

  private final Outbox outbox = new Outbox();
  private final Comfort comfort;
  private final Noise noise;
  private final long source;
  private final long base;
  private int sequence;
  private long lastRound = -1;
  private long timestamp;
  private long keyed;
  private boolean talking;
  private long packets;
  private long octets;
  private long unsent;
  private int size;
  private Optional<Sound> spoken = Optional.empty();

  Outgoing(Comfort comfort, Rng random, Noise noise) {
    this.comfort = comfort;
    this.noise = noise;
    this.source = random.nextLong() & NUMBERS;
    this.base = random.nextLong() & NUMBERS;
    this.sequence = random.nextInt(FIRST);
    this.timestamp = base;
  }

  Outbox outbox() {
    return outbox;
  }

  long source() {
    return source;
  }

  /**
   * The packet of this round; empty where there is none.
   *
   * @param round rounds since the stream was first connected
   */
  Optional<RtpPacket> next(long round, Remote remote) {
    timestamp = base + round * Frame.SAMPLES & NUMBERS;
    talking &= round == lastRound + 1;
    lastRound = round;
    return switch (outbox.next()) {
      case Outbox.Next.Voice voice -> Optional.of(audio(!talking, remote, voice.frame().samples()));
      case Outbox.Next.Pressed(KeyPress press, int number) -> key(press, number, remote);
      case Outbox.Next.Quiet() ->
          comfort == Comfort.NOISE
              ? Optional.of(
                  audio(packets == 0, remote, noise.samples(Noise.COMFORT, Frame.SAMPLES)))
              : Optional.empty();
    };
  }

  private RtpPacket audio(boolean marked, Remote remote, short[] samples) {
    return numbered(
        new RtpPacket(
            marked,
            remote.codec().payloadType(),
            number(),
            timestamp,
            source,
            remote.codec().encode(samples)));
  }

  private Optional<RtpPacket> key(KeyPress press, int number, Remote remote) {
    if (remote.events().isEmpty()) {
      // The other side takes no keys any more.
      outbox.sent();
      return Optional.empty();
    }
    if (number == 0) {
      keyed = timestamp;
    }
    return Optional.of(
        numbered(press.packet(number, remote.events().getAsInt(), number(), keyed, source)));
  }

  private int number() {
    sequence = sequence + 1 & NUMBER;
    return sequence;
  }

  private RtpPacket numbered(RtpPacket packet) {
    size = packet.payload().length;
    return packet;
  }

  /** The packet was put on the wire, or the system wouldn't take it. */
  void sent(boolean taken) {
    if (!taken) {
      unsent++;
      return;
    }
    Outbox.Next next = outbox.next();
    talking = next instanceof Outbox.Next.Voice;
    spoken = next instanceof Outbox.Next.Voice voice ? Optional.of(voice.frame()) : Optional.empty();
    outbox.sent();
    packets++;
    octets += size;
  }

  /** The frame of a voice that was sent last, once. */
  Optional<Sound> spoken() {
    Optional<Sound> frame = spoken;
    spoken = Optional.empty();
    return frame;
  }

  /** Its place since the stream was first connected. */
  long spokenAt() {
    return lastRound * Frame.SAMPLES;
  }

  /** The time of the last packet. */
  long timestamp() {
    return timestamp;
  }

  long packets() {
    return packets;
  }

  long octets() {
    return octets;
  }

  long unsent() {
    return unsent;
  }
}
