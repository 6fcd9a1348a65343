package io.heyue.bench;

import io.heyue.bench.Figure.Baseline;
import io.heyue.bench.Figure.Target;
import io.heyue.sim.kill.Findings;
import io.heyue.sim.kill.KillProof;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The running system is killed in the middle of its calls; what that does to people and books. */
final class PhoneKill {
  /** For how long the calls that are cut off have lasted, at least. */
  private static final Duration TALK = Duration.ofSeconds(5);

  /** A telephone's usual watch over media that stops. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final KillProof.Plan plan;
  private final Path root;
  private final PrintWriter out;

  PhoneKill(int calls, int kills, long seed, Path root, PrintWriter out) {
    this.plan = new KillProof.Plan(calls, kills, TALK, SILENCE, seed);
    this.root = root;
    this.out = out;
  }

  List<Figure> measure() {
    try (Scratch scratch = Scratch.in(root)) {
      Findings findings = KillProof.prove(scratch.folder(), plan, this::say);
      findings.faults().forEach(fault -> say("FAULT: " + fault));
      say("Letters: " + findings.letters());
      return figures(findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("It was interrupted.", e);
    }
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }

  private static List<Figure> figures(Findings findings) {
    List<Figure> figures = new ArrayList<>();
    for (Findings.Kill kill : findings.kills()) {
      figures.add(
          figure(
              kill.database() ? "all calls ended, database too" : "all calls ended",
              kill.live(),
              kill.untilAllEnded().toMillis() / 1e3,
              "s",
              new Baseline("silence", SILENCE.toSeconds()),
              Optional.empty()));
    }
    Findings.Recordings recordings = findings.recordings();
    figures.add(
        figure(
            "people dialled, of INVITEs",
            findings.invited(),
            findings.people(),
            "",
            new Baseline("INVITEs", findings.invited()),
            Target.atLeast(findings.invited())));
    figures.add(
        figure(
            "cut recordings readable",
            recordings.cut(),
            recordings.readable(),
            "",
            new Baseline("cut", recordings.cut()),
            Target.atLeast(recordings.cut())));
    figures.add(
        figure(
            "missing of a recording's end, most",
            recordings.cut(),
            recordings.most().toMillis() / 1e3,
            "s",
            new Baseline("by design", 2),
            Target.atMost(2.5)));
    figures.add(
        figure(
            "faults of budget, ledger, recordings",
            findings.entries(),
            findings.faults().size(),
            "",
            Baseline.none(),
            Target.atMost(0)));
    return figures;
  }

  private static Figure figure(
      String what, long n, double value, String unit, Baseline baseline, Optional<Target> target) {
    return new Figure("phone", what, n, value, unit, baseline, target);
  }
}
