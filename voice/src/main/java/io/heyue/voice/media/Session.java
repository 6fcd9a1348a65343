package io.heyue.voice.media;

import io.heyue.core.base.Check;
import io.heyue.core.base.Rng;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.rtp.Key;
import io.heyue.voice.rtp.KeyPress;
import io.heyue.voice.rtp.RtpPacket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stream at work. The threads of the engine bring it what came and tell it when to send; its lock
 * is held for the work of one packet, and never while the listener is called. Thread-safe.
 */
final class Session implements MediaStream {
  /** Frames that are heard at once at most, 640 ms: more than that nothing holds. */
  private static final long CAUGHT_UP = 32;

  private final Sockets sockets;
  private final StreamListener listener;
  private final Consumer<Session> leave;
  private final Gate gate;
  private final Inbox inbox;
  private final Outgoing outgoing;
  private final Control control;

  private @Nullable Remote remote;
  private @Nullable Srtp srtp;
  private @Nullable Throwable fault;
  private long firstRound = -1;
  private long heardRound;
  private volatile boolean costly;
  private boolean closing;
  private boolean left;

  /**
   * @param leave has it taken out of the engine
   */
  Session(
      Sockets sockets,
      StreamListener listener,
      MediaSettings settings,
      NtpClock clock,
      Rng random,
      Consumer<Session> leave) {
    this.sockets = sockets;
    this.listener = listener;
    this.leave = leave;
    this.gate = new Gate(settings);
    Noise noise = new Noise(random.fork("noise"));
    this.inbox = new Inbox(noise);
    this.outgoing = new Outgoing(settings.comfort(), random.fork("outgoing"), noise);
    this.control = new Control(outgoing.source(), settings, clock, random.fork("control"));
  }

  Sockets sockets() {
    return sockets;
  }

  @Override
  public int localPort() {
    return sockets.port();
  }

  @Override
  public synchronized void connect(Remote other) {
    Remote before = remote;
    if (before == null || !before.keys().equals(other.keys())) {
      Srtp last = srtp;
      srtp =
          other.keys().map(keys -> last == null ? new Srtp(keys) : last.again(keys)).orElse(null);
    }
    remote = other;
    costly = other.codec() instanceof Encoding.OfOpus;
    inbox.by(other.codec());
    gate.connect(other, srtp);
    control.connect(other, srtp);
  }

  @Override
  public synchronized PlaybackId play(Playback playback) {
    return outgoing.outbox().play(playback);
  }

  @Override
  public synchronized void flush() {
    outgoing.outbox().flush();
  }

  @Override
  public synchronized void press(Key key, Duration held) {
    Remote other = remote;
    if (other == null || other.events().isEmpty()) {
      throw new IllegalStateException(
          "Nobody agreed on how keys are sent. Maybe the stream is not connected.");
    }
    outgoing.outbox().press(new KeyPress(key, Frame.LENGTH, held));
  }

  /** Whether a packet of it takes long to make. */
  boolean costly() {
    return costly;
  }

  /** A datagram came to the port of media. */
  synchronized void came(byte[] datagram, InetSocketAddress from, long now) {
    Remote other = remote;
    if (left) {
      return;
    }
    Optional<RtpPacket> packet = gate.open(datagram, from, now);
    if (packet.isPresent() && other != null) {
      int type = packet.get().payloadType();
      boolean event = other.events().isPresent() && other.events().getAsInt() == type;
      inbox.came(packet.get(), event, now).ifPresent(gate::drop);
    }
  }

  /** A datagram came to the port of reports. */
  synchronized void controlCame(byte[] datagram, InetSocketAddress from, long now) {
    if (!left) {
      control.came(datagram, from, now);
    }
  }

  /**
   * Sends what is due.
   *
   * @return whether a packet of media was sent
   */
  synchronized boolean send(long round, long now) {
    Remote other = remote;
    if (left || other == null) {
      return false;
    }
    if (firstRound < 0) {
      firstRound = round;
      heardRound = round - 1;
    }
    control
        .due(now, outgoing, inbox)
        .ifPresent(report -> Sockets.send(sockets.control(), report, control.target()));
    if (!other.send()) {
      return false;
    }
    Optional<RtpPacket> packet = outgoing.next(round - firstRound, other);
    if (packet.isEmpty()) {
      return false;
    }
    boolean taken = Sockets.send(sockets.media(), gate.seal(packet.get()), gate.target());
    outgoing.sent(taken);
    return taken;
  }

  /**
   * Tells the listener what was heard and what happened. Rounds that the sender gave up are heard
   * all the same: what was said meanwhile is no less said.
   */
  void hear(long round, long now) {
    List<short[]> frames = new ArrayList<>();
    List<Key> keys;
    List<Played> played;
    Optional<Duration> silent;
    Optional<Sound> spoken;
    long spokenAt;
    long at;
    synchronized (this) {
      if (left) {
        return;
      }
      Remote other = remote;
      if (other != null && firstRound >= 0) {
        for (long missed = Math.min(CAUGHT_UP, round - heardRound); missed > 0; missed--) {
          short[] heard = inbox.turn();
          frames.add(other.receive() ? heard : new short[Frame.SAMPLES]);
        }
        heardRound = round;
      }
      at = (round - firstRound + 1 - frames.size()) * Frame.SAMPLES;
      keys = inbox.keys();
      played = outgoing.outbox().reports();
      silent = gate.silent(now);
      spoken = outgoing.spoken();
      spokenAt = outgoing.spokenAt();
    }
    spoken.ifPresent(frame -> listener.sent(frame.samples(), spokenAt));
    keys.forEach(listener::pressed);
    played.forEach(listener::played);
    for (short[] frame : frames) {
      listener.heard(frame, at);
      at += Frame.SAMPLES;
    }
    silent.ifPresent(listener::silent);
  }

  @Override
  public synchronized StreamFigures figures() {
    Reception reception = inbox.reception();
    return new StreamFigures(
        outgoing.packets(),
        outgoing.unsent(),
        reception.received(),
        reception.lost(),
        inbox.late(),
        inbox.jitter() * 1_000 / inbox.clock(),
        control.roundTrip(),
        control.peerLoss(),
        gate.dropped());
  }

  /** Closes it for a fault; the first counts. */
  void fail(Throwable why) {
    synchronized (this) {
      if (fault == null) {
        fault = why;
      }
    }
    close();
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closing) {
        return;
      }
      closing = true;
      outgoing.outbox().flush();
    }
    leave.accept(this);
  }

  /** Says goodbye to the other side, and what was played to the listener; from now on it rests. */
  void farewell(long now) {
    List<Played> played;
    synchronized (this) {
      Check.that(!left, "left", left, "false");
      left = true;
      outgoing.outbox().flush();
      played = outgoing.outbox().reports();
      if (remote != null) {
        var _ =
            Sockets.send(sockets.control(), control.bye(now, outgoing, inbox), control.target());
      }
    }
    played.forEach(listener::played);
  }

  /** Its ports are free. */
  void closed() {
    Optional<Throwable> why;
    synchronized (this) {
      why = Optional.ofNullable(fault);
    }
    listener.closed(figures(), why);
  }
}
