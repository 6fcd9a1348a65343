package io.heyue.core.turn;

import io.heyue.core.base.Lang;
import io.heyue.core.dialogue.Team;
import io.heyue.core.portfolio.HandoverReason;
import java.util.Map;

/**
 * A conversation that a person is to take over, with what they need to know and no more.
 *
 * @param team who that is
 * @param summary in each language; names nobody
 */
public record Handover(HandoverReason reason, Team team, Map<Lang, String> summary) {
  public Handover {
    summary = Map.copyOf(summary);
  }
}
