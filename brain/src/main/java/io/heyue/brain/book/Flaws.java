package io.heyue.brain.book;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong while the files are read. Confined to one reading; not thread-safe. */
final class Flaws {
  private final List<Flaw> flaws = new ArrayList<>();

  void add(String file, int line, String message) {
    flaws.add(new Flaw(file, line, message));
  }

  boolean isEmpty() {
    return flaws.isEmpty();
  }

  int size() {
    return flaws.size();
  }

  /**
   * Goes on only where nothing was found.
   *
   * @throws BookFault with everything that was
   */
  void check() {
    if (!flaws.isEmpty()) {
      throw new BookFault(flaws.stream().distinct().sorted().toList());
    }
  }
}
