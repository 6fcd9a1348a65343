package io.heyue.core.decision;

import io.heyue.core.base.Check;
import io.heyue.core.dialogue.Move;
import java.util.List;

/**
 * The move that was chosen, and how.
 *
 * @param move one of those that were permitted
 * @param propensity probability with which this policy chooses it here, above 0 to 1; what a later
 *     comparison of policies rests on
 * @param policy name and version of the policy
 * @param reasons why, for people
 */
public record Choice(Move move, double propensity, String policy, List<String> reasons) {
  public Choice {
    Check.that(propensity > 0 && propensity <= 1, "propensity", propensity, "above 0, at most 1");
    reasons = List.copyOf(reasons);
  }
}
