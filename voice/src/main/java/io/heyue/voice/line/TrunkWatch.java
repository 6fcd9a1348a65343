package io.heyue.voice.line;

import io.heyue.voice.sip.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Watches one trunk: asks now and then whether it is there (OPTIONS), and hears how calls there
 * went. Before a trunk is blamed for silence we ask ourselves whether we still hear. Who says
 * nothing over a connection may be behind one that broke without a sign, so the next question opens
 * another. Thread-safe.
 */
final class TrunkWatch {
  private static final int SILENT = 408;
  private static final int NOT_IMPLEMENTED = 501;
  private static final int LAST_OF_MACHINES = 599;

  private final Trunk trunk;
  private final ExchangeWorks works;
  private final Duration interval;
  private final Duration silence;
  private final Mailbox mailbox;
  private Timers.Waking waking = () -> {};
  private long turn;
  private boolean closed;

  private volatile Instant since;
  private volatile int last;

  /**
   * @param interval after which time it is asked again
   * @param silence for how long an answer is waited for
   */
  TrunkWatch(Trunk trunk, ExchangeWorks works, Duration interval, Duration silence) {
    this.trunk = trunk;
    this.works = works;
    this.interval = interval;
    this.silence = silence;
    this.mailbox = works.mailbox();
    this.since = works.clock().instant();
  }

  /** Begins to ask. */
  void begin() {
    mailbox.execute(this::ask);
  }

  private void ask() {
    if (closed) {
      return;
    }
    long mine = ++turn;
    waking = works.timers().after(silence, () -> mailbox.execute(() -> silent(mine)));
    var _ =
        works
            .dialling()
            .ask(trunk.address())
            .whenComplete((reply, _) -> mailbox.execute(() -> answered(mine, reply)));
  }

  private void answered(long mine, @org.jspecify.annotations.Nullable Reply reply) {
    if (mine != turn) {
      return;
    }
    if (reply == null || !reply.came()) {
      silent(mine);
      return;
    }
    turn++;
    int status = reply.status();
    boolean bad = status >= 500 && status <= LAST_OF_MACHINES && status != NOT_IMPLEMENTED;
    sign(status, !bad);
    askAgain();
  }

  private void silent(long mine) {
    if (mine != turn) {
      return;
    }
    turn++;
    var _ =
        works
            .dialling()
            .hears()
            .whenComplete((hears, _) ->
                mailbox.execute(() -> {
                  if (Boolean.TRUE.equals(hears)) {
                    last = SILENT;
                    works.dialling().hangUp(trunk.address());
                    if (works.trunks().silent(trunk)) {
                      changed("says nothing");
                    }
                  }
                  askAgain();
                }));
  }

  private void askAgain() {
    waking.off();
    if (!closed) {
      waking = works.timers().after(interval, () -> mailbox.execute(this::ask));
    }
  }

  /**
   * How a call there went, or what it answered.
   *
   * @param status what it answered; 408 where it said nothing
   */
  void sign(int status, boolean good) {
    last = status;
    if (works.trunks().sign(trunk, good)) {
      changed(good ? "is well" : "answers " + status);
    }
  }

  /** Whether it knows where we are reached. */
  void registered(int status, boolean known) {
    boolean was = works.trunks().registered(trunk);
    works.trunks().registered(trunk, known);
    if (was != known) {
      changed(known ? "knows where we are reached" : "doesn't know us, " + status);
    }
  }

  private void changed(String how) {
    since = works.clock().instant();
    works.notes().accept("Trunk %s %s.".formatted(trunk.name(), how));
  }

  TrunkFigures figures() {
    Trunks trunks = works.trunks();
    int status = last;
    return new TrunkFigures(
        trunk.name(),
        trunks.well(trunk),
        since,
        trunks.standing(trunk),
        trunk.channels(),
        status == 0 ? Optional.empty() : Optional.of(status),
        trunks.registered(trunk));
  }

  void close() {
    mailbox.execute(() -> {
      closed = true;
      turn++;
      waking.off();
    });
  }
}
