package io.heyue.app.house;

import io.heyue.app.engine.Mandates;
import io.heyue.brain.book.Books;
import io.heyue.core.base.ModelUse;
import io.heyue.core.portfolio.Mandate;
import java.util.Objects;

/**
 * What lenders let us offer, as the data folder has it: one mandate for all, but for what a chat
 * model may help with and how much a voice counts, which each may want otherwise.
 */
final class Mandating {
  private Mandating() {}

  static Mandates of(Books books) {
    return (account, lang) -> {
      Mandate mandate = Objects.requireNonNull(books.mandates().get(lang));
      String lender = account.lender().name();
      ModelUse own = books.modelUses().get(lender);
      Double voice = books.voices().get(lender);
      Mandate helped = own == null ? mandate : mandate.with(own);
      return voice == null ? helped : helped.withVoice(voice);
    };
  }
}
