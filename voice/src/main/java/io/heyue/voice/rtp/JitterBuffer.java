package io.heyue.voice.rtp;

import io.heyue.core.base.Check;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Puts the packets of one source in order and gives them out one a tick. It waits as long as the
 * network needs: three times the jitter between arrivals (RFC 3550, A.8), a tick more after each
 * that came too late, and a tick less once all came early for a while. Holds at most {@link #MOST}
 * packets. Time is told to it. Not thread-safe.
 */
public final class JitterBuffer {
  /** Packets that are held at most, 640 ms; of more the oldest is given up. */
  static final int MOST = 32;

  /** It never waits longer than this many ticks. */
  private static final int PATIENCE = 12;

  /** So many ticks all must come early before it waits for less. */
  private static final int CALM = 100;

  /** So many turns in a row are made up for while nothing comes, 60 ms; then it is silence. */
  private static final int MADE_UP = 3;

  private static final int PATIENT_TIMES = 3;
  private static final double SMOOTHING = 16;

  private final TreeMap<Long, RtpPacket> waiting = new TreeMap<>();
  private final Numbering numbering = new Numbering();
  private final long tick;
  private final int samples;

  /** The number whose turn is next; -1 before the first. */
  private long next = -1;

  /** Which of the last 64 before {@link #next} were given out: a bit each, the last the lowest. */
  private long given;

  private boolean filling = true;
  private int filled;

  /** Turns for which nothing was there while it played, and which may yet come or be lost. */
  private int dry;

  private int wanted = 1;
  private int least = MOST;
  private int ticks;
  private double jitter;
  private boolean measured;
  private long arrived;
  private long stamped;
  private long late;
  private long lost;

  /**
   * @param tick how much audio a packet holds
   * @param rate samples a second
   */
  public JitterBuffer(Duration tick, int rate) {
    this.tick = tick.toNanos();
    this.samples = Math.toIntExact(this.tick * rate / 1_000_000_000L);
    Check.that(samples > 0, "tick", tick, "a sample or more");
  }

  /** What is to be heard now. */
  public sealed interface Turn {
    /** The packet whose turn it is. */
    record Heard(RtpPacket packet) implements Turn {}

    /** It was lost, or is late. */
    record Lost() implements Turn {}

    /** Nobody speaks, or it waits for the network. */
    record Nothing() implements Turn {}
  }

  /**
   * Takes a packet in.
   *
   * @param now nanoseconds of any clock that only goes forward
   */
  public void came(RtpPacket packet, long now) {
    came(packet, true, now);
  }

  /**
   * Takes a packet in whose time is not when it was sent: it keeps its place and measures nothing.
   */
  public void cameUntimed(RtpPacket packet, long now) {
    came(packet, false, now);
  }

  private void came(RtpPacket packet, boolean timed, long now) {
    OptionalLong number = numbering.of(packet.sequence());
    if (number.isEmpty()) {
      return;
    }
    long at = number.getAsLong();
    if (next >= 0 && at < next) {
      tooLate(next - 1 - at);
      return;
    }
    if (next >= 0 && at > next + MOST + PATIENCE) {
      // It went on elsewhere: what is held belongs to before.
      waiting.clear();
      begin(at);
      measured = false;
      jitter = 0;
    }
    if (timed) {
      measure(packet, now);
    }
    waiting.putIfAbsent(at, packet);
    if (waiting.size() > MOST) {
      var _ = waiting.pollFirstEntry();
      lost++;
      begin(waiting.firstKey());
      filling = false;
    }
  }

  private void begin(long at) {
    next = at;
    given = 0;
    filling = true;
    filled = 0;
    dry = 0;
  }

  /** What was given out comes twice, which is nobody's delay. */
  private void tooLate(long back) {
    if (back < Long.SIZE && ((given >> back) & 1) == 0) {
      late++;
      wanted = Math.min(PATIENCE, wanted + 1);
    }
  }

  /** Both times are differences, so that neither minds coming round. */
  private void measure(RtpPacket packet, long now) {
    if (measured) {
      double apart = (double) (now - arrived) / tick * samples;
      double off = Math.abs(apart - (int) (packet.timestamp() - stamped));
      // More than a jump of a second is another clock, not a delay.
      if (off < samples * 50.0) {
        jitter += (off - jitter) / SMOOTHING;
      }
    }
    measured = true;
    arrived = now;
    stamped = packet.timestamp();
    wanted = Math.max(needed(), wanted);
  }

  private int needed() {
    return Math.clamp(1 + (long) Math.ceil(PATIENT_TIMES * jitter / samples - 0.5), 1, PATIENCE);
  }

  /** The next turn; to be asked once a tick. */
  public Turn turn() {
    calm();
    if (filling && !full()) {
      return new Turn.Nothing();
    }
    if (waiting.isEmpty()) {
      return empty();
    }
    // What was made up for while nothing was there is not made up for again.
    while (dry > 0 && !waiting.containsKey(next)) {
      pass(false);
      lost++;
      dry--;
    }
    dry = 0;
    RtpPacket packet = waiting.remove(next);
    pass(packet != null);
    if (packet == null) {
      lost++;
      return new Turn.Lost();
    }
    return new Turn.Heard(packet);
  }

  /** Whether enough is there to begin, or nothing more comes. */
  private boolean full() {
    if (waiting.isEmpty() || (waiting.size() < wanted && ++filled < wanted)) {
      return false;
    }
    long first = waiting.firstKey();
    lost += next >= 0 ? first - next : 0;
    begin(first);
    filling = false;
    return true;
  }

  private Turn empty() {
    if (dry < MADE_UP) {
      dry++;
      return new Turn.Lost();
    }
    filling = true;
    filled = 0;
    dry = 0;
    return new Turn.Nothing();
  }

  private void pass(boolean heard) {
    next++;
    given = (given << 1) | (heard ? 1 : 0);
  }

  /** Waits for less where for a while more was there than was needed. */
  private void calm() {
    least = Math.min(least, waiting.size());
    if (++ticks < CALM) {
      return;
    }
    if (least > 1 && !filling && waiting.containsKey(next)) {
      var _ = waiting.remove(next);
      pass(true);
      wanted = Math.max(needed(), wanted - 1);
    }
    ticks = 0;
    least = MOST;
  }

  /** The packet whose turn is next, where it is there already. */
  public Optional<RtpPacket> following() {
    return Optional.ofNullable(waiting.get(next));
  }

  /** How long it waits now. */
  public Duration delay() {
    return Duration.ofNanos(wanted * tick);
  }

  /** How much arrivals vary, in samples (RFC 3550, 6.4.1). */
  public double jitter() {
    return jitter;
  }

  /** Packets that came after their turn. */
  public long late() {
    return late;
  }

  /** Packets that didn't come, or not in time. */
  public long lost() {
    return lost;
  }
}
