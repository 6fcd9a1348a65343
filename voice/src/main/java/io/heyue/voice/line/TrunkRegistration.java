package io.heyue.voice.line;

import io.heyue.voice.sip.Registration;
import io.heyue.voice.sip.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a trunk knowing where we are reached: tells it again before it forgets, and takes it back
 * at the end. Thread-safe.
 */
final class TrunkRegistration {
  /** After which it is told again where it said nothing, or had no time for us. */
  static final Duration FAILED = Duration.ofSeconds(30);

  /** Signalling gives up after 32 s (RFC 3261, 17.1.2.2). */
  private static final Duration NEVER_ANSWERED = Duration.ofSeconds(40);

  /** And where it refused us: a wrong password too often may close an account. */
  static final Duration REFUSED = Duration.ofMinutes(15);

  private static final int SILENT = 408;
  private static final long GOODBYE_SECONDS = 4;

  private final ExchangeWorks works;
  private final TrunkWatch watch;
  private final Dialling.Telling telling;
  private final Mailbox mailbox;
  private Timers.Waking waking = () -> {};
  private Timers.Waking lapse = () -> {};
  private boolean closed;
  private boolean known;

  /** Which question is open; another number where none is. */
  private long asked;

  TrunkRegistration(ExchangeWorks works, TrunkWatch watch, Dialling.Telling telling) {
    this.works = works;
    this.watch = watch;
    this.telling = telling;
    this.mailbox = works.mailbox();
  }

  void begin() {
    mailbox.execute(this::tell);
  }

  private void tell() {
    if (!closed) {
      long mine = ++asked;
      // Signalling that begins anew tells nothing of what it had asked.
      waking = works.timers().after(NEVER_ANSWERED, () -> mailbox.execute(() -> told(mine, null)));
      var _ = telling.tell().whenComplete((told, _) -> mailbox.execute(() -> told(mine, told)));
    }
  }

  private void told(long question, Registration.@Nullable Told told) {
    if (question != asked) {
      return;
    }
    asked++;
    waking.off();
    if (closed) {
      // It was told while we were closing.
      var _ = telling.end();
      return;
    }
    Duration again = FAILED;
    int status = told == null ? SILENT : told.status();
    if (told != null && told.known()) {
      again = told.again();
      knows(status, true);
      // Between half its time and its end there is room for tries that fail.
      lapse = works.timers().after(again.multipliedBy(2), () -> mailbox.execute(this::lapsed));
    } else if (told != null && told.refused()) {
      again = REFUSED;
      knows(status, false);
    } else if (!known) {
      knows(status, false);
    }
    waking = works.timers().after(again, () -> mailbox.execute(this::tell));
  }

  private void lapsed() {
    if (!closed) {
      knows(SILENT, false);
    }
  }

  private void knows(int status, boolean now) {
    lapse.off();
    known = now;
    watch.registered(status, now);
  }

  /** Takes it back; ends where that is answered, or never will be. */
  CompletableFuture<@Nullable Void> close() {
    CompletableFuture<@Nullable Void> gone = new CompletableFuture<>();
    mailbox.execute(() -> {
      closed = true;
      waking.off();
      lapse.off();
      if (known) {
        known = false;
        var _ = telling.end().whenComplete((Reply _, Throwable _) -> gone.complete(null));
      } else {
        gone.complete(null);
      }
    });
    return gone.completeOnTimeout(null, GOODBYE_SECONDS, TimeUnit.SECONDS);
  }
}
