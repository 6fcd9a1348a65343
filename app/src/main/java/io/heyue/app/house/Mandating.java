package io.heyue.app.house;

import io.heyue.app.engine.Mandates;
import io.heyue.brain.book.Books;
import java.util.Objects;

/** What lenders let us offer, as the data folder has it: one mandate for all. */
final class Mandating {
  private Mandating() {}

  static Mandates of(Books books) {
    return (_, lang) -> Objects.requireNonNull(books.mandates().get(lang));
  }
}
