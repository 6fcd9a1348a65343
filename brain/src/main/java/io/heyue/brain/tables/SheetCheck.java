package io.heyue.brain.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds a table against its layout before anybody relies on it. */
final class SheetCheck {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

  /** What may stand in a cell; the engine itself lets some slips pass. */
  private static final Pattern TEST_OF_WORDS = tests("\"[^\"]*\"");

  private static final Pattern TEST_OF_NUMBERS =
      tests(
          "(?:[<>]=?\\s*)?-?\\d+(?:\\.\\d+)?|[\\[(]\\s*-?[\\d.]+?\\s*\\.\\.\\s*-?[\\d.]+\\s*[\\])]");

  private final Sheet sheet;
  private final Layout layout;
  private final List<String> flaws = new ArrayList<>();

  private SheetCheck(Sheet sheet, Layout layout) {
    this.sheet = sheet;
    this.layout = layout;
  }

  /** What is wrong with it; empty where nothing is. */
  static List<String> flaws(Sheet sheet, Layout layout) {
    SheetCheck check = new SheetCheck(sheet, layout);
    check.columns();
    if (check.flaws.isEmpty()) {
      sheet.rows().forEach(check::row);
      check.lastRow();
    }
    return check.flaws;
  }

  private void columns() {
    if (!sheet.decisions().equals(List.of(layout.name()))) {
      flaw(
          1,
          "The decisions are "
              + sheet.decisions()
              + "; there must be one, '"
              + layout.name()
              + "'. Maybe it was renamed.");
    }
    for (String input : sheet.inputs()) {
      if (!layout.inputs().containsKey(input)) {
        flaw(
            1,
            "Nothing is known as '"
                + input
                + "'. Maybe one of "
                + String.join(", ", layout.inputs().keySet())
                + ".");
      }
    }
    if (!sheet.outputs().equals(List.copyOf(layout.outputs().keySet()))) {
      flaw(
          1,
          "The columns that answer are "
              + sheet.outputs()
              + "; they must be "
              + layout.outputs().keySet()
              + ". Maybe one was renamed.");
    }
  }

  private void row(Sheet.Row row) {
    if (row.tests().size() != sheet.inputs().size()
        || row.answers().size() != sheet.outputs().size()) {
      flaw(
          row.line(), "The row has too many or too few cells. Maybe a column was removed by hand.");
      return;
    }
    for (int i = 0; i < row.tests().size(); i++) {
      Set<String> known = layout.inputs().getOrDefault(sheet.inputs().get(i), Set.of());
      test(row, row.tests().get(i), known.isEmpty() ? TEST_OF_NUMBERS : TEST_OF_WORDS);
      words(row, row.tests().get(i), known);
    }
    for (int i = 0; i < row.answers().size(); i++) {
      String answer = row.answers().get(i);
      Set<String> known = layout.outputs().getOrDefault(sheet.outputs().get(i), Set.of());
      if (!known.isEmpty() && !WORD.matcher(answer).matches()) {
        flaw(row.line(), answer + " is no word in quotes. Maybe \"" + answer + "\".");
      }
      words(row, answer, known);
    }
  }

  private static Pattern tests(String one) {
    String list = "(?:" + one + ")(?:\\s*,\\s*(?:" + one + "))*";
    return Pattern.compile("-?|" + list + "|not\\(\\s*" + list + "\\s*\\)");
  }

  private void test(Sheet.Row row, String cell, Pattern test) {
    if (!test.matcher(cell).matches()) {
      flaw(
          row.line(),
          "'"
              + cell
              + "' can't be read. Maybe "
              + (test.equals(TEST_OF_WORDS)
                  ? "words in quotes, with commas between them, or a dash."
                  : "> 30, [30..60] or a dash."));
    }
  }

  private void words(Sheet.Row row, String cell, Set<String> known) {
    Matcher matcher = WORD.matcher(cell);
    while (!known.isEmpty() && matcher.find()) {
      String word = matcher.group(1);
      if (!known.contains(word)) {
        flaw(row.line(), "There is no '" + word + "' here. Maybe " + alike(word, known) + ".");
      }
    }
  }

  /** Words that begin alike, or all where none does. */
  private static String alike(String word, Set<String> known) {
    String beginning = word.substring(0, Math.min(2, word.length()));
    List<String> alike = known.stream().filter(other -> other.startsWith(beginning)).toList();
    return String.join(" or ", alike.isEmpty() ? known : alike);
  }

  private void lastRow() {
    if (sheet.rows().isEmpty()) {
      flaw(1, "The table has no rows. Maybe it was saved too early.");
    } else if (layout.total() && !sheet.rows().getLast().fitsAlways()) {
      flaw(
          sheet.rows().getLast().line(),
          "The last row does not fit always. Maybe a row of dashes is missing after it.");
    }
  }

  private void flaw(int line, String message) {
    flaws.add(sheet.file() + ":" + line + ": " + message);
  }
}
