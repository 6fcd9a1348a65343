package io.heyue.voice.line;

import io.heyue.voice.sip.SessionTimer;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * The wakings of one call, each put into its mailbox. What was meant for a state or a session that
 * is over does nothing, even where it already waits in the mailbox. The mailbox's.
 */
final class Clockwork {
  private final Timers timers;
  private final Patience patience;
  private final Executor mailbox;
  private final Slot state = new Slot();
  private final Slot refresh = new Slot();
  private final Slot over = new Slot();
  private final Slot again = new Slot();

  Clockwork(Timers timers, Patience patience, Executor mailbox) {
    this.timers = timers;
    this.patience = patience;
    this.mailbox = mailbox;
  }

  /** One waking at a time: the next takes the place of the one before. */
  private final class Slot {
    private Timers.Waking waking = () -> {};
    private long turn;

    void set(Duration delay, Runnable task) {
      clear();
      long mine = turn;
      waking =
          timers.after(
              delay,
              () ->
                  mailbox.execute(() -> {
                    if (mine == turn) {
                      task.run();
                    }
                  }));
    }

    void clear() {
      turn++;
      waking.off();
    }
  }

  /** From now on it is in this state, which may last so long. */
  void in(CallState next, Runnable impatient) {
    state.clear();
    patience.in(next).ifPresent(delay -> state.set(delay, impatient));
  }

  /** The call was said to last: it must be said again, by us or by them. */
  void session(SessionTimer timer, Runnable say, Runnable end) {
    refresh.clear();
    if (timer.weRefresh()) {
      refresh.set(timer.refreshAfter(), say);
    }
    over.set(timer.overAfter(), end);
  }

  /** It lasts until somebody hangs up. */
  void noSession() {
    refresh.clear();
    over.clear();
  }

  void soon(Duration delay, Runnable task) {
    again.set(delay, task);
  }

  void stop() {
    state.clear();
    refresh.clear();
    over.clear();
    again.clear();
  }
}
