package io.heyue.sim.play;

import io.heyue.brain.book.Books;
import io.heyue.core.decision.Choice;
import io.heyue.core.decision.Policy;
import io.heyue.core.decision.Router;
import io.heyue.core.dialogue.Team;
import io.heyue.core.understanding.Intent;
import java.nio.file.Path;
import java.util.List;

/** The decision tables. */
record Strategy(Policy policy, Router router, String version) {
  static Strategy read(Path data, Books books) {
    Policy first =
        (situation, permitted, chance) ->
            new Choice(permitted.getFirst(), 1.0, "first", List.of("the first that is permitted"));
    Router router =
        situation ->
            situation.intent() == Intent.ABUSIVE && situation.confidence() > 0.7
                ? Team.SUPERVISOR
                : Team.GO_ON;
    return new Strategy(first, router, "none");
  }
}
