package io.heyue.brain.tables;

import io.heyue.core.base.Channel;
import io.heyue.core.decision.Situation;
import io.heyue.core.decision.Treatment;
import io.heyue.core.decision.TreatmentTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a contact is begun, from {@code treatment.dmn}. */
final class DmnTreatment implements TreatmentTable {
  static final Layout LAYOUT =
      Layout.of("treatment", true)
          .asks("attempts", Set.of())
          .asks("unanswered", Set.of())
          .asks("daysPastDue", Set.of())
          .asks("broken", Set.of())
          .asks("kept", Set.of())
          .answers("channel", Layout.words(Channel.SMS, Channel.EMAIL, Channel.CALL))
          .answers("from", Set.of())
          .answers("to", Set.of())
          .answers("phrase", Set.of());

  private static final int FROM = 1;
  private static final int TO = 2;
  private static final int PHRASE = 3;

  private final Table table;

  private DmnTreatment(Table table) {
    this.table = table;
  }

  static DmnTreatment load(Path file, Known known) {
    Table table = Table.load(file, LAYOUT);
    List<String> flaws = new ArrayList<>();
    table.sheet().rows().forEach(row -> hours(row, table.sheet().file(), flaws));
    table.sheet().rows().forEach(row -> phrase(row, table.sheet().file(), known, flaws));
    if (!flaws.isEmpty()) {
      throw new TableFault(flaws);
    }
    return new DmnTreatment(table);
  }

  private static void phrase(Sheet.Row row, String file, Known known, List<String> flaws) {
    String phrase = unquoted(row.answers().get(PHRASE));
    if (!known.phrases().contains(phrase)) {
      flaws.add(
          file
              + ":"
              + row.line()
              + ": There is no phrase '"
              + phrase
              + "' in every language. Maybe it is misspelt, or was not translated.");
    }
  }

  private static void hours(Sheet.Row row, String file, List<String> flaws) {
    String where = file + ":" + row.line() + ": ";
    Optional<LocalTime> from = time(row, FROM, where, flaws);
    Optional<LocalTime> to = time(row, TO, where, flaws);
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      flaws.add(
          where
              + "The contact is begun from "
              + from.get()
              + " to "
              + to.get()
              + ". Maybe the two are swapped.");
    }
  }

  private static Optional<LocalTime> time(
      Sheet.Row row, int column, String where, List<String> flaws) {
    String cell = unquoted(row.answers().get(column));
    try {
      return Optional.of(LocalTime.parse(cell));
    } catch (DateTimeParseException e) {
      flaws.add(where + "'" + cell + "' is no time of day. Maybe \"10:00\".");
      return Optional.empty();
    }
  }

  Table table() {
    return table;
  }

  @Override
  public Treatment choose(Situation situation) {
    Table.Hit hit =
        table
            .decide(
                Map.of(
                    "attempts",
                    BigDecimal.valueOf(situation.attempts()),
                    "unanswered",
                    BigDecimal.valueOf(situation.unanswered()),
                    "daysPastDue",
                    BigDecimal.valueOf(situation.daysPastDue()),
                    "broken",
                    BigDecimal.valueOf(situation.broken()),
                    "kept",
                    BigDecimal.valueOf(situation.kept())))
            .orElseThrow(() ->
                new IllegalStateException(
                    table.sheet().file() + " has no row for " + situation + "."));
    return new Treatment(
        Channel.find(hit.text("channel")).orElseThrow(),
        LocalTime.parse(hit.text("from")),
        LocalTime.parse(hit.text("to")),
        hit.text("phrase"),
        1.0,
        List.of("row " + hit.row() + ": " + hit.why()));
  }

  private static String unquoted(String cell) {
    return cell.replace("\"", "");
  }
}
