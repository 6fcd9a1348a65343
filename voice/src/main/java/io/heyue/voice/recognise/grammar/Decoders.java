package io.heyue.voice.recognise.grammar;

import io.heyue.voice.recognise.RecogniserFailure;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A few decoders that all calls share, each made when it is first needed. Thread-safe. */
final class Decoders implements AutoCloseable {
  private final Supplier<Decoder> maker;
  private final Semaphore free;
  private final int most;
  private final Duration patience;
  private final ConcurrentLinkedDeque<Decoder> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  /**
   * @param most decoders at once
   * @param patience how long one is waited for
   */
  Decoders(Supplier<Decoder> maker, int most, Duration patience) {
    this.maker = maker;
    this.free = new Semaphore(most, true);
    this.most = most;
    this.patience = patience;
  }

  /**
   * Works with a decoder, which nobody else has meanwhile.
   *
   * @throws RecogniserFailure where none is free in time, or it fails; one that failed isn't used
   *     again
   */
  <T> T with(Function<Decoder, T> work) {
    await();
    Decoder decoder = null;
    boolean well = false;
    try {
      if (closed) {
        throw new RecogniserFailure("The recogniser is closed.");
      }
      decoder = idle.pollFirst();
      if (decoder == null) {
        decoder = maker.get();
      }
      T result = work.apply(decoder);
      well = true;
      return result;
    } finally {
      giveBack(decoder, well);
    }
  }

  private void await() {
    try {
      if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new RecogniserFailure(
            "None of %d decoders was free within %s. Maybe open the recogniser with more."
                .formatted(most, patience));
      }
    } catch (InterruptedException fault) {
      Thread.currentThread().interrupt();
      throw new RecogniserFailure("Waiting for a decoder was interrupted.", fault);
    }
  }

  private void giveBack(@Nullable Decoder decoder, boolean well) {
    if (decoder != null) {
      if (well) {
        idle.addFirst(decoder);
      } else {
        decoder.close();
      }
    }
    free.release();
    if (closed) {
      closeIdle();
    }
  }

  private void closeIdle() {
    for (Decoder next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
      next.close();
    }
  }

  /** Closes those that nobody has; the others close when they are given back. */
  @Override
  public void close() {
    closed = true;
    closeIdle();
  }
}
