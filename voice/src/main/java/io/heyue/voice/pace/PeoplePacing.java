package io.heyue.voice.pace;

/**
 * How many calls may begin for agents who speak themselves from the first word. One for each free
 * agent, so that nobody takes a call in vain; more only where {@link Predictive} is switched on.
 * Pure, immutable and thread-safe.
 *
 * @param predictive when more calls than agents may ring; {@link Predictive#OFF} for never
 */
public record PeoplePacing(Predictive predictive) {
  /** As many calls as may begin now; it is asked again before more begin. */
  public Pace begin(PeopleFacts facts) {
    Pace pace = facts.resources().pace();
    int own = Math.max(0, facts.spare());
    return pace.orLess(predictive.on() ? more(facts, own, pace.calls()) : own, Pace.AGENTS);
  }

  private int more(PeopleFacts facts, int own, int most) {
    int calls = Math.min(own, most);
    int high = most;
    while (calls < high) {
      int middle = calls + (high - calls + 1) / 2;
      if (predictive.allows(facts, middle)) {
        calls = middle;
      } else {
        high = middle - 1;
      }
    }
    return calls;
  }
}
