package io.heyue.core.dialogue;

import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.dialogue.Certainty.Decision;
import io.heyue.core.dialogue.Flow.Kind;
import io.heyue.core.dialogue.Flow.Row;
import java.util.Optional;
import java.util.Set;

/**
 * What of one answer is too unsure to be acted on.
 *
 * @param event as it came
 * @param fresh what holds of it
 * @param last what was heard unsurely right before, and asked about
 * @param times how often in a row
 * @param wordless whether nothing is left to be understood of it
 * @param proves whether an answer to the verification, right or wrong, stands in it
 */
record Doubts(
    ChannelEvent event,
    Set<Condition> fresh,
    Optional<Decision> last,
    int times,
    boolean wordless,
    boolean proves) {

  /** Takes what was asked about out of the state: it counts for one answer. */
  static Doubts take(StateDraft state, Moment moment, Set<Condition> fresh, Proof proof) {
    Optional<Decision> last = Certainty.last(state.taken);
    return new Doubts(
        moment.event(),
        fresh,
        last,
        last.isPresent() ? Certainty.times(state.taken) : 0,
        moment.heard().text().isEmpty(),
        proof.right() || proof.wrong());
  }

  /** Whether nothing was understood, not even wrongly, or keys that mean nothing here. */
  boolean nothingSaid() {
    return fresh.contains(Condition.UNHEARD) || (fresh.contains(Condition.KEYED) && wordless);
  }

  /**
   * What {@code row} would decide and was heard too unsurely for. Of an answer to the verification
   * that is all that shows, whatever row it leads to: else that would tell whether it is right.
   */
  Optional<Decision> about(Optional<Row> row) {
    if (!fresh.contains(Condition.UNSURE)) {
      return Optional.empty();
    }
    Optional<Decision> decision = row.flatMap(Certainty::decision);
    boolean urgent = row.filter(each -> each.kind() == Kind.URGENT).isPresent();
    boolean first = urgent && (decision.isEmpty() || decision.get() == Decision.STOP);
    if (proves && !first) {
      return Optional.of(Decision.PROOF);
    }
    return decision.filter(each -> !Certainty.counts(each, before(each), event));
  }

  /** How often the same was heard right before, and asked about. */
  int before(Decision decision) {
    return last.filter(decision::equals).isPresent() ? times : 0;
  }

  /** Whether it is of use to ask about it once more. */
  boolean asksAgain(Decision decision) {
    return Certainty.asksAgain(decision, before(decision), event);
  }
}
