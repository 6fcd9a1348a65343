package io.heyue.core.compliance;

import io.heyue.core.base.Money;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Promise;
import io.heyue.core.reply.Claim;
import java.time.LocalDate;
import java.util.function.Predicate;

/** Holds one claim against the books. */
final class ClaimCheck {
  private ClaimCheck() {}

  /** Whether {@code claim} is what the books say; for terms, what {@code terms} say. */
  static boolean holds(Claim claim, Dossier dossier, Agreeable terms, LocalDate today) {
    Account account = dossier.account();
    return switch (claim) {
      case Claim.Sum sum -> sum(sum, dossier, terms);
      case Claim.Day day ->
          switch (day.of()) {
            case PAID ->
                dossier.matter().payments().stream()
                    .anyMatch(payment -> payment.paidOn().equals(day.day()));
            case DUE_DATE -> day.day().equals(account.dueDate());
            case ANSWER_BY -> dossier.matter().complaintDue().filter(day.day()::equals).isPresent();
            case TERMS -> terms.days().contains(day.day()) && !day.day().isBefore(today);
            case PROMISED -> promised(dossier, promise -> promise.due().equals(day.day()));
            default -> false;
          };
      case Claim.Count count ->
          switch (count.of()) {
            case ANSWER_DAYS -> count.count() == dossier.mandate().answerDays();
            case DAYS_PAST_DUE -> count.count() == account.daysPastDue(today);
            case TERMS -> terms.counts().contains(count.count());
            default -> false;
          };
      case Claim.Price price ->
          switch (price.of()) {
            case CONTRACT_RATE -> price.rate().equals(account.contractRate());
            case OVERDUE_RATE -> price.rate().equals(account.overdueRate());
            default -> false;
          };
      case Claim.Identity _, Claim.Contact _, Claim.Code _, Claim.Artificial _, Claim.Right _ ->
          true;
      case Claim.Consequence consequence ->
          Facts.find(consequence.statement())
              .map(statement -> Facts.proven(statement, dossier, today))
              .orElse(false);
    };
  }

  private static boolean promised(Dossier dossier, Predicate<Promise> is) {
    return dossier.matter().openPromises().stream().anyMatch(is);
  }

  private static boolean sum(Claim.Sum sum, Dossier dossier, Agreeable terms) {
    Account account = dossier.account();
    Money money = sum.money();
    if (!money.currency().equals(account.overdue().currency())) {
      return false;
    }
    return switch (sum.of()) {
      case OVERDUE -> money.equals(account.overdue());
      case BALANCE -> account.balance().filter(money::equals).isPresent();
      case PRINCIPAL -> account.principal().filter(money::equals).isPresent();
      case MINIMUM -> account.minimum().filter(money::equals).isPresent();
      case PAID ->
          money.equals(dossier.matter().paid())
              || dossier.matter().payments().stream()
                  .anyMatch(payment -> payment.amount().equals(money));
      case PROMISED ->
          promised(
              dossier,
              promise ->
                  promise.amount().equals(money)
                      || promise.waiver().filter(w -> w.sum().equals(money)).isPresent());
      case TERMS -> terms.sums().contains(money);
      default -> false;
    };
  }
}
