package io.heyue.voice.media;

import io.heyue.voice.audio.Urgency;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The thread that receives for all streams. A fault of one stream closes that stream and nothing
 * else.
 */
final class Receiver implements Runnable {
  /** Datagrams of one port at a time, so that who is flooded doesn't keep the others waiting. */
  private static final int AT_ONCE = 32;

  /** No datagram is larger than an Ethernet frame; what is longer is cut, and then is none. */
  private static final int LONGEST = 2_048;

  private record Port(Session session, DatagramChannel channel, boolean media) {}

  private interface Order {
    void run() throws IOException;
  }

  private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST);
  private final Selector selector;
  private final Thread thread;
  private volatile boolean stopped;

  Receiver() throws IOException {
    this.selector = Selector.open();
    this.thread = Thread.ofPlatform().name("media-receiver").daemon().unstarted(this);
  }

  Thread thread() {
    return thread;
  }

  /** From now on it receives for {@code session}. */
  void join(Session session) {
    order(() -> {
      listen(new Port(session, session.sockets().media(), true));
      listen(new Port(session, session.sockets().control(), false));
    });
  }

  private void listen(Port port) {
    try {
      port.channel().register(selector, SelectionKey.OP_READ, port);
    } catch (IOException e) {
      port.session().fail(e);
    }
  }

  /**
   * Closes the sockets of {@code session}.
   *
   * @param then is run once its ports are free
   */
  void leave(Session session, Runnable then) {
    order(() -> {
      try {
        session.sockets().close();
        // A port is free once the selector has let it go.
        var _ = selector.selectNow(this::ready);
      } finally {
        then.run();
      }
    });
  }

  void stop() {
    stopped = true;
    selector.wakeup();
  }

  private void order(Order order) {
    orders.add(order);
    selector.wakeup();
  }

  @Override
  public void run() {
    var _ = Urgency.granted(Urgency.RECEIVING);
    while (!stopped) {
      try {
        for (Order order = orders.poll(); order != null; order = orders.poll()) {
          order.run();
        }
        var _ = selector.select(this::ready);
      } catch (Throwable e) {
        Faults.tell(e);
      }
    }
    try {
      selector.close();
    } catch (IOException e) {
      Faults.tell(e);
    }
  }

  private void ready(SelectionKey key) {
    Port port = (Port) key.attachment();
    try {
      for (int times = 0; times < AT_ONCE; times++) {
        buffer.clear();
        InetSocketAddress from = (InetSocketAddress) port.channel().receive(buffer);
        if (from == null) {
          return;
        }
        byte[] datagram = new byte[buffer.flip().remaining()];
        buffer.get(datagram);
        if (port.media()) {
          port.session().came(datagram, from, System.nanoTime());
        } else {
          port.session().controlCame(datagram, from, System.nanoTime());
        }
      }
    } catch (Throwable e) {
      port.session().fail(e);
    }
  }
}
