package io.heyue.core.dialogue;

import java.util.List;

/**
 * What the flow proposes for a turn; the guard strikes out what is not lawful, the policy chooses.
 *
 * @param rows names of the rows that were taken, the deciding one first
 * @param before moves that are made first
 * @param choices moves of which exactly one is made
 * @param after moves that are made last
 * @param state the state after the turn but for what the moves themselves change
 */
public record Proposal(
    List<String> rows, List<Move> before, List<Move> choices, List<Move> after, StateDraft state) {
  public Proposal {
    rows = List.copyOf(rows);
    before = List.copyOf(before);
    choices = List.copyOf(choices);
    after = List.copyOf(after);
  }
}
