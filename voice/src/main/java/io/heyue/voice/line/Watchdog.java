package io.heyue.voice.line;

import io.heyue.core.base.Check;
import io.heyue.voice.sip.SipFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Asks now and then whether signalling still hears, and has it begin anew where it doesn't: an
 * error may end the library's only thread, and then calls neither come nor go. Since that ends all
 * calls that stand, it takes two questions without an answer. Thread-safe.
 */
final class Watchdog {
  /**
   * When it asks.
   *
   * @param interval after which it asks again
   * @param silence for how long it waits for an answer
   */
  record Watch(Duration interval, Duration silence) {
    static final Watch USUAL = new Watch(Duration.ofSeconds(10), Duration.ofSeconds(4));

    Watch {
      Check.that(interval.isPositive(), "interval", interval, "above zero");
      Check.that(silence.isPositive(), "silence", silence, "above zero");
    }
  }

  /** Whom it watches. */
  interface Watched {
    /** Whether it hears; it may never say so. */
    CompletableFuture<Boolean> hears();

    /**
     * Begins anew.
     *
     * @throws SipFailure if it can't
     */
    void beginAnew();
  }

  private static final int QUESTIONS = 2;

  /** Whoever waited in vain still looks whether anything else was heard, and tells so. */
  private static final Duration TELLS = Duration.ofSeconds(2);

  private final Watched watched;
  private final Watch watch;
  private final Timers timers;
  private final Mailbox mailbox;
  private final Consumer<String> notes;
  private Timers.Waking waking = () -> {};
  private boolean closed;
  private int unanswered;

  Watchdog(Watched watched, Watch watch, Timers timers, Mailbox mailbox, Consumer<String> notes) {
    this.watched = watched;
    this.watch = watch;
    this.timers = timers;
    this.mailbox = mailbox;
    this.notes = notes;
  }

  void begin() {
    mailbox.execute(this::later);
  }

  private void later() {
    if (!closed) {
      waking = timers.after(watch.interval(), () -> mailbox.execute(this::ask));
    }
  }

  private void ask() {
    if (!closed) {
      var _ =
          heard(watched, timers, watch.silence())
              .thenAccept(hears -> mailbox.execute(() -> answered(hears)));
    }
  }

  /** Whether somebody hears, where it is said in time. */
  private static CompletableFuture<Boolean> heard(
      Watched watched, Timers timers, Duration silence) {
    CompletableFuture<Boolean> heard = new CompletableFuture<>();
    Timers.Waking late = timers.after(silence.plus(TELLS), () -> heard.complete(false));
    var _ =
        watched
            .hears()
            .whenComplete((hears, _) -> {
              late.off();
              heard.complete(Boolean.TRUE.equals(hears));
            });
    return heard;
  }

  private void answered(boolean hears) {
    if (closed) {
      return;
    }
    unanswered = hears ? 0 : unanswered + 1;
    if (unanswered == 0) {
      later();
    } else if (unanswered < QUESTIONS) {
      ask();
    } else {
      unanswered = 0;
      try {
        beginAnew();
      } finally {
        // Whatever fails now may go well in a while.
        later();
      }
    }
  }

  private void beginAnew() {
    notes.accept("Signalling hears nothing any more and begins anew; calls that stood are lost.");
    try {
      watched.beginAnew();
    } catch (SipFailure e) {
      notes.accept("It can't begin anew: " + SipFailure.told(e));
    }
  }

  void close() {
    mailbox.execute(() -> {
      closed = true;
      waking.off();
    });
  }
}
