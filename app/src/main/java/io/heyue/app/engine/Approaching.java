package io.heyue.app.engine;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.Purpose;
import io.heyue.core.compliance.DebtFacts;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.Dossier;
import io.heyue.store.budget.ContactRequest;
import io.heyue.store.records.ContactPoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What is known of an intended contact, in the law's terms. */
final class Approaching {
  /** A contact this close to the time that the person named is at an agreed time. */
  private static final Duration AGREED = Duration.ofHours(1);

  private Approaching() {}

  static ContactRequest request(
      LenderPolicies policies,
      PermitId permit,
      Dossier dossier,
      ContactPoint point,
      Channel channel,
      Purpose purpose,
      Optional<CampaignId> campaign,
      Instant at) {
    Case matter = dossier.matter();
    Account account = dossier.account();
    Boolean consent = dossier.consent(channel);
    return new ContactRequest(
        permit,
        matter.person(),
        Optional.of(matter.id()),
        campaign,
        new ContactFacts(
            at,
            channel,
            purpose,
            new ContactFacts.Seat(
                account.lender().place(), account.lender().licence(), Optional.empty()),
            new ContactFacts.Addressee(
                dossier.borrower().place(), dossier.borrower().zone(), point.relation(), Set.of()),
            new ContactFacts.Point(point.number(), point.source()),
            DebtFacts.of(account),
            ContactFacts.Consents.to(
                channel,
                consent == null ? point.consents().get(channel) : consent,
                agreed(matter, at)),
            dossier.holdsAt(at),
            null,
            policies.of(account.lender().name(), LocalDate.ofInstant(at, Timing.zone(dossier)))));
  }

  private static boolean agreed(Case matter, Instant at) {
    return matter
        .callback()
        .map(when -> Duration.between(when, at).abs().compareTo(AGREED) <= 0)
        .orElse(false);
  }
}
