package io.heyue.app.models;

import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Heard;
import io.heyue.core.understanding.Listener;
import io.heyue.core.understanding.Understanding;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a second model read what the first does, off the caller's path: its answers are counted and
 * never used. What comes faster than the second reads is passed over, and so is what was read
 * before. Where the second can't go on at all, the first goes on alone. Thread-safe.
 */
public final class Shadow implements Listener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);

  /** So many utterances wait at most; they are held in memory alone. */
  private static final int WAITING = 256;

  /** So many are remembered, by a number that tells nothing of their words. */
  private static final int KNOWN = 512;

  private static final long LONGEST_END_MILLIS = 5_000;

  private final Listener used;
  private final Listener candidate;
  private final Runnable release;
  private final Set<Lang> langs;
  private final Tally tally;
  private final BlockingQueue<Reading> waiting = new ArrayBlockingQueue<>(WAITING);
  private final LinkedHashSet<Integer> known = new LinkedHashSet<>();
  private final Thread thread;
  private volatile boolean ending;
  private volatile boolean gaveUp;

  /** What the first made of an utterance. */
  private record Reading(Heard heard, Lang lang, Understanding understood) {}

  /** Where agreement is counted. */
  @FunctionalInterface
  public interface Tally {
    /**
     * @param lang the language that both read
     */
    void count(Lang lang, Understanding used, Understanding candidate);
  }

  private Shadow(
      Listener used, Listener candidate, Runnable release, Set<Lang> langs, Tally tally) {
    this.used = used;
    this.candidate = candidate;
    this.release = release;
    this.langs = Set.copyOf(langs);
    this.tally = tally;
    this.thread = Thread.ofPlatform().daemon().name("shadow").unstarted(this::live);
  }

  /**
   * Begins to read.
   *
   * @param release closes {@code candidate}; it is run by the thread that reads with it
   * @param langs in which {@code candidate} is another model than {@code used}
   */
  public static Shadow begin(
      Listener used, Listener candidate, Runnable release, Set<Lang> langs, Tally tally) {
    Shadow shadow = new Shadow(used, candidate, release, langs, tally);
    shadow.thread.start();
    return shadow;
  }

  @Override
  public Understanding understand(Heard heard) {
    Understanding understood = used.understand(heard);
    Lang lang = lang(understood, heard);
    if (!ending && langs.contains(lang) && first(heard)) {
      // Where there is no room it is passed over: a sample is enough, and nobody waits for it.
      var _ = waiting.offer(new Reading(heard, lang, understood));
      if (gaveUp) {
        waiting.clear();
      }
    }
    return understood;
  }

  /**
   * Whether this was not read before: a message is understood again where a chat model was asked
   * first, and where its turn is tried anew. The same words of another moment are not the same.
   */
  private boolean first(Heard heard) {
    synchronized (known) {
      boolean fresh = known.add(heard.hashCode());
      if (known.size() > KNOWN) {
        var _ = known.removeFirst();
      }
      return fresh;
    }
  }

  private static Lang lang(Understanding understood, Heard heard) {
    String code = understood.language().code();
    return code.equals("yue") ? Lang.ZH : Lang.find(code).or(heard::lang).orElse(Lang.ZH);
  }

  private void live() {
    try {
      while (!ending || !waiting.isEmpty()) {
        Reading next = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (next != null) {
          count(next);
        }
      }
    } catch (InterruptedException e) {
      giveUp();
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      // The message might quote what somebody said, so only its kind is told.
      LOG.error("Nothing reads in the shadow any more: {}.", e.getClass().getName());
      giveUp();
    } finally {
      // Here and nowhere else: a model that is closed while it reads takes the process with it.
      release.run();
    }
  }

  /**
   * Nothing more is taken, and no words are kept that nobody will read; who is just putting some in
   * takes them out again.
   */
  private void giveUp() {
    ending = true;
    gaveUp = true;
    waiting.clear();
  }

  private void count(Reading reading) {
    try {
      tally.count(reading.lang(), reading.understood(), candidate.understand(reading.heard()));
    } catch (RuntimeException e) {
      // Whatever befalls the second model or its counting, the first goes on. The message might
      // quote what somebody said, so only its kind is told.
      LOG.warn("A reading in the shadow was lost: {}.", e.getClass().getName());
    }
  }

  /** Ends once what waits is read, at the latest after five seconds. */
  @Override
  public void close() {
    ending = true;
    try {
      thread.join(LONGEST_END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
