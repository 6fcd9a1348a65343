package io.heyue.brain.tables;

import io.heyue.core.base.Rng;
import io.heyue.core.decision.Choice;
import io.heyue.core.decision.Policy;
import io.heyue.core.decision.Situation;
import io.heyue.core.dialogue.Move;
import io.heyue.core.understanding.Emotion;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses the offer that {@code offers.dmn} ranks first; never by chance. */
final class TablePolicy implements Policy {
  /** What there may be a choice of: whatever else is proposed comes from the person. */
  private static final Set<String> OFFERS = Set.of("extension", "plan", "reduction");

  static final Layout LAYOUT =
      Layout.of("offers", true)
          .asks("daysPastDue", Set.of())
          .asks("feeling", Layout.words(Emotion.Feeling.values()))
          .asks("broken", Set.of())
          .asks("kept", Set.of())
          .asks("partialPayments", Set.of())
          .asks("declined", Set.of())
          .answers("first", OFFERS)
          .answers("second", OFFERS)
          .answers("third", OFFERS);

  private final Table table;
  private final String name;

  private TablePolicy(Table table) {
    this.table = table;
    this.name = "offers.dmn@" + Version.of(List.of(table)).substring(0, 12);
  }

  static TablePolicy load(Path file) {
    return new TablePolicy(Table.load(file, LAYOUT));
  }

  Table table() {
    return table;
  }

  @Override
  public Choice choose(Situation situation, List<Move> permitted, Rng chance) {
    Move first = permitted.getFirst();
    if (permitted.size() == 1) {
      return new Choice(first, 1.0, name, List.of("the only move that is permitted"));
    }
    Optional<Table.Hit> hit = table.decide(inputs(situation));
    List<String> order =
        hit.map(h -> List.of(h.text("first"), h.text("second"), h.text("third"))).orElse(List.of());
    Move best =
        permitted.stream().min(Comparator.comparingInt(move -> rank(move, order))).orElse(first);
    return new Choice(
        best,
        1.0,
        name,
        hit.map(h -> List.of("row " + h.row() + ": " + h.why()))
            .orElse(List.of("the first that the flow names")));
  }

  private static Map<String, Object> inputs(Situation situation) {
    return Map.of(
        "daysPastDue",
        BigDecimal.valueOf(situation.daysPastDue()),
        "feeling",
        situation.feeling().name().toLowerCase(Locale.ROOT),
        "broken",
        BigDecimal.valueOf(situation.broken()),
        "kept",
        BigDecimal.valueOf(situation.kept()),
        "partialPayments",
        BigDecimal.valueOf(situation.partialPayments()),
        "declined",
        BigDecimal.valueOf(situation.declined()));
  }

  /** Moves that are no offer keep the order of the flow, behind those that the table ranks. */
  private static int rank(Move move, List<String> order) {
    int rank = move instanceof Move.Offer offer ? order.indexOf(offer.terms().id()) : -1;
    return rank < 0 ? order.size() : rank;
  }
}
