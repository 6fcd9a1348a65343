package io.heyue.bench;

import io.heyue.bench.Figure.Baseline;
import io.heyue.bench.Figure.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;

/**
 * What was found on a day.
 *
 * @param invites how many INVITEs came to each borrower, as the network counted them
 */
record DayFound(PhoneDay.Plan plan, Run run, DayBooks books, AtomicIntegerArray invites) {
  private static final double MIB = 1 << 20;

  /**
   * How it went.
   *
   * @param calls nanoseconds on the threads of calls: turns and receipts
   * @param until when it was over on the day's own clock
   */
  record Run(
      List<PhoneDay.Sample> samples,
      PhoneDay.Stages stages,
      DayCarrier carrier,
      long calls,
      DayCosts.Spent spent,
      Instant until) {
    long attempts() {
      return samples.getLast().attempts();
    }

    double seconds() {
      return (double) samples.getLast().nanos() / 1e9;
    }

    /** Attempts a second from the first sample after the tenth part on, when the code is warm. */
    double sustained() {
      PhoneDay.Sample from =
          samples.stream()
              .filter(each -> each.attempts() >= attempts() / 10)
              .findFirst()
              .filter(each -> each.attempts() < attempts())
              .orElse(samples.getFirst());
      return (double) (attempts() - from.attempts())
          * 1e9
          / (double) (samples.getLast().nanos() - from.nanos());
    }
  }

  /** How often each borrower was called, as the network wrote it down. */
  static AtomicIntegerArray calls(Path file, int borrowers) {
    AtomicIntegerArray calls = new AtomicIntegerArray(borrowers);
    try {
      for (String line : Files.readAllLines(file)) {
        String[] words = line.split("\t", -1);
        calls.set(SampleFiles.borrower(words[0]), Integer.parseInt(words[1]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return calls;
  }

  /** INVITEs that came. */
  long came() {
    long came = 0;
    for (int borrower = 0; borrower < invites.length(); borrower++) {
      came += invites.get(borrower);
    }
    return came;
  }

  /** Borrowers who were sent another number of INVITEs than letters were taken for them. */
  long differing() {
    long differing = 0;
    for (int borrower = 0; borrower < invites.length(); borrower++) {
      if (invites.get(borrower) != run.carrier().dialled(borrower)) {
        differing++;
      }
    }
    return differing;
  }

  List<Figure> figures() {
    double attempts = (double) run.attempts();
    double rate = run.sustained();
    double hours = PhoneDay.HOURS.toMinutes() / 60.0;
    return List.of(
        figure("attempts dialled", attempts, "", new Baseline("wanted", plan.attempts())),
        figure(
            "attempts, sustained",
            rate,
            "/s",
            new Baseline("from the first to the last", attempts / run.seconds())),
        new Figure(
            "phone",
            "a day of 350,000 at that rate",
            run.attempts(),
            PhoneDay.WHOLE_DAY / rate / 3_600,
            "h",
            new Baseline("hours in which people may be called", hours),
            Target.atMost(hours)),
        figure(
            "the day took",
            run.seconds() / 3_600,
            "h",
            new Baseline(
                "on its own clock",
                Duration.between(Lender.NOW, run.until()).toSeconds() / 3_600.0)),
        figure(
            "processors for an attempt, ours",
            millis(run.spent().ours()),
            "ms",
            new Baseline("the database's", millis(run.spent().database()))),
        figure(
            "of ours the heart's thread",
            heart() / attempts / 1e6,
            "ms",
            new Baseline("turning bytecode into machine code", millis(run.spent().compiling()))),
        figure(
            "transactions for an attempt",
            run.spent().counts().transactions() / attempts,
            "",
            new Baseline("ways to the database", run.spent().counts().trips() / attempts)),
        figure(
            "processors for an attempt, the network's",
            millis(run.spent().network()),
            "ms",
            Baseline.none()),
        stage("permits, words, letters", run.stages().step.nanos, run.stages().step.busy),
        stage(
            "claim, recall, conclude",
            run.stages().deliver.nanos - run.carrier().hand.nanos,
            run.stages().deliver.busy - run.carrier().hand.busy),
        stage("begin the call", run.carrier().hand.nanos, run.carrier().hand.busy),
        stage("whole beats, once a second", run.stages().rest.nanos, run.stages().rest.busy),
        stage("nothing to do", run.stages().waits.nanos, run.stages().waits.busy),
        figure(
            "from the end of a call to its receipt's, and in turns",
            run.calls() / attempts / 1e6,
            "ms",
            Baseline.none()),
        heap("heap after collection, at the start", measured().getFirst()),
        heap("heap after collection, in the middle", measured().get(measured().size() / 2)),
        heap("heap after collection, at its largest", largest()),
        heap("heap after collection, 45 s after the end", measured().getLast()),
        figure(
            "ledger entries",
            (double) books.ledger().entries(),
            "",
            new Baseline("for an attempt", (double) books.ledger().entries() / attempts)),
        exact(
            "faults of the ledger",
            books.ledger().faults().size(),
            "checkpoints held against it",
            books.ledger().checkpoints()),
        figure("ledger walked in", books.verified().toMillis() / 1e3, "s", Baseline.none()),
        exact(
            "INVITEs without a permit of their own",
            came() - books.underPermits(),
            "INVITEs",
            came()),
        exact(
            "borrowers with INVITEs too many or few", differing(), "borrowers", invites.length()));
  }

  /** What became of all of it, in lines. */
  String told() {
    return "The shares: "
        + DayOutcome.shares()
        + "\nLetters: "
        + listed(books.letters())
        + "\nPermits: "
        + listed(books.permits())
        + "\nRefused by: "
        + listed(books.refusals())
        + "\nLedger: "
        + listed(books.entries())
        + "\nOver at "
        + run.until()
        + " on its own clock.\n";
  }

  private static String listed(Map<String, Long> counts) {
    return counts.isEmpty()
        ? "none"
        : counts.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
  }

  private double millis(Duration spent) {
    return (double) spent.toNanos() / 1e6 / (double) run.attempts();
  }

  /** Of a processor, all stages together. */
  private double heart() {
    PhoneDay.Stages stages = run.stages();
    return (double) (stages.step.busy + stages.deliver.busy + stages.rest.busy + stages.waits.busy);
  }

  private Figure stage(String what, long nanos, long busy) {
    return figure(
        "the heart's time for an attempt: " + what,
        (double) nanos / 1e6 / (double) run.attempts(),
        "ms",
        new Baseline("of a processor", (double) busy / 1e6 / (double) run.attempts()));
  }

  private List<PhoneDay.Sample> measured() {
    return run.samples().stream().filter(each -> each.heap() > 0).toList();
  }

  private PhoneDay.Sample largest() {
    return measured().stream().max(Comparator.comparingLong(PhoneDay.Sample::heap)).orElseThrow();
  }

  private Figure heap(String what, PhoneDay.Sample sample) {
    return new Figure(
        "phone",
        what,
        sample.attempts(),
        (double) sample.heap() / MIB,
        "MiB",
        new Baseline("at the start", (double) measured().getFirst().heap() / MIB),
        Optional.empty());
  }

  private Figure exact(String what, long value, String of, long all) {
    return new Figure(
        "phone", what, all, (double) value, "", new Baseline(of, (double) all), Target.atMost(0));
  }

  private Figure figure(String what, double value, String unit, Baseline baseline) {
    return new Figure("phone", what, run.attempts(), value, unit, baseline, Optional.empty());
  }
}
