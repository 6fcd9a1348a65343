package io.heyue.brain.tables;

import io.heyue.core.decision.Router;
import io.heyue.core.decision.Situation;
import io.heyue.core.dialogue.Condition;
import io.heyue.core.dialogue.Flow;
import io.heyue.core.dialogue.Route;
import io.heyue.core.dialogue.Team;
import io.heyue.core.understanding.Intent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who goes on with a conversation, from {@code routing.dmn}. */
final class TableRouter implements Router {
  static final Layout LAYOUT =
      Layout.of("routing", true)
          .asks("intent", Layout.words(Intent.values()))
          .asks("confidence", java.util.Set.of())
          .answers("team", Layout.words(Team.values()))
          .answers("when", Layout.words(Route.When.values()));

  private final Table table;

  private TableRouter(Table table) {
    this.table = table;
  }

  static TableRouter load(Path file, Known known) {
    Table table = Table.load(file, LAYOUT);
    List<String> flaws = new ArrayList<>();
    table.sheet().rows().forEach(row -> taken(row, table.sheet().file(), known, flaws));
    if (!flaws.isEmpty()) {
      throw new TableFault(flaws);
    }
    return new TableRouter(table);
  }

  /** A team that no row of a flow asks for would never get a conversation. */
  private static void taken(Sheet.Row row, String file, Known known, List<String> flaws) {
    String team = row.answers().getFirst().replace("\"", "");
    Optional<Condition> condition = Condition.find("to_" + team);
    if (team.equals(Team.GO_ON.id())) {
      return;
    }
    for (Flow flow : known.flows()) {
      if (flow.rows().stream().noneMatch(r -> condition.filter(r.given()::contains).isPresent())) {
        flaws.add(
            file
                + ":"
                + row.line()
                + ": No row of the flow '"
                + flow.id()
                + "' has 'to_"
                + team
                + "' among its conditions, so nobody would be handed over. Maybe it was removed"
                + " there.");
      }
    }
  }

  Table table() {
    return table;
  }

  @Override
  public Route route(Situation situation) {
    return table
        .decide(
            Map.of(
                "intent",
                situation.intent().id(),
                "confidence",
                BigDecimal.valueOf(situation.confidence())))
        .map(hit ->
            new Route(
                Team.find(hit.text("team")).orElseThrow(),
                Route.When.find(hit.text("when")).orElseThrow()))
        .orElse(Route.GO_ON);
  }
}
