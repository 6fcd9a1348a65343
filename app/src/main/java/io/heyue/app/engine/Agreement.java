package io.heyue.app.engine;

import io.heyue.core.base.Lang;
import java.util.List;

/**
 * What a person agreed on, in sentences that the guard approved.
 *
 * @param title what it is about
 * @param whole of an instalment plan, the sum and the number of instalments; else empty
 * @param sums one sentence for each sum that is still to be paid, earliest first
 * @param pay how to pay
 * @param person how to reach a person
 */
public record Agreement(
    Lang lang, String title, String whole, List<String> sums, String pay, String person) {
  public Agreement {
    sums = List.copyOf(sums);
  }

  /** Names nothing of what it says. */
  @Override
  public String toString() {
    return "Agreement[" + sums.size() + "]";
  }
}
