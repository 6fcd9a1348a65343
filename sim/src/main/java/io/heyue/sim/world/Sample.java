package io.heyue.sim.world;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.IdentityNumber;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PersonName;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Rng;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Borrower;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Lender;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.portfolio.Verification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One invented borrower with one invented account, as a lender's books have them.
 *
 * @param number the lender's number of the account
 * @param place null where the lender doesn't know; the law then refuses
 * @param zone null where the lender doesn't know; the law then refuses
 * @param payDay day of the month on which money comes in
 * @param payDayKnown whether the lender's books have the pay day
 */
public record Sample(
    String number,
    PersonName name,
    IdentityNumber identity,
    PhoneNumber phone,
    Lang lang,
    @Nullable String place,
    @Nullable ZoneId zone,
    int payDay,
    boolean payDayKnown,
    Lender lender,
    String product,
    LocalDate contractDate,
    Money principal,
    Money balance,
    Money overdue,
    LocalDate dueDate,
    Rate contractRate,
    Rate overdueRate,
    Account.LegalFacts facts,
    Mandate mandate) {

  /** What only the person knows: the last four of the identity number. */
  public String proof() {
    return identity.reveal().substring(identity.reveal().length() - 4);
  }

  /** The same borrower with {@code left} of what is overdue still to be paid. */
  public Sample owing(Money left) {
    Money paid = overdue.minus(left);
    return new Sample(
        number,
        name,
        identity,
        phone,
        lang,
        place,
        zone,
        payDay,
        payDayKnown,
        lender,
        product,
        contractDate,
        principal,
        balance.lessThan(paid) ? Money.zero(balance.currency()) : balance.minus(paid),
        left,
        dueDate,
        contractRate,
        overdueRate,
        facts,
        mandate);
  }

  /** A case about it that was opened at {@code at}; ids come from {@code ids}. */
  public Dossier dossier(Instant at, Rng ids) {
    PersonId person = PersonId.draw(ids);
    Account account =
        new Account(
            AccountId.draw(ids),
            number.substring(number.length() - 4),
            lender,
            product,
            Optional.of(contractDate),
            Optional.of(principal),
            Optional.of(balance),
            overdue,
            Optional.of(overdue),
            dueDate,
            contractRate,
            overdueRate,
            facts,
            Optional.empty());
    Borrower borrower =
        new Borrower(
            person,
            name,
            new Verification(Verification.Kind.IDENTITY_TAIL, proof()),
            lang,
            place,
            zone,
            payDayKnown ? Optional.of(payDay) : Optional.empty());
    Case matter = Case.opened(new CaseEvent.CaseOpened(at, CaseId.draw(ids), person, account));
    return new Dossier(matter, borrower, mandate);
  }
}
