package io.heyue.voice.media;

import io.heyue.voice.audio.Companding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** An engine on loopback with two streams that talk to each other. */
final class Lines implements AutoCloseable {
  static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private static final int FIRST = 24_000;
  private static final int LAST = 25_999;

  /** Engines don't begin at the ports of those before them, whose last packets may still come. */
  private static final AtomicInteger NEXT =
      new AtomicInteger(FIRST + (int) (ProcessHandle.current().pid() % 100) * 16);

  final MediaEngine engine;
  final Ear leftEar = new Ear();
  final Ear rightEar = new Ear();
  final MediaStream left;
  final MediaStream right;

  Lines() throws IOException {
    this(settings());
  }

  Lines(MediaSettings settings) throws IOException {
    engine = MediaEngine.start(settings);
    left = engine.open(leftEar);
    right = engine.open(rightEar);
  }

  static MediaSettings settings() {
    return MediaSettings.of(HERE, first(), LAST, InstantSource.system(), 42);
  }

  private static int first() {
    return NEXT.getAndUpdate(port -> port >= LAST - 300 ? FIRST : port + 16);
  }

  /** Short times, for tests that would wait. */
  static MediaSettings quick() {
    return new MediaSettings(
        HERE,
        first(),
        LAST,
        false,
        Duration.ofMillis(300),
        Comfort.NOISE,
        Duration.ofMillis(100),
        InstantSource.system(),
        43);
  }

  static Remote remote(MediaStream other, Companding codec) {
    return Remote.of(new InetSocketAddress(HERE, other.localPort()), codec).events(101);
  }

  static Encoding opus() {
    return new Encoding.OfOpus(111, 111, 24_000, true);
  }

  void connectByOpus() {
    left.connect(Remote.of(new InetSocketAddress(HERE, right.localPort()), opus()).events(110));
    right.connect(Remote.of(new InetSocketAddress(HERE, left.localPort()), opus()).events(110));
  }

  void connect(Companding codec) {
    left.connect(remote(right, codec));
    right.connect(remote(left, codec));
  }

  @Override
  public void close() {
    engine.close();
  }
}
