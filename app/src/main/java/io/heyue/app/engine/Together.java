package io.heyue.app.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does together what many threads want done: whoever comes while some is being done waits, and all
 * that waited then is done at once, in the order in which it came (group commit, as databases do
 * it). Each thread comes back when its own piece is done, and gets the failure of its own piece
 * alone. Thread-safe.
 *
 * @param <T> a piece
 */
final class Together<T> {
  private final int most;
  private final Duration pause;
  private final Consumer<List<T>> work;
  private final Queue<Piece<T>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();
  private final Condition others = turn.newCondition();
  private boolean crowded;

  /**
   * @param most pieces at once
   * @param pause for how long somebody patient waits for others, where others came the last time
   * @param work does all of what it is given, or fails and has done nothing of it
   */
  Together(int most, Duration pause, Consumer<List<T>> work) {
    this.most = most;
    this.pause = pause;
    this.work = work;
  }

  private static final class Piece<T> {
    private final T what;
    private boolean done;
    private @Nullable RuntimeException failure;

    Piece(T what) {
      this.what = what;
    }
  }

  /**
   * Has a piece done, and waits until it is.
   *
   * @param patient whether it may wait a moment for others; not where nothing else comes before it
   *     is done
   * @throws RuntimeException what its work failed with
   */
  void add(T what, boolean patient) {
    Piece<T> mine = new Piece<>(what);
    waiting.add(mine);
    turn.lock();
    try {
      if (patient && crowded) {
        await(mine);
      }
      while (!mine.done) {
        done(next());
      }
    } finally {
      turn.unlock();
    }
    if (mine.failure != null) {
      throw mine.failure;
    }
  }

  /** How many pieces wait; for tests. */
  int waiting() {
    return waiting.size();
  }

  /** Others have their turn meanwhile. */
  private void await(Piece<T> mine) {
    try {
      long left = pause.toNanos();
      while (left > 0 && !mine.done) {
        left = others.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Piece<T>> next() {
    List<Piece<T>> next = new ArrayList<>();
    for (Piece<T> piece = waiting.poll(); piece != null; piece = waiting.poll()) {
      next.add(piece);
      if (next.size() == most) {
        break;
      }
    }
    crowded = next.size() > 1;
    return next;
  }

  private void done(List<Piece<T>> pieces) {
    each(
        pieces,
        some -> work.accept(some.stream().map(piece -> piece.what).toList()),
        (piece, failure) -> piece.failure = failure);
    pieces.forEach(piece -> piece.done = true);
    others.signalAll();
  }

  /** What becomes of a piece that failed by itself. */
  interface Failed<T> {
    void with(T piece, RuntimeException failure);
  }

  /**
   * Does {@code work} for all at once. Where that fails it is done for each by itself, so that one
   * that can't be done costs the others nothing; a database that is away is not asked again.
   *
   * @param work does all of what it is given, or fails and has done nothing of it
   */
  static <T> void each(List<T> pieces, Consumer<List<T>> work, Failed<T> failed) {
    try {
      work.accept(pieces);
    } catch (RuntimeException e) {
      if (pieces.size() == 1 || Workbench.isAway(e)) {
        pieces.forEach(piece -> failed.with(piece, e));
        return;
      }
      pieces.forEach(piece -> each(List.of(piece), work, failed));
    }
  }
}
