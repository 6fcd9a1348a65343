package io.heyue.voice.pace;

/**
 * How many calls of the machine may begin now. The machine is always free, so nobody who takes a
 * call waits for it; what has to be foreseen is only who asks for a person. Pure, immutable and
 * thread-safe.
 *
 * <p>While agents are on duty, calls begin only as long as the probability that somebody asks for a
 * person and nobody is free stays within the settings' risk, for calls that stand and begin
 * together ({@link Demand} bounds it). Few agents therefore allow few calls at once, and where
 * calls that stand carry more risk than that already, none begins. While nobody is on duty a
 * call-back is offered instead, unless the settings say that no call begins then.
 *
 * @param settings how careful it is
 */
public record Pacing(PacingSettings settings) {
  /** As many calls as may begin now; it is asked again before more begin. */
  public Pace begin(PacingFacts facts) {
    Pace pace = facts.resources().pace();
    if (!facts.agents().onDuty()) {
      return settings.stopWithoutAgents() ? pace.orLess(0, Pace.AGENTS) : pace;
    }
    return pace.orLess(allowed(demand(facts), pace.calls()), Pace.AGENTS);
  }

  private Demand demand(PacingFacts facts) {
    Experience experience = facts.experience();
    double rate = settings.releases() ? experience.handled().rateAtLeast(settings.confidence()) : 0;
    double seconds = settings.lead().toNanos() / 1e9;
    return new Demand(
        facts,
        experience.asked().atMost(settings.confidence()),
        experience.answered().atMost(settings.confidence()),
        -Math.expm1(-rate * seconds));
  }

  /** The most calls up to {@code most} within the risk: more calls never carry less. */
  private int allowed(Demand demand, int most) {
    int low = 0;
    int high = most;
    while (low < high) {
      int middle = low + (high - low + 1) / 2;
      if (demand.risk(middle) <= settings.risk()) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
