package io.heyue.app.law;

import io.heyue.brain.book.Near;
import io.heyue.core.base.Money;
import io.heyue.core.turn.WordFacts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the facts that are sent with words. Null and absent mean unknown. A name that is no fact's
 * is refused: what it was meant to prove or to deny would else be taken for unknown.
 */
final class WordFactsReader {
  /** Sums that words may name. */
  private static final List<String> SUMS =
      List.of("overdue", "balance", "principal", "minimum", "paid", "promised");

  private static final List<String> RATES = List.of("contractRate", "overdueRate");

  private static final List<String> OTHERS =
      List.of(
          "sums",
          "currency",
          "creditReporting",
          "creditNoticeProven",
          "lawsuitDecided",
          "verified",
          "dueDate",
          "daysPastDue",
          "lender");

  /** Everything that words are held against. */
  private static final List<String> FACTS =
      Stream.of(SUMS, RATES, OTHERS).flatMap(List::stream).toList();

  /** What is asked of an account where contacts are judged, and has no say in words. */
  private static final Set<String> OF_CONTACTS =
      Set.of(
          "id",
          "product",
          "lastDemandOrAcknowledgment",
          "assigned",
          "assignmentNoticeProven",
          "placementNoticeProven",
          "annualCost",
          "contractDate");

  /** So much of a name is repeated in a message. */
  private static final int SHOWN = 40;

  private static final BigDecimal MOST = new BigDecimal("1000000000000");

  private final JsonNode facts;
  private final Currency currency;

  private WordFactsReader(JsonNode facts) {
    this.facts = facts;
    this.currency = text("currency").map(WordFactsReader::currency).orElse(Money.CNY);
  }

  /**
   * The facts of {@code node}.
   *
   * @throws IllegalArgumentException naming the fact that there is not or that can't be read, never
   *     its value
   */
  static WordFacts read(@Nullable JsonNode node) {
    if (node == null || node.isMissingNode() || node.isNull()) {
      return WordFacts.none();
    }
    if (!node.isObject()) {
      throw new IllegalArgumentException("\"facts\" is no object.");
    }
    node.propertyNames().forEach(WordFactsReader::known);
    return node.isEmpty() ? WordFacts.none() : new WordFactsReader(node).facts();
  }

  private static void known(String name) {
    if (!FACTS.contains(name) && !OF_CONTACTS.contains(name)) {
      String shown = name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
      throw new IllegalArgumentException(
          "facts." + shown + ": There is no such fact. " + Near.maybe(name, FACTS));
    }
  }

  private WordFacts facts() {
    Map<String, Money> sums = new LinkedHashMap<>();
    for (String name : SUMS) {
      decimal(name).ifPresent(sum -> sums.put(name, money(name, sum)));
    }
    int number = 0;
    for (JsonNode more : facts.path("sums")) {
      number++;
      String name = "sums" + number;
      sums.put(name, money(name, decimal("sums", more)));
    }
    Set<BigDecimal> rates = new HashSet<>();
    RATES.forEach(name -> decimal(name).ifPresent(rates::add));
    return new WordFacts(
        true,
        flag("creditReporting"),
        flag("creditNoticeProven"),
        flag("lawsuitDecided"),
        flag("verified"),
        sums,
        rates,
        text("dueDate").map(WordFactsReader::day).orElse(null),
        decimal("daysPastDue").map(BigDecimal::longValue).orElse(null),
        text("lender").orElse(null),
        text("currency").map(WordFactsReader::currency).orElse(null));
  }

  private Money money(String name, BigDecimal sum) {
    if (sum.abs().compareTo(MOST) > 0 || sum.stripTrailingZeros().scale() > 2) {
      throw new IllegalArgumentException("\"" + name + "\" is no sum of money.");
    }
    return Money.of(sum, currency);
  }

  private @Nullable Boolean flag(String name) {
    JsonNode value = facts.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isBoolean()) {
      throw new IllegalArgumentException("\"" + name + "\" is neither true nor false.");
    }
    return value.booleanValue();
  }

  private Optional<BigDecimal> decimal(String name) {
    JsonNode value = facts.path(name);
    return value.isMissingNode() || value.isNull()
        ? Optional.empty()
        : Optional.of(decimal(name, value));
  }

  private static BigDecimal decimal(String name, JsonNode value) {
    try {
      if (value.isNumber()) {
        return value.decimalValue();
      }
      if (value.isString() && value.stringValue().length() < 40) {
        return new BigDecimal(value.stringValue().strip().replace(",", ""));
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + name + "\" is no decimal.", e);
    }
    throw new IllegalArgumentException("\"" + name + "\" is no decimal.");
  }

  private Optional<String> text(String name) {
    JsonNode value = facts.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString() || value.stringValue().isBlank()) {
      throw new IllegalArgumentException("\"" + name + "\" is no text.");
    }
    return Optional.of(value.stringValue());
  }

  private static LocalDate day(String iso) {
    try {
      return LocalDate.parse(iso);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"dueDate\" is no day such as 2026-01-31.", e);
    }
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("\"currency\" is no code such as CNY.", e);
    }
  }
}
