package io.heyue.core.turn;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.law.RuleForm.Statement;
import io.heyue.core.reply.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account when words are judged without a dossier. What is absent is not known.
 *
 * @param given whether any facts were given at all; without any, words are judged for their conduct
 * @param creditReporting whether the lender reports to the credit registry
 * @param creditNoticeProven whether the person was provably told before
 * @param lawsuitDecided whether a lawsuit is decided on
 * @param verified whether the right party is verified
 * @param sums every sum that is true of the account, by name
 * @param rates every yearly rate that is true of it, as fractions
 * @param dueDate when it fell due
 * @param daysPastDue how long ago that is, in days
 * @param lender who lends
 * @param currency of the sums; where it is not known, only the figures are compared
 */
public record WordFacts(
    boolean given,
    @Nullable Boolean creditReporting,
    @Nullable Boolean creditNoticeProven,
    @Nullable Boolean lawsuitDecided,
    @Nullable Boolean verified,
    Map<String, Money> sums,
    Set<BigDecimal> rates,
    @Nullable LocalDate dueDate,
    @Nullable Long daysPastDue,
    @Nullable String lender,
    @Nullable Currency currency) {
  public WordFacts {
    sums = Map.copyOf(sums);
    rates = Set.copyOf(rates);
  }

  /** None were given. */
  public static WordFacts none() {
    return new WordFacts(false, null, null, null, null, Map.of(), Set.of(), null, null, null, null);
  }

  /** Whether a statement of consequence is true and proven. */
  boolean proven(Statement statement) {
    return switch (statement) {
      case CREDIT_REPORTING ->
          Boolean.TRUE.equals(creditReporting) && Boolean.TRUE.equals(creditNoticeProven);
      case LAWSUIT -> Boolean.TRUE.equals(lawsuitDecided);
    };
  }

  /** Whether a sum is one of those that are true. */
  boolean knows(Money money) {
    return (currency == null || currency.equals(money.currency()))
        && sums.values().stream().anyMatch(sum -> sum.decimal().compareTo(money.decimal()) == 0);
  }

  /** How long it has been due on {@code today}, where that is known. */
  Optional<Long> daysPastDue(LocalDate today) {
    if (daysPastDue != null) {
      return Optional.of(daysPastDue);
    }
    return dueDate == null
        ? Optional.empty()
        : Optional.of(ChronoUnit.DAYS.between(dueDate, today));
  }

  /** The facts as wordings have them, by the names of their places. */
  Map<String, String> places(Lang lang, LocalDate today) {
    Wording wording = new Wording(lang);
    Map<String, String> places = new LinkedHashMap<>();
    sums.forEach((name, money) -> places.put(name, wording.sum(money)));
    if (dueDate != null) {
      places.put("due_date", wording.day(dueDate, today));
    }
    if (lender != null) {
      places.put("lender", lender);
    }
    return places;
  }
}
