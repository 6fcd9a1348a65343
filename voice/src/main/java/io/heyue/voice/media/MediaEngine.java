package io.heyue.voice.media;

import io.heyue.core.base.Check;
import io.heyue.core.base.Rng;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sends and receives the media of all calls: one thread receives, one sends, however many streams
 * there are. Thread-safe.
 */
public final class MediaEngine implements AutoCloseable {
  /** So long closing waits for the streams to be closed. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final MediaSettings settings;
  private final NtpClock clock;
  private final PortPairs ports;
  private final Rng random;
  private final Sender sender = new Sender();
  private final Receiver receiver;
  private final Set<Session> sessions = new HashSet<>();
  private boolean closed;

  private MediaEngine(MediaSettings settings) throws IOException {
    this.settings = settings;
    this.clock = new NtpClock(settings.clock().instant(), System.nanoTime());
    this.random = Rng.seeded(settings.seed());
    this.ports =
        new PortPairs(
            settings.bind(),
            settings.firstPort(),
            settings.lastPort(),
            random.fork("ports").nextLong());
    this.receiver = new Receiver();
  }

  /**
   * Starts an engine, which takes no port yet.
   *
   * @throws IOException if the system has no room for it
   */
  public static MediaEngine start(MediaSettings settings) throws IOException {
    MediaEngine engine = new MediaEngine(settings);
    engine.receiver.thread().start();
    engine.sender.thread().start();
    return engine;
  }

  /**
   * Opens a stream, which has its port at once and is silent until it is connected.
   *
   * @throws BindException if no port of the range is free
   * @throws IOException if the system has no socket left
   * @throws IllegalStateException if the engine is closed
   */
  public MediaStream open(StreamListener listener) throws IOException {
    synchronized (sessions) {
      if (closed) {
        throw new IllegalStateException("The media engine is closed.");
      }
      Session session =
          new Session(
              ports.open(), listener, settings, clock, Rng.seeded(random.nextLong()), this::leave);
      sessions.add(session);
      receiver.join(session);
      sender.join(session);
      return session;
    }
  }

  /** First nothing more is sent of it, then nothing received; then its ports are free. */
  private void leave(Session session) {
    sender.leave(session, () -> receiver.leave(session, () -> left(session)));
  }

  private void left(Session session) {
    ports.giveBack(session.sockets());
    try {
      session.closed();
    } catch (Throwable e) {
      Faults.tell(e);
    } finally {
      synchronized (sessions) {
        sessions.remove(session);
        sessions.notifyAll();
      }
    }
  }

  /** How late packets were sent so far. */
  public Lateness lateness() {
    return sender.lateness().copy();
  }

  /** How many streams are coded by Opus, at ten times the work of others. */
  public int costly() {
    synchronized (sessions) {
      return Math.toIntExact(sessions.stream().filter(Session::costly).count());
    }
  }

  /** How many streams are open. */
  public int streams() {
    synchronized (sessions) {
      return sessions.size();
    }
  }

  /** Closes all streams and waits for it, five seconds at most. Never by a listener. */
  @Override
  public void close() {
    Thread current = Thread.currentThread();
    Check.that(
        !current.equals(sender.thread()) && !current.equals(receiver.thread()),
        "thread",
        current.getName(),
        "none of the engine's");
    List<Session> open;
    synchronized (sessions) {
      closed = true;
      open = new ArrayList<>(sessions);
    }
    open.forEach(Session::close);
    try {
      awaitAll();
      sender.stop();
      receiver.stop();
      var _ = sender.thread().join(PATIENCE);
      var _ = receiver.thread().join(PATIENCE);
    } catch (InterruptedException e) {
      sender.stop();
      receiver.stop();
      current.interrupt();
    }
  }

  private void awaitAll() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    synchronized (sessions) {
      for (long left = PATIENCE.toMillis(); !sessions.isEmpty() && left > 0; ) {
        sessions.wait(left);
        left = (end - System.nanoTime()) / 1_000_000;
      }
    }
  }
}
