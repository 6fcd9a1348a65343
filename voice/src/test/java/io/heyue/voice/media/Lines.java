package io.heyue.voice.media;

import io.heyue.voice.audio.Companding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;

/** An engine on loopback with two streams that talk to each other. */
final class Lines implements AutoCloseable {
  static final InetAddress HERE = InetAddress.getLoopbackAddress();

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
    return MediaSettings.of(HERE, 24_000, 25_999, InstantSource.system(), 42);
  }

  /** Short times, for tests that would wait. */
  static MediaSettings quick() {
    return new MediaSettings(
        HERE,
        24_000,
        25_999,
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
