package io.heyue.core.dialogue;

import io.heyue.core.portfolio.Dossier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys that are offered with a question. Pure. */
final class Keys {
  private Keys() {}

  /**
   * Which keys answer the last of {@code asked}; where it asks nothing, those of the question that
   * is open.
   */
  static List<Move> of(List<Move> asked, StateDraft state, Dossier dossier) {
    Optional<Keypad.Menu> menu =
        asked.isEmpty() ? Optional.empty() : Keypad.menu(asked.getLast(), dossier);
    return menu
        .or(() ->
            state.lastMove.isEmpty()
                ? Optional.empty()
                : Optional.of(Keypad.menu(state.lastMove, dossier)))
        .stream()
        .<Move>map(Move.Menu::new)
        .toList();
  }

  /** The same proposal with the keys that answer what it asks, where it doesn't name them. */
  static Proposal beside(Proposal proposal, Dossier dossier) {
    boolean named =
        Stream.of(proposal.before(), proposal.choices(), proposal.after())
            .flatMap(List::stream)
            .anyMatch(Move.Menu.class::isInstance);
    Optional<Move.Menu> keys = named ? Optional.empty() : asked(proposal, dossier);
    if (keys.isEmpty()) {
      return proposal;
    }
    List<Move> after = new ArrayList<>(proposal.after());
    after.add(keys.get());
    return new Proposal(
        proposal.rows(), proposal.before(), proposal.choices(), after, proposal.state());
  }

  /** Of moves of which one is chosen, the keys of all; none where they differ. */
  private static Optional<Move.Menu> asked(Proposal proposal, Dossier dossier) {
    return last(proposal.after(), dossier)
        .or(() -> {
          List<Move.Menu> menus =
              proposal.choices().stream()
                  .flatMap(move -> Keypad.menu(move, dossier).stream())
                  .distinct()
                  .map(Move.Menu::new)
                  .toList();
          return menus.size() == 1 ? Optional.of(menus.getFirst()) : Optional.empty();
        })
        .or(() ->
            proposal.choices().stream().allMatch(Move.Wait.class::isInstance)
                ? Optional.empty()
                : last(proposal.before(), dossier));
  }

  private static Optional<Move.Menu> last(List<Move> moves, Dossier dossier) {
    return moves.stream()
        .flatMap(move -> Keypad.menu(move, dossier).stream())
        .reduce((_, later) -> later)
        .map(Move.Menu::new);
  }
}
