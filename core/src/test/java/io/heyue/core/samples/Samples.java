package io.heyue.core.samples;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.core.base.ModelUse;
import io.heyue.core.base.Money;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PersonName;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Rng;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Flow;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Borrower;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Labelling;
import io.heyue.core.portfolio.Lender;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.portfolio.Patience;
import io.heyue.core.portfolio.Proofs;
import io.heyue.core.portfolio.Verification;
import io.heyue.core.portfolio.Waits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One account, its borrower and its lender, whose facts allow everything that the law allows. */
public final class Samples {
  public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** A Monday morning. */
  public static final ZonedDateTime LOCAL_NOW =
      ZonedDateTime.of(2026, 11, 23, 10, 0, 0, 0, SHANGHAI);

  public static final Instant NOW = LOCAL_NOW.toInstant();
  public static final LocalDate TODAY = LOCAL_NOW.toLocalDate();
  public static final Money OVERDUE = Money.fen(328_050);
  public static final String ANSWER = "3105";

  private Samples() {}

  public static Rng rng() {
    return Rng.seeded(7);
  }

  public static Account account() {
    return account(OVERDUE);
  }

  public static Account account(Money overdue) {
    return new Account(
        AccountId.draw(Rng.seeded(1)),
        "4021",
        new Lender("远山消费金融有限公司", Licence.CONSUMER_FINANCE, "CN"),
        "消费贷",
        Optional.of(LocalDate.of(2025, 6, 1)),
        Optional.of(new Money(2_000_000, overdue.currency())),
        Optional.of(overdue.plus(new Money(1_000_000, overdue.currency()))),
        overdue,
        Optional.of(overdue.times(new BigDecimal("0.1"))),
        TODAY.minusDays(18),
        Rate.parse("0.18"),
        Rate.parse("0.2340"),
        facts(),
        Optional.empty());
  }

  /** One of which the books say only what is overdue. */
  public static Account bare() {
    Account account = account();
    return new Account(
        account.id(),
        account.tail(),
        account.lender(),
        account.product(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        account.overdue(),
        Optional.empty(),
        account.dueDate(),
        account.contractRate(),
        account.overdueRate(),
        account.facts(),
        account.asOf());
  }

  /** Reported to the credit registry after notice, not assigned, acknowledged lately. */
  public static Account.LegalFacts facts() {
    return new Account.LegalFacts(true, TODAY.minusDays(30), TODAY.minusDays(18), false, null);
  }

  public static Account with(Account account, Account.LegalFacts facts) {
    return new Account(
        account.id(),
        account.tail(),
        account.lender(),
        account.product(),
        account.contractDate(),
        account.principal(),
        account.balance(),
        account.overdue(),
        account.minimum(),
        account.dueDate(),
        account.contractRate(),
        account.overdueRate(),
        facts,
        account.asOf());
  }

  /** The same books, up to when payments are in them. */
  public static Account with(Account account, Account.AsOf asOf) {
    return new Account(
        account.id(),
        account.tail(),
        account.lender(),
        account.product(),
        account.contractDate(),
        account.principal(),
        account.balance(),
        account.overdue(),
        account.minimum(),
        account.dueDate(),
        account.contractRate(),
        account.overdueRate(),
        account.facts(),
        Optional.of(asOf));
  }

  public static Borrower borrower() {
    return borrower(Optional.empty());
  }

  public static Borrower borrower(Optional<Integer> payDay) {
    return new Borrower(
        PersonId.draw(Rng.seeded(2)),
        new PersonName("林甲乙"),
        new Verification(Verification.Kind.IDENTITY_TAIL, ANSWER),
        Lang.ZH,
        "CN",
        SHANGHAI,
        payDay);
  }

  public static Mandate mandate() {
    return mandate(30, 14, 12, Money.fen(20_000), "0.10");
  }

  public static Mandate mandate(
      int promiseDays, int extensionDays, int instalments, Money least, String reduction) {
    return new Mandate(
        "和约智能助手",
        "010-00000000",
        "heyue.example/verify",
        "远山App的“我要还款”",
        "12356",
        promiseDays,
        extensionDays,
        instalments,
        least,
        15,
        new BigDecimal(reduction),
        new Proofs(2, 4, 30),
        new Patience(1, 2, Duration.ofDays(1)),
        new Waits(
            Duration.ofDays(5),
            Duration.ofMinutes(10),
            Duration.ofDays(3),
            Duration.ofDays(3),
            Duration.ofDays(14),
            Duration.ofDays(90)),
        Labelling.NONE,
        Map.of(),
        ModelUse.NONE,
        0);
  }

  public static CaseEvent.CaseOpened opened(Account account) {
    return new CaseEvent.CaseOpened(
        NOW.minusSeconds(86_400), CaseId.draw(Rng.seeded(3)), borrower().id(), account);
  }

  public static Case matter(CaseEvent... events) {
    return Case.opened(opened(account())).after(List.of(events));
  }

  public static Dossier dossier(CaseEvent... events) {
    return new Dossier(matter(events), borrower(), mandate());
  }

  public static Dossier dossier(Account account, Borrower borrower, Mandate mandate) {
    return new Dossier(Case.opened(opened(account)), borrower, mandate);
  }

  public static DialogueState begin(Flow flow) {
    return DialogueState.begin(
        ConversationId.draw(Rng.seeded(4)), flow, Lang.ZH, Channel.CHAT, Optional.empty());
  }
}
