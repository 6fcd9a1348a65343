package io.heyue.store.intake;

import java.util.List;
import java.util.stream.Collectors;

/** The columns that a file may change, as parts of an update from {@code s} onto {@code t}. */
record Changes(List<Change> changes) {

  /**
   * One column.
   *
   * @param target column of the table
   * @param value expression over {@code s}, the staged row
   */
  record Change(String target, String value) {}

  String assignments() {
    return changes.stream()
        .map(change -> change.target + " = " + change.value)
        .collect(Collectors.joining(", "));
  }

  /** Whether any of them differs. */
  String difference() {
    return "(%s) is distinct from (%s)"
        .formatted(
            changes.stream().map(change -> "t." + change.target).collect(Collectors.joining(", ")),
            changes.stream().map(Change::value).collect(Collectors.joining(", ")));
  }
}
