package io.heyue.app.engine;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.Purpose;
import io.heyue.store.budget.Permits.Kept;
import io.heyue.store.outbox.Given;
import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Sees to what follows from calls that reached nobody: for the number, and for the campaign. */
final class Redialling {
  private final Rooms rooms;
  private final Clerk clerk;

  Redialling(Rooms rooms, Clerk clerk) {
    this.rooms = rooms;
    this.clerk = clerk;
  }

  /**
   * Call it before the case is changed: whoever works the items of a campaign locks in this order.
   *
   * @param reason of a letter that was noted as failed in this transaction
   */
  void follow(Sql sql, Given letter, Redial redial, String reason, Instant now) {
    Optional<ContactPointId> point = rooms.outbox().point(sql, letter.id());
    if (point.isEmpty()) {
      return;
    }
    switch (redial) {
      case Redial.Again again -> again(sql, letter, point.get(), again, reason, now);
      case Redial.Barred _ -> rooms.points().barCalls(sql, point.get(), now);
      case Redial.Bad _ -> rooms.points().deny(sql, point.get(), now);
    }
  }

  private void again(
      Sql sql, Given letter, ContactPointId point, Redial.Again again, String reason, Instant now) {
    Optional<CampaignId> campaign =
        Optional.ofNullable(
                rooms.permits().list(sql, List.of(letter.permit())).get(letter.permit()))
            .filter(permit -> permit.purpose() == Purpose.OUTREACH)
            .flatMap(Kept::campaign);
    if (campaign.isEmpty()) {
      return;
    }
    ZoneId zone =
        clerk
            .find(sql, letter.matter(), now)
            .map(folder -> Timing.zone(folder.dossier()))
            .orElse(ZoneOffset.UTC);
    Instant morning = LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    boolean enough = rooms.outbox().failedCalls(sql, point, reason, morning) >= again.perDay();
    Instant soonest = now.plus(again.after());
    Instant tomorrow = LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
    rooms
        .campaigns()
        .again(
            sql,
            campaign.get(),
            letter.matter(),
            enough && soonest.isBefore(tomorrow) ? tomorrow : soonest,
            "called: " + reason);
  }
}
