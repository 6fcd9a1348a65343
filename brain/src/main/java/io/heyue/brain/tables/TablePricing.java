package io.heyue.brain.tables;

import io.heyue.core.base.Rate;
import io.heyue.core.decision.Pricing;
import io.heyue.core.decision.Relief;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleForm;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * By how much a price is lowered, from {@code pricing.dmn}.
 *
 * <p>A table that would raise one can't be loaded: each factor must be a plain number of at most 1,
 * so that nothing has to be evaluated to know it. {@link Relief} refuses a higher one once more.
 */
final class TablePricing implements Pricing {
  static final Layout LAYOUT =
      Layout.of("pricing", false)
          .asks("daysPastDue", Set.of())
          .asks("partialPayments", Set.of())
          .answers("factor", Set.of());

  private final Table table;

  private TablePricing(Table table) {
    this.table = table;
  }

  /**
   * Loads the table.
   *
   * @throws TableFault if a row would raise a price, with the article that forbids it
   */
  static TablePricing load(Path file, RuleBook law) {
    Table table = Table.load(file, LAYOUT);
    List<String> flaws = new ArrayList<>();
    List<Sheet.Row> rows = table.sheet().rows();
    for (int i = 0; i < rows.size(); i++) {
      String where = table.sheet().file() + ":" + rows.get(i).line() + ": Row " + (i + 1);
      flaw(rows.get(i).answers().getFirst(), law).ifPresent(flaw -> flaws.add(where + flaw));
    }
    if (!flaws.isEmpty()) {
      throw new TableFault(flaws);
    }
    return new TablePricing(table);
  }

  Table table() {
    return table;
  }

  @Override
  public Optional<Relief> relief(int daysPastDue, int partialPayments, Rate overdueRate) {
    return table
        .decide(
            Map.of(
                "daysPastDue",
                BigDecimal.valueOf(daysPastDue),
                "partialPayments",
                BigDecimal.valueOf(partialPayments)))
        .map(hit -> new BigDecimal(hit.text("factor")))
        .filter(factor -> factor.compareTo(BigDecimal.ONE) < 0)
        .map(factor -> Relief.rateTimes(overdueRate, factor));
  }

  private static Optional<String> flaw(String cell, RuleBook law) {
    BigDecimal factor;
    try {
      factor = new BigDecimal(cell);
    } catch (NumberFormatException e) {
      return Optional.of(
          " multiplies the rate by '"
              + cell
              + "', which is no plain number. Maybe 0.8; what is computed can't be checked.");
    }
    if (factor.signum() < 0) {
      return Optional.of(" multiplies the rate by " + cell + ", below 0. Maybe a sign too many.");
    }
    return factor.compareTo(BigDecimal.ONE) <= 0
        ? Optional.empty()
        : Optional.of(
            " multiplies the rate by "
                + cell
                + ", which raises a price; forbidden by "
                + articles(law)
                + ". Maybe "
                + "a factor of at most 1.");
  }

  private static String articles(RuleBook law) {
    return law.rules().stream()
        .filter(rule -> rule.form() instanceof RuleForm.PriceCap cap && cap.reliefOnly())
        .map(TablePricing::article)
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining("; "),
                articles -> articles.isEmpty() ? "the house: a price is only lowered" : articles));
  }

  private static String article(Rule rule) {
    return rule.id() + " (" + rule.citation().brief() + ")";
  }
}
