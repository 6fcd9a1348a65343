package io.heyue.bench;

import io.heyue.app.engine.Engine;
import io.heyue.core.base.CampaignId;
import io.heyue.core.base.Channel;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A day of a campaign that dials, with nothing left out between the law and the wire: permits of
 * the guard under the contact budget, letters of the outbox, INVITEs to another process, receipts,
 * the ledger. Only that people take calls or not needs no time: a phone rings for a second or two,
 * and who answers hangs up at once. The clock goes on by itself while there is something to do, and
 * leaps to what is due next where there isn't.
 */
final class PhoneDay {
  /** As many as a lender of a large city has. */
  static final int WHOLE_DAY = 350_000;

  /** From 10:00 to 20:00, when the strategist's table lets people be contacted. */
  static final Duration HOURS = Duration.ofHours(10);

  /** The heap is looked at so many times. */
  private static final int PARTS = 10;

  /** A beat's piece, as the running system has it. */
  private static final int PIECE = 200;

  /** People for ten attempts: some are tried twice on a day. */
  private static final double PEOPLE = 5.7;

  /** For how long the running system's heart rests where it found nothing to do. */
  private static final Duration IDLE = Duration.ofMillis(500);

  /** After so long at the latest everything else that the clock drives has its turn. */
  private static final long SECOND = 1_000_000_000L;

  private static final Duration SAMPLE = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration REMEMBERED = Duration.ofSeconds(45);

  private final Plan plan;
  private final PrintWriter out;
  private final List<Sample> samples = new ArrayList<>();
  private final Stages stages = new Stages();
  private int tenths;

  /**
   * What is done.
   *
   * @param attempts of the day, which says how many borrowers there are
   * @param longest after which dialling ends, however much is left of the day
   * @param rings for how long a phone rings until we give up
   * @param lines calls at once
   */
  record Plan(Path root, int attempts, Duration longest, Duration rings, int lines, long seed) {
    int borrowers() {
      return Math.max(1, (int) (attempts * PEOPLE / 10));
    }
  }

  /**
   * How far it was at a moment.
   *
   * @param nanos since dialling began
   */
  record Sample(long nanos, long attempts, long heap) {}

  /** Nanoseconds of the heart's thread, by what it did: such as pass, and of a processor. */
  static final class Stages {
    final Stage step = new Stage();
    final Stage deliver = new Stage();
    final Stage rest = new Stage();
    final Stage waits = new Stage();
  }

  /** One of them. */
  static final class Stage {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    long nanos;
    long busy;

    <T> T timed(Supplier<T> work) {
      long start = System.nanoTime();
      long busyBefore = THREADS.getCurrentThreadCpuTime();
      try {
        return work.get();
      } finally {
        nanos += System.nanoTime() - start;
        busy += THREADS.getCurrentThreadCpuTime() - busyBefore;
      }
    }
  }

  PhoneDay(Plan plan, PrintWriter out) {
    this.plan = plan;
    this.out = out;
  }

  DayFound measure() {
    Trial trial = new Trial(plan.root(), Scale.full(), plan.seed());
    try (Lender lender = Lender.open(trial)) {
      long begun = System.nanoTime();
      lender.borrowers(plan.borrowers());
      say("%d borrowers brought in, in %.1f s".formatted(plan.borrowers(), since(begun)));
      Path counts = lender.folder().resolve("called.tsv");
      try (PeerProcess peer =
              PeerProcess.start(DayPeer.class, Long.toString(plan.seed()), counts.toString());
          DayPhone phone =
              new DayPhone(
                  lender.folder(), peer.address(), plan.rings(), plan.lines(), plan.seed())) {
        return dialled(lender, peer, phone, counts);
      }
    }
  }

  private DayFound dialled(Lender lender, PeerProcess peer, DayPhone phone, Path counts) {
    DayClock clock = new DayClock(Lender.NOW);
    DayCarrier carrier = new DayCarrier(phone.dialler, plan.borrowers());
    Engine engine =
        lender.engine(
            _ -> {
              throw new IllegalStateException("Nobody says anything on such a day.");
            },
            clock,
            List.of(carrier));
    phone.dialler.serve(engine);
    CampaignId campaign =
        engine
            .campaigns()
            .create("day", Filter.everyone(), new Approach(List.of(Channel.CALL), "arrears", 6, 1));
    long begun = System.nanoTime();
    engine.campaigns().start(campaign);
    say("planned in %.1f s".formatted(since(begun)));
    DayCosts costs = new DayCosts(lender.folder(), peer, lender.database().transactor());
    samples.add(new Sample(0, 0, heap()));
    long start = System.nanoTime();
    drive(new Driven(lender, engine, clock, carrier, phone), start);
    long dialling = System.nanoTime() - start;
    DayCosts.Spent spent = costs.spent();
    await(phone);
    samples.add(new Sample(dialling, carrier.accepted.get(), heap()));
    if (dialling > SAMPLE.toNanos()) {
      // Signalling remembers a call for as long as its messages may come again.
      pause(REMEMBERED);
      samples.add(new Sample(dialling, carrier.accepted.get(), heap()));
    }
    var _ = peer.end();
    return new DayFound(
        plan,
        new DayFound.Run(
            List.copyOf(samples), stages, carrier, phone.nanos.get(), spent, clock.instant()),
        DayBooks.read(lender.database().transactor(), engine.why()),
        DayFound.calls(counts, plan.borrowers()));
  }

  /** What a day is driven with. */
  private record Driven(
      Lender lender, Engine engine, DayClock clock, DayCarrier carrier, DayPhone phone) {}

  private void drive(Driven with, long start) {
    Instant evening = Lender.NOW.plus(HOURS);
    long rested = 0;
    while (true) {
      long now = System.nanoTime() - start;
      if (now >= plan.longest().toNanos()) {
        return;
      }
      sample(now, with.carrier.accepted.get());
      boolean busy = beat(with) > 0;
      if (busy && now - rested < SECOND) {
        continue;
      }
      rested = now;
      boolean idle = stages.rest.timed(() -> with.engine.pulse().tick().idle());
      if (!busy && idle && !leap(with, evening)) {
        return;
      }
    }
  }

  private long beat(Driven with) {
    long written =
        stages.step.timed(() -> with.engine.campaigns().step(with.clock.instant(), PIECE));
    long delivered =
        stages.deliver.timed(() -> with.engine.courier().deliver(with.clock.instant(), PIECE));
    return written + delivered;
  }

  /** Goes on to what is due next; false where that is after the day. */
  private boolean leap(Driven with, Instant evening) {
    return stages.waits.timed(() -> {
      var due = DayBooks.due(with.lender.database().transactor());
      Instant now = with.clock.instant();
      if (due.isPresent() && due.get().isBefore(now.plusSeconds(31))) {
        // With what is due until the heart would beat again, instead of each by itself.
        with.clock.leapTo(due.get().plus(IDLE));
        return true;
      }
      if (!with.phone.quiet()) {
        // What stands may be due again before what is known to be.
        pause(Duration.ofMillis(5));
        return true;
      }
      if (due.isEmpty() || !due.get().isBefore(evening)) {
        return false;
      }
      say("leaps to %s".formatted(due.get()));
      with.clock.leapTo(due.get());
      return true;
    });
  }

  /** Looks at the heap once a tenth of the day, since that takes a while. */
  private void sample(long now, long attempts) {
    Sample last = samples.getLast();
    boolean tenth = attempts >= (long) plan.attempts() * (tenths + 1) / PARTS;
    if (tenth || now - last.nanos() > SAMPLE.toNanos()) {
      tenths += tenth ? 1 : 0;
      long heap = tenth ? heap() : 0;
      samples.add(new Sample(now, attempts, heap));
      say(
          "%4.0f s: %,d attempts, %.0f/s since%s"
              .formatted(
                  now / 1e9,
                  attempts,
                  (attempts - last.attempts()) * 1e9 / (now - last.nanos()),
                  tenth ? ", heap %d MiB".formatted(heap >> 20) : ""));
    }
  }

  private static void await(DayPhone phone) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!phone.quiet() && System.nanoTime() < until) {
      pause(Duration.ofMillis(20));
    }
  }

  private static void pause(Duration length) {
    long until = System.nanoTime() + length.toNanos();
    for (long left = length.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Bytes that objects take which somebody still holds. */
  private static long heap() {
    System.gc();
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
