package io.heyue.core.compliance;

import io.heyue.core.base.Rate;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.ContactFacts.Notice;
import io.heyue.core.portfolio.Account;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What the books say of a debt, in the law's terms. */
public final class DebtFacts {
  private DebtFacts() {}

  public static ContactFacts.Debt of(Account account) {
    LocalDate told = account.facts().assignmentNotice();
    return new ContactFacts.Debt(
        account.id().toString(),
        account.product(),
        limitationFrom(account),
        account.facts().assigned(),
        told == null ? Map.of() : Map.of(Notice.ASSIGNMENT, told),
        Optional.of(dearest(account)),
        account.contractDate());
  }

  private static Rate dearest(Account account) {
    return account.overdueRate().compareTo(account.contractRate()) > 0
        ? account.overdueRate()
        : account.contractRate();
  }

  /**
   * From when on the limitation period runs: from the last demand or acknowledgment that we know
   * of. Where there is none it runs from the due date, the earliest that it can have begun.
   */
  static LocalDate limitationFrom(Account account) {
    LocalDate since = account.facts().lastDemandOrAcknowledgment();
    return since == null || since.isBefore(account.dueDate()) ? account.dueDate() : since;
  }
}
