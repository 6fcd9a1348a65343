package io.heyue.app.engine;

import io.heyue.core.law.LenderPolicy;
import java.time.LocalDate;

/** How often each lender wants its people contacted. Thread-safe. */
@FunctionalInterface
public interface LenderPolicies {
  /** Of lenders who said nothing. */
  LenderPolicies NONE = (_, _) -> LenderPolicy.NONE;

  /**
   * What counts on a day.
   *
   * @param lender as the account names it
   * @param day on the calendar of the person who is contacted
   */
  LenderPolicy of(String lender, LocalDate day);
}
