package io.heyue.core.dialogue;

import io.heyue.core.dialogue.Flow.Kind;
import io.heyue.core.dialogue.Flow.Row;
import io.heyue.core.understanding.ScoredIntent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which rows of a flow fit what was heard, as the state stands now. */
final class RowSearch {
  /** At most so many answers and acknowledgments stand beside the main thing. */
  private static final int MOST_BESIDE = 2;

  /** A question beside the main thing is answered from this confidence on. */
  private static final double ALSO_ASKED = 0.45;

  /** Kinds of rows that answer an intent. */
  private static final Set<Kind> ANSWERS = Set.of(Kind.MAIN, Kind.BESIDE);

  private final Flow flow;
  private final StateDraft state;
  private final Conditions conditions;
  private final String words;

  RowSearch(Flow flow, StateDraft state, Conditions conditions, String words) {
    this.flow = flow;
    this.state = state;
    this.conditions = conditions;
    this.words = words;
  }

  /** The first row for the strongest intent that has one; an intent answered beside ends it. */
  Optional<Row> main(List<ScoredIntent> intents, List<Row> beside) {
    for (ScoredIntent scored : answerable(intents)) {
      Optional<Row> row = first(Kind.MAIN, List.of(scored));
      if (row.isPresent()) {
        boolean catchAll = row.get().when().isEmpty();
        boolean answered = beside.stream().anyMatch(b -> b.when().contains(scored.intent()));
        if (!(catchAll && answered)) {
          return row;
        }
      }
    }
    return Optional.empty();
  }

  /** An intent of which no row speaks gives way to one of which some row does. */
  private List<ScoredIntent> answerable(List<ScoredIntent> intents) {
    List<ScoredIntent> named =
        intents.stream()
            .filter(scored ->
                flow.rows().stream()
                    .anyMatch(row ->
                        ANSWERS.contains(row.kind()) && row.when().contains(scored.intent())))
            .toList();
    return named.isEmpty() ? intents : named;
  }

  /** The questions that are answered beside the main thing. */
  List<Row> beside(List<ScoredIntent> meant) {
    List<Row> rows = new ArrayList<>();
    List<ScoredIntent> asked =
        meant.stream()
            .filter(scored -> scored.equals(meant.getFirst()) || scored.confidence() >= ALSO_ASKED)
            .toList();
    for (Row row : flow.rows()) {
      if (row.kind() == Kind.BESIDE
          && rows.size() < MOST_BESIDE
          && fits(row, asked)
          && rows.stream().noneMatch(taken -> taken.say().equals(row.say()))) {
        rows.add(row);
      }
    }
    return rows;
  }

  Optional<Row> first(Kind kind, List<ScoredIntent> intents) {
    return flow.rows().stream()
        .filter(row -> row.kind() == kind)
        .filter(row -> fits(row, intents))
        .findFirst();
  }

  /**
   * The first, where every flow has one.
   *
   * @throws IllegalStateException if this one has none
   */
  Row only(Kind kind, List<ScoredIntent> intents) {
    return first(kind, intents)
        .orElseThrow(() ->
            new IllegalStateException(
                "Flow "
                    + flow.id()
                    + " has no row of kind "
                    + kind
                    + " for step "
                    + state.step
                    + "."));
  }

  private boolean fits(Row row, List<ScoredIntent> intents) {
    return (row.in().isEmpty() || row.in().contains(state.step))
        && (row.when().isEmpty() || intents.stream().anyMatch(scored -> means(row, scored)))
        && row.words().map(pattern -> pattern.matcher(words).find()).orElse(true)
        && conditions.hold(row);
  }

  private static boolean means(Row row, ScoredIntent scored) {
    return row.when().contains(scored.intent()) && scored.confidence() >= row.least();
  }
}
