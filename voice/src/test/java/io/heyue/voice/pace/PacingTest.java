package io.heyue.voice.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Rng;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacingTest {
  private static final Pacing PACING = new Pacing(PacingSettings.standard());
  private static final Resources PLENTY = new Resources(5_000, 5_000, 5_000, 5_000);

  private static final Experience USUAL =
      new Experience(
          new Counted(300, 1_000), new Counted(30, 300), new Handled(30, Duration.ofMinutes(90)));

  private static Pace begin(Resources resources, Standing standing, Agents agents) {
    return PACING.begin(new PacingFacts(resources, standing, agents, USUAL));
  }

  @Test
  void theScarcestResourceDecidesAndIsNamed() {
    Agents nobody = Agents.NONE;
    assertThat(begin(new Resources(3, 4, 5, 6), Standing.NONE, nobody))
        .isEqualTo(new Pace(3, Pace.CHANNELS));
    assertThat(begin(new Resources(4, 3, 5, 6), Standing.NONE, nobody))
        .isEqualTo(new Pace(3, Pace.RATE));
    assertThat(begin(new Resources(4, 5, 3, 6), Standing.NONE, nobody))
        .isEqualTo(new Pace(3, Pace.SLOTS));
    assertThat(begin(new Resources(4, 5, 6, 3), Standing.NONE, nobody))
        .isEqualTo(new Pace(3, Pace.PERMITS));
    Pace agents = begin(PLENTY, Standing.NONE, new Agents(5, 0));
    assertThat(agents.limit()).isEqualTo(Pace.AGENTS);
    assertThat(agents.calls()).isBetween(10, 60);
  }

  @Test
  void whileNobodyIsOnDutyOnlyTheSettingsStopCalls() {
    assertThat(begin(PLENTY, new Standing(50, 50, 5), Agents.NONE).calls()).isEqualTo(5_000);
    PacingSettings strict = new PacingSettings(0.01, 0.975, Duration.ofSeconds(10), true, true);
    PacingFacts facts = new PacingFacts(PLENTY, Standing.NONE, Agents.NONE, USUAL);
    assertThat(new Pacing(strict).begin(facts)).isEqualTo(new Pace(0, Pace.AGENTS));
  }

  @Test
  void whileEverybodyIsBusyOrWaitedForNoCallBegins() {
    assertThat(begin(PLENTY, Standing.NONE, new Agents(0, 5)).calls()).isZero();
    assertThat(begin(PLENTY, new Standing(0, 0, 3), new Agents(2, 5)).calls()).isZero();
  }

  @Test
  void fewCountsAreCareful() {
    Experience few = new Experience(new Counted(3, 10), new Counted(0, 3), Handled.NOTHING);
    Experience many =
        new Experience(new Counted(3_000, 10_000), new Counted(300, 3_000), Handled.NOTHING);
    int careful =
        PACING.begin(new PacingFacts(PLENTY, Standing.NONE, new Agents(10, 0), few)).calls();
    int sure =
        PACING.begin(new PacingFacts(PLENTY, Standing.NONE, new Agents(10, 0), many)).calls();
    int blind =
        PACING
            .begin(new PacingFacts(PLENTY, Standing.NONE, new Agents(10, 0), Experience.NONE))
            .calls();
    assertThat(blind).isBetween(10, careful);
    assertThat(careful).isLessThan(sure / 2);
  }

  /** More of any resource, or one more free agent, never means fewer calls; calls that stand do. */
  @Test
  void moreOfAnythingNeverAllowsLess() {
    Rng rng = Rng.seeded(11);
    for (int round = 0; round < 400; round++) {
      Resources given =
          new Resources(rng.nextInt(80), rng.nextInt(80), rng.nextInt(80), rng.nextInt(80));
      Standing standing = new Standing(rng.nextInt(20), rng.nextInt(20), rng.nextInt(2));
      Agents agents = new Agents(rng.nextInt(9), rng.nextInt(9));
      int calls = begin(given, standing, agents).calls();
      assertThat(calls)
          .isLessThanOrEqualTo(
              Math.min(
                  Math.min(given.channels(), given.rate()),
                  Math.min(given.slots(), given.permits())));
      Resources more =
          new Resources(
              given.channels() + 1, given.rate() + 2, given.slots() + 3, given.permits() + 4);
      assertThat(begin(more, standing, agents).calls()).isGreaterThanOrEqualTo(calls);
      if (agents.onDuty()) {
        Agents another = new Agents(agents.free() + 1, agents.busy());
        assertThat(begin(given, standing, another).calls()).isGreaterThanOrEqualTo(calls);
        Agents busier = new Agents(agents.free(), agents.busy() + 1);
        assertThat(begin(given, standing, busier).calls()).isGreaterThanOrEqualTo(calls);
      }
      Standing talking =
          new Standing(standing.ringing(), standing.talking() + 1, standing.waiting());
      assertThat(begin(given, talking, agents).calls()).isLessThanOrEqualTo(calls);
    }
  }
}
