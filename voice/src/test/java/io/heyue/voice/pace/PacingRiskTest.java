package io.heyue.voice.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Rng;
import io.heyue.voice.pace.Floor.Spread;
import io.heyue.voice.pace.Floor.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whether somebody who asks for a person finds one, in simulated hours; seeded. */
class PacingRiskTest {
  private static final Pacing PACING = new Pacing(PacingSettings.standard());
  private static final int SECONDS = 1_800;

  private static final StringBuilder REPORT =
      new StringBuilder(
          """
          Hand-over to people, simulated for half an hour a line; seeded. Shares in %.
          known: 5,000 calls were counted before; few: 100; believes half: people ask half as often,
          take calls a third less often and are handled twice as fast as they really do; one burst:
          nothing begins after the first calls.
          """);

  private static final List<Truth> TRUTHS =
      List.of(
          new Truth(1, 0.05, 0.3, 180, Spread.EXPONENTIAL),
          new Truth(3, 0.05, 0.3, 180, Spread.EXPONENTIAL),
          new Truth(10, 0.2, 0.3, 180, Spread.EXPONENTIAL),
          new Truth(10, 0.2, 0.7, 60, Spread.UNIFORM),
          new Truth(30, 0.3, 0.5, 120, Spread.FIXED));

  @AfterAll
  static void report() throws IOException {
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/pace.txt"), REPORT);
  }

  /** What a lender would have counted by then. */
  private static Experience counted(Truth truth, int calls, Rng rng) {
    int answered = 0;
    int asked = 0;
    double busy = 0;
    for (int call = 0; call < calls; call++) {
      if (rng.chance(truth.answers())) {
        answered++;
        if (rng.chance(truth.asks())) {
          asked++;
          busy += truth.spread().draw(rng, truth.handling());
        }
      }
    }
    return new Experience(
        new Counted(answered, calls),
        new Counted(asked, answered),
        new Handled(asked, Floor.seconds(busy)));
  }

  private static Floor run(String what, Truth truth, Pacing pacing, Experience believed) {
    Floor floor = new Floor(truth, Rng.seeded(5));
    floor.run(pacing, believed, SECONDS);
    REPORT.append(
        String.format(
            Locale.ROOT,
            "%-12s agents %2d, asks %.2f, answers %.1f, handling %3.0f s %-11s: begun %5d, taken %5d,"
                + " asked %4d, found nobody %3d: %.2f of taken, %.2f of asked; agents busy %.0f%n",
            what,
            truth.agents(),
            truth.asks(),
            truth.answers(),
            truth.handling(),
            truth.spread(),
            floor.begun,
            floor.answered,
            floor.asked,
            floor.failed,
            100.0 * floor.failed / floor.answered,
            100.0 * floor.failed / floor.asked,
            100 * floor.used(SECONDS)));
    return floor;
  }

  @Test
  void ofCallsThatAreTakenOneInAHundredAtMostFindsNobody() {
    for (Truth truth : TRUTHS) {
      for (int counted : new int[] {100, 5_000}) {
        Experience believed = counted(truth, counted, Rng.seeded(1));
        Floor floor = run(counted == 100 ? "few" : "known", truth, PACING, believed);
        assertThat(floor.failed).as(truth.toString()).isLessThanOrEqualTo(floor.answered / 100 + 1);
        assertThat(floor.begun).isGreaterThan(50);
      }
    }
  }

  /** Nothing is promised then. A cold start of a large floor suffers most; it stays small. */
  @Test
  void whoBelievesInHalfOfTheDemandLeavesFewAlone() {
    for (Truth truth : TRUTHS) {
      double asks = truth.asks() / 2;
      double answers = truth.answers() / 1.5;
      Truth half = new Truth(truth.agents(), asks, answers, truth.handling() / 2, truth.spread());
      Experience believed = counted(half, 5_000, Rng.seeded(3));
      Floor floor = run("believes half", truth, PACING, believed);
      assertThat(floor.failed)
          .as(truth.toString())
          .isLessThanOrEqualTo(floor.answered * 3 / 100 + 1);
    }
  }

  @Test
  void whoTakesTheRiskLeavesPeopleAlone() {
    Truth truth = TRUTHS.get(2);
    PacingSettings bold = new PacingSettings(0.9, 0.5, Duration.ofSeconds(10), true, false);
    Floor floor = run("risk 0.9", truth, new Pacing(bold), counted(truth, 5_000, Rng.seeded(1)));
    assertThat(floor.failed).isGreaterThan(floor.answered / 50);
  }

  /** What the bound says of calls that stand and begin together, for each of them alone. */
  @Test
  void ofBurstsOneInAHundredAtMostLeavesSomebodyAlone() {
    Rng rng = Rng.seeded(9);
    for (Truth truth : TRUTHS) {
      Experience believed = counted(truth, 100_000, rng);
      int calls = PACING.begin(new Floor(truth, rng).facts(believed)).calls();
      int rounds = 4_000;
      int failed = 0;
      for (int round = 0; round < rounds; round++) {
        Floor floor = new Floor(truth, rng);
        for (int call = 0; call < calls; call++) {
          floor.begin(0);
        }
        floor.pass(SECONDS);
        failed += floor.failed > 0 ? 1 : 0;
      }
      REPORT.append(
          String.format(
              Locale.ROOT,
              "one burst    agents %2d, asks %.2f, answers %.1f: %3d calls, %.2f of bursts%n",
              truth.agents(),
              truth.asks(),
              truth.answers(),
              calls,
              100.0 * failed / rounds));
      assertThat(failed).as(truth.toString()).isLessThanOrEqualTo(rounds / 100);
    }
  }
}
