package io.heyue.brain.book;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** The data folder can't be used; names everything that is wrong in it, not just the first. */
public final class BookFault extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Flaw> flaws;

  public BookFault(List<Flaw> flaws) {
    super(
        flaws.size()
            + (flaws.size() == 1 ? " fault" : " faults")
            + " in the data folder:\n"
            + flaws.stream().map(Flaw::toString).collect(Collectors.joining("\n")));
    this.flaws = List.copyOf(flaws);
  }

  /** What is wrong, by file and line. */
  public List<Flaw> flaws() {
    return flaws;
  }
}
