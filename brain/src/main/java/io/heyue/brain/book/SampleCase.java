package io.heyue.brain.book;

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
import io.heyue.core.base.Tone;
import io.heyue.core.compliance.Delivery;
import io.heyue.core.compliance.Guard;
import io.heyue.core.compliance.Verdict;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Flow;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.Scope;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Borrower;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Labelling;
import io.heyue.core.portfolio.Lender;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.portfolio.Patience;
import io.heyue.core.portfolio.Plan;
import io.heyue.core.portfolio.Proofs;
import io.heyue.core.portfolio.Verification;
import io.heyue.core.portfolio.Waits;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.reply.PhraseBook;
import io.heyue.core.reply.Template;
import io.heyue.core.reply.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An invented case on which the examples of a rule are tried out, each with that rule alone. */
final class SampleCase {
  static final Template NO_WORDS = new Template(List.of());
  private static final String PHRASE = "example";
  private static final Duration DAY = Duration.ofDays(1);
  private static final Waits WAITS = new Waits(DAY, DAY, DAY, DAY, DAY, DAY);

  private final String place;
  private final ZoneId zone;
  private final LocalDate today;
  private final Instant now;
  private final Licence licence;
  private final String product;
  private final Channel channel;

  SampleCase(String place, ZoneId zone, LocalDate today, Scope scope) {
    this.place = place;
    this.zone = zone;
    this.today = today;
    this.now = today.atTime(12, 0).atZone(zone).toInstant();
    this.licence = ContactExample.usual(scope.licences(), Licence.BANK);
    this.channel = ContactExample.usual(scope.channels(), Channel.CHAT);
    this.product = ContactExample.usual(scope.products(), "消费贷");
  }

  /**
   * Words that somebody wants to say, and what they say them in.
   *
   * @param verified whether the right party has been verified
   * @param opening whether they are the first words of a contact
   * @param creditReporting whether the lender reports to the credit registry, if known
   * @param creditNotice when the person was told of that, if ever
   */
  record Said(
      Template words,
      Lang lang,
      boolean verified,
      boolean opening,
      Optional<Boolean> creditReporting,
      Optional<LocalDate> creditNotice) {}

  boolean refuses(Rule rule, Said said) {
    Dossier dossier = dossier(said, today.minusDays(20));
    var phrase = new PhraseBook.Phrase(PHRASE, Tone.PLAIN, Optional.empty(), said.words());
    Writer writer =
        new Writer(new PhraseBook(PHRASE, Map.of(said.lang(), Map.of(PHRASE, List.of(phrase)))));
    DraftReply draft =
        writer.write(
            PHRASE,
            Optional.empty(),
            new Writer.Setting(dossier, said.lang(), channel, Tone.PLAIN, "0000", "", today));
    Verdict verdict =
        new Guard(alone(rule))
            .judge(
                draft,
                dossier,
                List.of(),
                Delivery.byMachine(channel, said.opening(), said.verified()),
                now);
    return !(verdict instanceof Verdict.Permitted);
  }

  boolean timeBarred(Rule rule, LocalDate lastDemand) {
    return new Guard(alone(rule)).timeBarred(dossier(nothingSaid(), lastDemand), now);
  }

  boolean planRefused(Rule rule, int instalments) {
    Dossier dossier = dossier(nothingSaid(), today.minusDays(20));
    if (instalments < 2) {
      return false;
    }
    Plan plan = Plan.monthly(dossier.account().overdue(), instalments, today.plusDays(7));
    Flow flow = new Flow(PHRASE, PHRASE, "asking", Map.of(), List.of());
    DialogueState state =
        DialogueState.begin(
            new ConversationId(id().value()), flow, Lang.ZH, Channel.CHAT, Optional.empty());
    return new Guard(alone(rule))
        .against(new Move.Offer(new Terms.Instalments(plan)), dossier, state, now)
        .contains(rule.id());
  }

  private static RuleBook alone(Rule rule) {
    return new RuleBook(PHRASE, List.of(rule));
  }

  private static Said nothingSaid() {
    return new Said(NO_WORDS, Lang.ZH, true, false, Optional.empty(), Optional.empty());
  }

  private static PersonId id() {
    return PersonId.draw(Rng.seeded(1));
  }

  private Dossier dossier(Said said, LocalDate lastDemand) {
    Rng chance = Rng.seeded(1);
    LocalDate dueDate = lastDemand.isBefore(today.minusDays(20)) ? lastDemand : today.minusDays(20);
    Account account =
        new Account(
            AccountId.draw(chance),
            "0000",
            new Lender("示例银行", licence, place),
            product,
            Optional.of(dueDate.minusYears(1)),
            Optional.of(Money.fen(5_000_000)),
            Optional.of(Money.fen(2_000_000)),
            Money.fen(600_000),
            Optional.of(Money.fen(600_000)),
            dueDate,
            Rate.parse("0.12"),
            Rate.parse("0.18"),
            new Account.LegalFacts(
                said.creditReporting().orElse(null),
                said.creditNotice().orElse(null),
                lastDemand,
                false,
                null),
            Optional.empty());
    Borrower borrower =
        new Borrower(
            id(),
            new PersonName("示例甲"),
            new Verification(Verification.Kind.IDENTITY_TAIL, "0000"),
            said.lang(),
            place,
            zone,
            Optional.empty());
    Mandate mandate =
        new Mandate(
            "示例",
            "示例",
            "示例",
            "示例",
            "示例",
            30,
            60,
            120,
            Money.fen(100),
            15,
            BigDecimal.ONE,
            new Proofs(1, 1, 1),
            new Patience(1, 1, Duration.ZERO),
            WAITS,
            Labelling.NONE,
            Map.of(),
            ModelUse.NONE,
            0);
    Case matter =
        Case.opened(
            new CaseEvent.CaseOpened(now, new CaseId(id().value()), borrower.id(), account));
    return new Dossier(matter, borrower, mandate);
  }
}
