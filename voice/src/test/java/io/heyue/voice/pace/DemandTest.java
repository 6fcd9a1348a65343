package io.heyue.voice.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heyue.core.base.Rng;
import org.junit.jupiter.api.Test;

class DemandTest {
  private static final Resources PLENTY = new Resources(99, 99, 99, 99);

  private static PacingFacts facts(Standing standing, Agents agents) {
    return new PacingFacts(PLENTY, standing, agents, Experience.NONE);
  }

  /** Every outcome of every call and every busy agent, one by one. */
  private static double counted(
      PacingFacts facts, int calls, double asks, double answers, double releases) {
    int talking = facts.standing().talking();
    int ringing = facts.standing().ringing();
    int busy = facts.agents().busy();
    int all = talking + ringing + calls + busy;
    int free = facts.agents().free() - facts.standing().waiting();
    double risk = 0;
    for (int outcome = 0; outcome < 1 << all; outcome++) {
      double chance = 1;
      int early = 0;
      int late = 0;
      int more = 0;
      for (int each = 0; each < all; each++) {
        boolean yes = (outcome >> each & 1) == 1;
        boolean call = each < talking + ringing + calls;
        double likely = call ? asks * (each < talking ? 1 : answers) : releases;
        chance *= yes ? likely : 1 - likely;
        early += yes && each < talking + ringing ? 1 : 0;
        late += yes && call ? 1 : 0;
        more += yes && !call ? 1 : 0;
      }
      risk += early > free || late > free + more ? chance : 0;
    }
    return risk;
  }

  @Test
  void theRiskIsThatOfAllOutcomesCounted() {
    Rng rng = Rng.seeded(7);
    for (int round = 0; round < 300; round++) {
      Standing standing = new Standing(rng.nextInt(4), rng.nextInt(4), rng.nextInt(2));
      PacingFacts facts = facts(standing, new Agents(rng.nextInt(5), rng.nextInt(3)));
      double asks = rng.nextDouble();
      double answers = rng.nextDouble();
      double releases = rng.nextDouble();
      int calls = rng.nextInt(5);
      assertThat(new Demand(facts, asks, answers, releases).risk(calls))
          .as("%s, %d calls", facts, calls)
          .isCloseTo(counted(facts, calls, asks, answers, releases), within(1e-12));
    }
  }

  @Test
  void moreCallsNeverCarryLess() {
    Rng rng = Rng.seeded(8);
    for (int round = 0; round < 100; round++) {
      Standing standing = new Standing(rng.nextInt(40), rng.nextInt(40), 0);
      PacingFacts facts = facts(standing, new Agents(rng.nextInt(20), rng.nextInt(20)));
      Demand demand = new Demand(facts, rng.nextDouble() / 4, rng.nextDouble(), 0.1);
      double before = 0;
      for (int calls = 0; calls < 200; calls += 5) {
        double risk = demand.risk(calls);
        assertThat(risk).isGreaterThanOrEqualTo(before - 1e-12);
        before = risk;
      }
    }
  }

  @Test
  void aThousandCallsAreStillWeighedRight() {
    PacingFacts facts = facts(new Standing(0, 1_000, 0), new Agents(70, 0));
    // Mean 50, deviation 6.9: more than 70 lie about 2.9 deviations away.
    assertThat(new Demand(facts, 0.05, 0.5, 0).risk(0)).isBetween(0.001, 0.004);
  }
}
