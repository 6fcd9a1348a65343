package io.heyue.app.api;

import io.heyue.voice.talk.LiveCalls;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What somebody hears of a call, from the thread of all audio to theirs. Whoever takes it too
 * slowly misses some of it; nothing waits for them.
 */
final class SoundLine implements LiveCalls.Ear {
  private static final int RATE = 8_000;

  /** Frames of 20 ms that wait: 2 s. */
  private static final int WAITING = 100;

  /** A call of which so long nothing comes is over for whoever listens: seconds. */
  private static final int SILENT = 5;

  private static final short[] OVER = {};

  private final BlockingQueue<short[]> frames = new ArrayBlockingQueue<>(WAITING);

  @Override
  public void hears(short[] frame) {
    var _ = frames.offer(frame);
  }

  @Override
  public void over() {
    while (!frames.offer(OVER)) {
      frames.poll();
    }
  }

  /** The next samples, of 16 bits, the low byte first; empty when the call is over. */
  Optional<byte[]> next() throws InterruptedException {
    short[] frame = frames.poll(SILENT, TimeUnit.SECONDS);
    if (frame == null || frame.length == 0) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.allocate(2 * frame.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(frame);
    return Optional.of(bytes.array());
  }

  /** What a WAV begins with whose length nobody knows yet: the largest that can be written. */
  static byte[] header() {
    ByteBuffer head = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    head.put(ascii("RIFF")).putInt(-1).put(ascii("WAVE"));
    head.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    head.putInt(RATE).putInt(2 * RATE).putShort((short) 2).putShort((short) 16);
    return head.put(ascii("data")).putInt(-1).array();
  }

  private static byte[] ascii(String four) {
    return four.getBytes(StandardCharsets.US_ASCII);
  }
}
