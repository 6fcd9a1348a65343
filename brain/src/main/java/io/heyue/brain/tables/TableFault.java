package io.heyue.brain.tables;

import java.io.Serial;
import java.util.List;

/** The decision tables can't be used; names everything that is wrong in them. */
public final class TableFault extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<String> flaws;

  TableFault(List<String> flaws) {
    super("The decision tables can't be used:\n" + String.join("\n", flaws));
    this.flaws = List.copyOf(flaws);
  }

  /** Each with file, line and what was maybe meant. */
  public List<String> flaws() {
    return flaws;
  }
}
