package io.heyue.brain.tables;

import io.heyue.core.dialogue.Flow;
import io.heyue.core.law.RuleBook;
import java.util.List;
import java.util.Set;

/**
 * What stands elsewhere and the tables speak of. A table that names anything else would decide
 * nothing, or fail in the middle of a contact; it is refused when it is loaded.
 *
 * @param law where the articles stand that forbid raising a price
 * @param flows that must know each team to which the routing table sends a conversation
 * @param phrases ids of the wordings that there are in every language
 */
public record Known(RuleBook law, List<Flow> flows, Set<String> phrases) {
  public Known {
    flows = List.copyOf(flows);
    phrases = Set.copyOf(phrases);
  }
}
