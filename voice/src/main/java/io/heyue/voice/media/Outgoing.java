package io.heyue.voice.media;

import io.heyue.core.base.Rng;
import io.heyue.voice.audio.Companding;
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

  /** Frames a second. */
  private static final int FRAMES = 50;

  private final Outbox outbox = new Outbox();
  private final Comfort comfort;
  private final Noise noise;
  private final long source;
  private int sequence;
  private long lastRound = -1;
  private long timestamp;
  private Coder coder = new Coder(new Encoding.OfG711(Companding.PCMA));
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
    this.timestamp = random.nextLong() & NUMBERS;
    this.sequence = random.nextInt(FIRST);
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
    // By the clock of what was agreed on meanwhile, so that times go on where it changed.
    timestamp = timestamp + (round - Math.max(0, lastRound)) * ticks(remote) & NUMBERS;
    talking &= round == lastRound + 1;
    lastRound = round;
    if (!coder.encoding().equals(remote.codec())) {
      coder = new Coder(remote.codec());
    }
    Outbox.Next next = outbox.next();
    return switch (next) {
      case Outbox.Next.Voice voice -> Optional.of(audio(!talking, next, voice.frame().samples()));
      case Outbox.Next.Pressed(KeyPress press, int number) -> key(press, number, remote);
      case Outbox.Next.Quiet() ->
          comfort == Comfort.NOISE
              ? Optional.of(audio(packets == 0, next, noise.samples(Noise.COMFORT, Frame.SAMPLES)))
              : Optional.empty();
    };
  }

  private static int ticks(Remote remote) {
    return remote.codec().clock() / FRAMES;
  }

  private RtpPacket audio(boolean marked, Outbox.Next what, short[] samples) {
    return numbered(
        new RtpPacket(
            marked,
            coder.encoding().payloadType(),
            number(),
            timestamp,
            source,
            coder.coded(what, samples)));
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
        numbered(
            press.packet(
                number, remote.events().getAsInt(), remote.eventClock(), number(), keyed, source)));
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
    spoken =
        next instanceof Outbox.Next.Voice voice ? Optional.of(voice.frame()) : Optional.empty();
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
