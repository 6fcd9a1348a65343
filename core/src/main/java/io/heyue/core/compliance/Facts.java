package io.heyue.core.compliance;

import io.heyue.core.law.RuleForm;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Dossier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the books prove. */
final class Facts {
  private Facts() {}

  /** The statement that phrases mark by {@code name}, such as {@code credit_reporting}. */
  static Optional<RuleForm.Statement> find(String name) {
    return Arrays.stream(RuleForm.Statement.values())
        .filter(statement -> statement.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** Whether a statement of consequence is true and proven on {@code today}. */
  static boolean proven(RuleForm.Statement statement, Dossier dossier, LocalDate today) {
    Account.LegalFacts facts = dossier.account().facts();
    return switch (statement) {
      case CREDIT_REPORTING ->
          Boolean.TRUE.equals(facts.creditReporting())
              && facts.creditNotice() != null
              && !facts.creditNotice().isAfter(today);
      case LAWSUIT -> false;
    };
  }
}
