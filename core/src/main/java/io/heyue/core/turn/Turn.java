package io.heyue.core.turn;

import io.heyue.core.action.Action;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.reply.Rewordable;
import java.util.List;
import java.util.Optional;

/**
 * What a turn led to.
 *
 * @param state where the conversation stands now
 * @param events what has become of the case, to be appended in this order
 * @param actions what the street is asked to do, after the events are stored
 * @param handover what the person must know who takes it over, if one does
 * @param record what goes into the ledger
 * @param rewordable phrases of what is said for which other words may be looked for; with them the
 *     same turn may be taken again
 */
public record Turn(
    DialogueState state,
    List<CaseEvent> events,
    List<Action> actions,
    Optional<Handover> handover,
    TurnRecord record,
    List<Rewordable> rewordable) {
  public Turn {
    rewordable = List.copyOf(rewordable);
    events = List.copyOf(events);
    actions = List.copyOf(actions);
  }
}
