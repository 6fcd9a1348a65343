package io.heyue.app.cli;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.understanding.Heard;
import io.heyue.core.understanding.Listener;
import io.heyue.core.understanding.Understanding;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Answers the lines of a stream in their order, several at once, and never waits for the next line
 * with an answer, so that somebody who waits for one gets it.
 *
 * @param now the time of lines that name none
 * @param lang the language of lines that name none, if it is known
 */
record Interview(Listener listener, ZonedDateTime now, Optional<Lang> lang, Answer answer) {
  /** Stands behind the last answer; no answer is empty. */
  private static final String END = "";

  /** Lines that are being answered at once, so that no input is too long. */
  private static final int WINDOW = 64;

  /**
   * Answers line by line, in their order, on all processors. What is answered goes out at once
   * where nothing else is waiting.
   */
  void hold(InputStream in, Writer out) throws IOException {
    BlockingQueue<Future<String>> window = new ArrayBlockingQueue<>(WINDOW);
    try (ExecutorService readers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> written = writers.submit(() -> write(window, out));
      try {
        ask(in, window, readers, written);
      } finally {
        // Also where the input broke off: what was read before is answered, and nobody waits on.
        offer(window, CompletableFuture.completedFuture(END), written);
      }
      result(written);
    }
  }

  private void ask(
      InputStream in,
      BlockingQueue<Future<String>> window,
      ExecutorService readers,
      Future<?> written)
      throws IOException {
    Lines lines = new Lines(in);
    long number = 0;
    for (Optional<Lines.Line> line = lines.next();
        line.isPresent() && !written.isDone();
        line = lines.next()) {
      long own = ++number;
      Lines.Line asked = line.get();
      offer(window, readers.submit(() -> answer(asked, own)), written);
    }
  }

  private static void offer(
      BlockingQueue<Future<String>> window, Future<String> answer, Future<?> written) {
    try {
      while (!window.offer(answer, 100, TimeUnit.MILLISECONDS) && !written.isDone()) {
        // The writer is still at it, or has failed and says so below.
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while answering.", stopped);
    }
  }

  private static Void write(BlockingQueue<Future<String>> window, Writer out)
      throws IOException, InterruptedException {
    for (String answer = result(window.take()); !answer.equals(END); ) {
      out.write(answer);
      out.write('\n');
      if (window.isEmpty()) {
        out.flush();
      }
      answer = result(window.take());
    }
    out.flush();
    return null;
  }

  private static <T> T result(Future<T> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while answering.", stopped);
    } catch (ExecutionException fault) {
      if (fault.getCause() instanceof IOException broken) {
        throw broken;
      }
      throw new IllegalStateException("A line could not be answered.", fault.getCause());
    }
  }

  private String answer(Lines.Line line, long number) {
    try {
      Question question = Question.read(line, now, lang);
      long from = System.nanoTime();
      Understanding understood =
          listener.understand(
              new Heard(
                  question.text(), question.lang(), question.after(), question.now(), Money.CNY));
      long micros = (System.nanoTime() - from) / 1_000;
      return answer.json(question, understood, micros);
    } catch (Question.Unreadable e) {
      return Answer.error(number, String.valueOf(e.getMessage()));
    }
  }
}
