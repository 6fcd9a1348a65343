package io.heyue.store.budget;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;

/**
 * Stands between us and the server, and lets the server die in the middle of a commit: before it
 * hears of it, after it has done it and before we hear of that, or just then. Whoever asked can't
 * tell which.
 */
final class Relay implements AutoCloseable {
  private static final byte[] COMMIT = "COMMIT".getBytes(StandardCharsets.US_ASCII);

  /** When the server dies. */
  enum Cut {
    NOT,
    BEFORE_THE_COMMIT,
    AFTER_THE_COMMIT,
    DURING_THE_COMMIT
  }

  private final ServerSocket door;
  private final IntSupplier server;
  private final Runnable kill;
  private final AtomicReference<Cut> cut = new AtomicReference<>(Cut.NOT);

  /**
   * Opens one on a free port.
   *
   * @param server the port of the server, asked at each connection
   * @param kill ends the server at once
   */
  Relay(IntSupplier server, Runnable kill) {
    this.server = server;
    this.kill = kill;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** The next commit is cut so. */
  void cutNext(Cut how) {
    cut.set(how);
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        try {
          Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server.getAsInt());
          AtomicBoolean mute = new AtomicBoolean();
          Thread.startVirtualThread(() -> ask(client, upstream, mute));
          Thread.startVirtualThread(() -> answer(upstream, client, mute));
        } catch (IOException e) {
          client.close();
        }
      } catch (SocketException e) {
        return; // closed
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void ask(Socket client, Socket upstream, AtomicBoolean mute) {
    byte[] buffer = new byte[64 * 1024];
    try (client;
        upstream) {
      InputStream in = client.getInputStream();
      OutputStream out = upstream.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        Cut how = holdsCommit(buffer, read) ? cut.getAndSet(Cut.NOT) : Cut.NOT;
        mute.set(how != Cut.NOT);
        if (how != Cut.BEFORE_THE_COMMIT) {
          out.write(buffer, 0, read);
        }
        if (how == Cut.BEFORE_THE_COMMIT || how == Cut.DURING_THE_COMMIT) {
          kill.run();
          return;
        }
      }
    } catch (IOException e) {
      // One side is gone, and so is the other.
    }
  }

  /** An answer that comes while we are mute is that to the commit, which is done by then. */
  private void answer(Socket upstream, Socket client, AtomicBoolean mute) {
    byte[] buffer = new byte[64 * 1024];
    try (client;
        upstream) {
      InputStream in = upstream.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (mute.get()) {
          kill.run();
          return;
        }
        client.getOutputStream().write(buffer, 0, read);
      }
    } catch (IOException e) {
      // One side is gone, and so is the other.
    }
  }

  private static boolean holdsCommit(byte[] buffer, int length) {
    for (int i = 0; i + COMMIT.length <= length; i++) {
      if (Arrays.equals(buffer, i, i + COMMIT.length, COMMIT, 0, COMMIT.length)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
