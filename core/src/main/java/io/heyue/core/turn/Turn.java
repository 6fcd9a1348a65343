package io.heyue.core.turn;

import io.heyue.core.action.Action;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.portfolio.CaseEvent;
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
 */
public record Turn(
    DialogueState state,
    List<CaseEvent> events,
    List<Action> actions,
    Optional<Handover> handover,
    TurnRecord record) {
  public Turn {
    events = List.copyOf(events);
    actions = List.copyOf(actions);
  }
}
