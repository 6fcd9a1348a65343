package io.heyue.voice.media;

import io.heyue.voice.audio.Urgency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that sends for all streams and tells their listeners what was heard. It sleeps until
 * the next slot that has a stream. A fault of one stream closes that stream and nothing else.
 */
final class Sender implements Runnable {
  private final List<List<Session>> slots = new ArrayList<>();
  private final List<Session> costly = new ArrayList<>();
  private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
  private final Wheel wheel = new Wheel(System.nanoTime());
  private final Lateness lateness = new Lateness();
  private final Thread thread;
  private volatile boolean stopped;

  Sender() {
    for (int slot = 0; slot < Wheel.SLOTS; slot++) {
      slots.add(new ArrayList<>());
    }
    this.thread = Thread.ofPlatform().name("media-sender").daemon().unstarted(this);
  }

  Thread thread() {
    return thread;
  }

  Lateness lateness() {
    return lateness;
  }

  /** From now on it sends for {@code session}, in the slot with the fewest. */
  void join(Session session) {
    order(() -> slots.stream().min(Comparator.comparingInt(List::size)).orElseThrow().add(session));
  }

  /**
   * Lets {@code session} say goodbye.
   *
   * @param then is run once nothing more of it is sent
   */
  void leave(Session session, Runnable then) {
    order(() -> {
      slots.forEach(slot -> slot.remove(session));
      try {
        session.farewell(System.nanoTime());
      } catch (Throwable e) {
        session.fail(e);
      }
      then.run();
    });
  }

  void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  private void order(Runnable order) {
    orders.add(order);
    LockSupport.unpark(thread);
  }

  @Override
  public void run() {
    var _ = Urgency.granted(Urgency.SENDING);
    while (!stopped) {
      try {
        obey();
        work();
      } catch (Throwable e) {
        Faults.tell(e);
      }
    }
  }

  private void obey() {
    for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
      order.run();
    }
  }

  private void work() {
    long now = System.nanoTime();
    long wait = Long.MAX_VALUE;
    for (int slot = 0; slot < Wheel.SLOTS; slot++) {
      if (!slots.get(slot).isEmpty()) {
        wait = Math.min(wait, wheel.due(slot) - now);
      }
    }
    if (wait == Long.MAX_VALUE) {
      LockSupport.park(this);
      wheel.resume(System.nanoTime());
    } else if (wait > 0) {
      LockSupport.parkNanos(this, wait);
    } else {
      wheel.catchUp(now);
      try {
        turn(slots.get(wheel.slot()), now);
      } finally {
        wheel.next();
      }
    }
  }

  /** All are sent first, so that no listener makes a packet late; those that take long last. */
  private void turn(List<Session> slot, long now) {
    costly.clear();
    for (Session session : slot) {
      if (session.costly()) {
        costly.add(session);
      } else {
        send(session, now);
      }
    }
    costly.forEach(session -> send(session, now));
    for (Session session : slot) {
      try {
        session.hear(wheel.round(), now);
      } catch (Throwable e) {
        session.fail(e);
      }
    }
  }

  private void send(Session session, long now) {
    try {
      if (session.send(wheel.round(), now)) {
        lateness.record(System.nanoTime() - wheel.due());
      }
    } catch (Throwable e) {
      session.fail(e);
    }
  }
}
