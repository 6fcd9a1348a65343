package io.heyue.brain.tables;

import io.heyue.core.decision.Router;
import io.heyue.core.decision.Situation;
import io.heyue.core.dialogue.Team;
import io.heyue.core.understanding.Intent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;

/** Who goes on with a conversation, from {@code routing.dmn}. */
final class TableRouter implements Router {
  static final Layout LAYOUT =
      Layout.of("routing", true)
          .asks("intent", Layout.words(Intent.values()))
          .asks("confidence", java.util.Set.of())
          .answers("team", Layout.words(Team.values()));

  private final Table table;

  private TableRouter(Table table) {
    this.table = table;
  }

  static TableRouter load(Path file) {
    return new TableRouter(Table.load(file, LAYOUT));
  }

  Table table() {
    return table;
  }

  @Override
  public Team route(Situation situation) {
    return table
        .decide(
            Map.of(
                "intent",
                situation.intent().id(),
                "confidence",
                BigDecimal.valueOf(situation.confidence())))
        .flatMap(hit -> Team.find(hit.text("team")))
        .orElse(Team.GO_ON);
  }
}
