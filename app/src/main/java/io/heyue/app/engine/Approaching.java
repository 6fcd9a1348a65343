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

/** What is known of an intended contact, in the law's terms. */
final class Approaching {
  private Approaching() {}

  static ContactRequest request(
      Rooms rooms,
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
                dossier.borrower().place(),
                dossier.borrower().zone(),
                point.relation(),
                dossier.flags(),
                dossier.decided(channel, at)),
            new ContactFacts.Point(point.number(), point.source()),
            DebtFacts.of(account),
            ContactFacts.Consents.to(
                channel,
                consent == null ? point.consents().get(channel) : consent,
                agreed(rooms, dossier, at)),
            dossier.holdsAt(at),
            null,
            rooms
                .policies()
                .of(account.lender().name(), LocalDate.ofInstant(at, Timing.zone(dossier)))));
  }

  /** Whether the person named a time that is near. */
  private static boolean agreed(Rooms rooms, Dossier dossier, Instant at) {
    return dossier
        .matter()
        .callback()
        .map(when ->
            Duration.between(when, at)
                    .abs()
                    .compareTo(rooms.guard().standing(dossier, at).agreedWithin())
                <= 0)
        .orElse(false);
  }
}
