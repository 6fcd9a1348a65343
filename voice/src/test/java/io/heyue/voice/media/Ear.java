package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.rtp.Key;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps what a stream tells, for a test to wait for. */
final class Ear implements StreamListener {
  private static final int PATIENCE = 20;

  record Closed(StreamFigures figures, Optional<Throwable> fault) {}

  final BlockingQueue<short[]> frames = new LinkedBlockingQueue<>();
  final BlockingQueue<Key> keys = new LinkedBlockingQueue<>();
  final BlockingQueue<Played> played = new LinkedBlockingQueue<>();
  final BlockingQueue<Duration> silences = new LinkedBlockingQueue<>();
  private long next;
  final CompletableFuture<Closed> closed = new CompletableFuture<>();

  @Override
  public void heard(short[] frame, long at) {
    // One after the other; where the machine stood still, later.
    assertThat(at % Frame.SAMPLES).isZero();
    assertThat(at).isGreaterThanOrEqualTo(next);
    next = at + frame.length;
    frames.add(frame);
  }

  @Override
  public void pressed(Key key) {
    keys.add(key);
  }

  @Override
  public void silent(Duration since) {
    silences.add(since);
  }

  @Override
  public void played(Played what) {
    played.add(what);
  }

  @Override
  public void closed(StreamFigures figures, Optional<Throwable> fault) {
    assertThat(closed.complete(new Closed(figures, fault))).isTrue();
  }

  static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    @Nullable T next = queue.poll(PATIENCE, TimeUnit.SECONDS);
    assertThat(next).as("what was waited for").isNotNull();
    return java.util.Objects.requireNonNull(next);
  }

  Closed awaitClosed() throws Exception {
    return closed.get(PATIENCE, TimeUnit.SECONDS);
  }

  /** The next so many frames that are as wanted, of the next thousand. */
  List<short[]> hear(int count, Predicate<short[]> wanted) throws InterruptedException {
    List<short[]> heard = new ArrayList<>();
    for (int times = 0; heard.size() < count; times++) {
      assertThat(times).as("frames until %d were as wanted", count).isLessThan(1_000);
      short[] frame = next(frames);
      if (wanted.test(frame)) {
        heard.add(frame);
      }
    }
    return heard;
  }

  /** Waits for so many ticks. */
  void tick(int count) throws InterruptedException {
    var _ = hear(count, _ -> true);
  }

  /** Waits, for a thousand ticks at most, until it is so. */
  void until(BooleanSupplier holds) throws InterruptedException {
    for (int times = 0; !holds.getAsBoolean(); times++) {
      assertThat(times).as("ticks waited").isLessThan(1_000);
      tick(1);
    }
  }
}
