package io.heyue.sim.play;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.Money;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PersonName;
import io.heyue.core.base.Rng;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Borrower;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.portfolio.Verification;
import io.heyue.sim.world.VirtualClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/** Plays a written borrower: one line a turn, then silence. */
final class ScriptPlay {
  private static final String VERIFY = "{{verify}}";
  private static final Set<String> SILENCE = Set.of("", "…", "...", "……");
  private static final int MOST_SILENCES = 3;

  private ScriptPlay() {}

  static Parley play(Stage stage, Script script, long seed) {
    Rng rng = Rng.seeded(seed);
    Instant start = script.now().toInstant();
    Parley parley =
        new Parley(
            stage,
            dossier(stage, script, rng.fork("ids")),
            script.lang(),
            new VirtualClock(start),
            rng);
    parley.begin();
    String proof = proof(script);
    for (String line : script.lines()) {
      if (parley.over()) {
        return parley;
      }
      if (SILENCE.contains(line.strip())) {
        parley.silence();
      } else {
        parley.hear(line.replace(VERIFY, proof));
      }
    }
    for (int i = 0; i < MOST_SILENCES && !parley.over(); i++) {
      parley.silence();
    }
    return parley;
  }

  static String proof(Script script) {
    String number = script.borrower().identityNumber();
    return number.substring(Math.max(0, number.length() - 4));
  }

  static Dossier dossier(Stage stage, Script script, Rng ids) {
    Script.Loan loan = script.account();
    Script.Who who = script.borrower();
    PersonId person = PersonId.draw(ids);
    Account account =
        new Account(
            AccountId.draw(ids),
            loan.tail(),
            loan.lender(),
            loan.product(),
            loan.contractDate(),
            loan.principal(),
            loan.balance(),
            loan.overdue(),
            loan.minimum(),
            loan.dueDate(),
            loan.contractRate(),
            loan.overdueRate(),
            loan.facts(),
            Optional.empty());
    Instant opened = script.now().toInstant().minus(java.time.Duration.ofDays(1));
    Case matter = Case.opened(new CaseEvent.CaseOpened(opened, CaseId.draw(ids), person, account));
    for (Script.Payment payment : script.payments()) {
      Instant at = payment.on().atStartOfDay(zone(who)).toInstant();
      if (!at.isAfter(script.now().toInstant())) {
        matter =
            matter.after(
                new CaseEvent.PaymentPosted(
                    at,
                    "script " + payment.on(),
                    payment.amount(),
                    payment.on(),
                    Optional.of(new Case.Timing(at, at))));
      }
    }
    Borrower borrower =
        new Borrower(
            person,
            new PersonName(who.name()),
            new Verification(Verification.Kind.IDENTITY_TAIL, proof(script)),
            script.lang(),
            who.place(),
            who.zone(),
            who.payDay());
    return new Dossier(matter, borrower, mandate(stage, script));
  }

  private static ZoneId zone(Script.Who who) {
    ZoneId zone = who.zone();
    return zone == null ? ZoneId.of("Asia/Shanghai") : zone;
  }

  private static Mandate mandate(Stage stage, Script script) {
    Mandate usual = stage.mandates().get(script.lang());
    if (usual == null) {
      throw new IllegalStateException("There is no mandate in " + script.lang() + ".");
    }
    Script.Limits limits = script.mandate();
    Currency currency = script.account().overdue().currency();
    return usual.within(
        limits.promiseWithinDays().orElse(usual.promiseWithinDays()),
        limits.extensionDays().orElse(usual.extensionDays()),
        limits.instalments().orElse(usual.instalments()),
        limits
            .leastInstalment()
            .map(sum -> Money.of(sum, currency))
            .orElse(Money.of(usual.leastInstalment().decimal().stripTrailingZeros(), currency)),
        limits.reduction().orElse(usual.reduction()));
  }
}
