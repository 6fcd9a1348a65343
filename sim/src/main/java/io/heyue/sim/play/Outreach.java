package io.heyue.sim.play;

import io.heyue.core.base.Channel;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.core.base.Rng;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.DebtFacts;
import io.heyue.core.compliance.Guard;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.LenderPolicy;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Dossier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks whether a person may be written to at all, as a campaign does before the first message. */
final class Outreach {
  private Outreach() {}

  static boolean permitted(Guard guard, Dossier dossier, Instant at) {
    Account account = dossier.account();
    ContactFacts facts =
        new ContactFacts(
            at,
            Channel.SMS,
            Purpose.OUTREACH,
            new ContactFacts.Seat(
                account.lender().place(), account.lender().licence(), Optional.empty()),
            new ContactFacts.Addressee(
                dossier.borrower().place(), dossier.borrower().zone(), Relation.SELF, Set.of()),
            new ContactFacts.Point("sample", NumberSource.CONTRACT),
            DebtFacts.of(account),
            ContactFacts.Consents.NEVER_ASKED,
            dossier.holdsAt(at),
            List.of(),
            LenderPolicy.NONE);
    return guard.permit(
            PermitId.draw(Rng.seeded(at.toEpochMilli())), dossier.borrower().id(), facts)
        instanceof ContactVerdict.Permitted;
  }
}
