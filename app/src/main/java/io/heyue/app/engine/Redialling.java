package io.heyue.app.engine;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Purpose;
import io.heyue.store.budget.Permits.Kept;
import io.heyue.store.campaigns.Campaigning;
import io.heyue.store.outbox.Given;
import io.heyue.store.outbox.Outbox.FailedCall;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.PersonRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Sees to what follows from calls that reached nobody: for the number, and for the campaign. */
final class Redialling {
  private final Rooms rooms;

  Redialling(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * A letter that reached nobody.
   *
   * @param reason with which it was noted as failed in this transaction
   */
  record Followed(Given letter, Redial redial, String reason) {}

  /** One whose item is to be tried again, with what is known of it. */
  private record Once(
      Followed followed,
      Redial.Again rule,
      ContactPointId point,
      CampaignId campaign,
      ZoneId zone) {
    LocalDate today(Instant now) {
      return LocalDate.ofInstant(now, zone);
    }

    Instant morning(Instant now) {
      return today(now).atStartOfDay(zone).toInstant();
    }
  }

  /**
   * Call it before cases are changed: whoever works the items of a campaign locks in this order.
   */
  void follow(Sql sql, List<Followed> all, Instant now) {
    if (all.isEmpty()) {
      return;
    }
    // In the same order everywhere, so that two transactions can't wait for each other.
    List<Followed> ordered =
        all.stream().sorted(Comparator.comparing(each -> each.letter().matter().value())).toList();
    Map<UUID, ContactPointId> points =
        rooms.outbox().points(sql, ordered.stream().map(each -> each.letter().id()).toList());
    List<Followed> again = new ArrayList<>();
    for (Followed each : ordered) {
      ContactPointId point = points.get(each.letter().id());
      if (point != null) {
        switch (each.redial()) {
          case Redial.Again _ -> again.add(each);
          case Redial.Barred _ -> rooms.points().barCalls(sql, point, now);
          case Redial.Bad _ -> rooms.points().deny(sql, point, now);
        }
      }
    }
    again(sql, once(sql, again, points), now);
  }

  private List<Once> once(Sql sql, List<Followed> again, Map<UUID, ContactPointId> points) {
    if (again.isEmpty()) {
      return List.of();
    }
    Map<PermitId, Kept> permits =
        rooms.permits().list(sql, again.stream().map(each -> each.letter().permit()).toList());
    Map<PersonId, PersonRecord> people =
        rooms.people().list(sql, permits.values().stream().map(Kept::person).toList());
    return again.stream()
        .flatMap(each ->
            Stream.ofNullable(permits.get(each.letter().permit()))
                .filter(permit -> permit.purpose() == Purpose.OUTREACH)
                .flatMap(permit ->
                    permit.campaign().stream()
                        .map(campaign ->
                            new Once(
                                each,
                                (Redial.Again) each.redial(),
                                Objects.requireNonNull(points.get(each.letter().id())),
                                campaign,
                                zone(Optional.ofNullable(people.get(permit.person())))))))
        .toList();
  }

  private static ZoneId zone(Optional<PersonRecord> person) {
    return person.<ZoneId>map(PersonRecord::zone).orElse(ZoneOffset.UTC);
  }

  private void again(Sql sql, List<Once> all, Instant now) {
    Optional<Instant> first = all.stream().map(each -> each.morning(now)).min(Instant::compareTo);
    if (first.isEmpty()) {
      return;
    }
    List<FailedCall> failed =
        rooms.outbox().failedCalls(sql, all.stream().map(Once::point).toList(), first.get());
    rooms.campaigns().again(sql, all.stream().map(each -> due(each, failed, now)).toList());
  }

  private static Campaigning.Again due(Once each, List<FailedCall> failed, Instant now) {
    String reason = each.followed().reason();
    Instant morning = each.morning(now);
    long today =
        failed.stream()
            .filter(call -> call.point().equals(each.point()) && call.reason().equals(reason))
            .filter(call -> !call.at().isBefore(morning))
            .count();
    Instant soonest = now.plus(each.rule().after());
    Instant tomorrow = each.today(now).plusDays(1).atStartOfDay(each.zone()).toInstant();
    return new Campaigning.Again(
        each.campaign(),
        each.followed().letter().matter(),
        today >= each.rule().perDay() && soonest.isBefore(tomorrow) ? tomorrow : soonest,
        "called: " + reason);
  }
}
