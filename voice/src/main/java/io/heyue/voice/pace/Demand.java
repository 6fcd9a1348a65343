package io.heyue.voice.pace;

/**
 * How likely it is that somebody asks for a person and nobody is free, if a number of calls begins
 * now and none after them.
 *
 * <p>It is an upper bound: calls that stand are thought to ask at once, calls that begin to ask as
 * soon as the lead is over, and whoever takes a call isn't free again. Then somebody finds nobody
 * only where the standing calls ask for more people than are free, or where all calls together ask
 * for more than are free or become free within the lead. Both are sums of binomial counts, and
 * their probability is had exactly, by convolution. Under the true order of events fewer ask as
 * early, and more agents are free.
 */
final class Demand {
  private final int free;

  /** That standing calls ask for 0, 1 and so on up to {@link #free}. */
  private final double[] standing;

  /** That of the busy agents 0, 1 and so on become free within the lead. */
  private final double[] released;

  private final double asking;

  /**
   * @param asks the probability that a person is asked for in a call that was taken
   * @param answers the probability that a call is taken
   * @param releases the probability that a busy agent becomes free within the lead
   */
  Demand(PacingFacts facts, double asks, double answers, double releases) {
    this.free = facts.agents().free() - facts.standing().waiting();
    this.asking = asks * answers;
    int most = Math.max(0, free);
    this.standing =
        Chances.sum(
            Chances.binomial(facts.standing().talking(), asks, most),
            Chances.binomial(facts.standing().ringing(), asking, most),
            most);
    this.released = Chances.binomial(facts.agents().busy(), releases, facts.agents().busy());
  }

  /** The probability, if {@code calls} begin now. */
  double risk(int calls) {
    if (free < 0) {
      return 1;
    }
    double[] begun =
        Chances.noMoreThan(Chances.binomial(calls, asking, free + released.length - 1));
    double well = 0;
    for (int asked = 0; asked < standing.length; asked++) {
      well += standing[asked] * enough(begun, free - asked);
    }
    return Math.clamp(1 - well, 0, 1);
  }

  /** That begun calls ask for no more than are left, with those who become free. */
  private double enough(double[] begun, int left) {
    double sum = 0;
    for (int more = 0; more < released.length; more++) {
      sum += released[more] * begun[Math.min(left + more, begun.length - 1)];
    }
    return sum;
  }
}
