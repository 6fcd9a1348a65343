package io.heyue.app.engine;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.Purpose;
import io.heyue.core.compliance.Guard;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.RuleId;
import io.heyue.core.portfolio.Dossier;
import io.heyue.store.budget.Permits.Kept;
import io.heyue.store.campaigns.Campaign;
import io.heyue.store.outbox.DueLetter;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.ContactPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks once more, in the moment before letters go out, whether they may: since they were written
 * somebody may have said stop, have paid, or have paused the campaign. Answers are let go: they
 * belong to what the person has just said, be it stop.
 */
final class Recall {
  private final Rooms rooms;
  private final Clerk clerk;
  private final Guard guard;

  Recall(Rooms rooms, Clerk clerk, Guard guard) {
    this.rooms = rooms;
    this.clerk = clerk;
    this.guard = guard;
  }

  /** What is known now about the letters of one transaction. */
  record Knowledge(
      Map<PermitId, Kept> permits,
      Map<CaseId, Folder> folders,
      Map<ContactPointId, ContactPoint> points,
      Set<CampaignId> halted) {
    static final Knowledge NOTHING = new Knowledge(Map.of(), Map.of(), Map.of(), Set.of());

    /** Where a letter against which nothing stands goes to. */
    ContactPoint point(DueLetter letter) {
      return Objects.requireNonNull(points.get(letter.point()));
    }
  }

  Knowledge of(Sql sql, List<DueLetter> letters, Instant now) {
    if (letters.isEmpty()) {
      return Knowledge.NOTHING;
    }
    Map<PermitId, Kept> permits =
        rooms.permits().list(sql, letters.stream().map(DueLetter::permit).toList());
    return new Knowledge(
        permits,
        clerk.list(sql, letters.stream().map(DueLetter::matter).distinct().toList(), now),
        rooms.points().list(sql, letters.stream().map(DueLetter::point).toList()),
        permits.values().stream()
            .flatMap(permit -> permit.campaign().stream())
            .distinct()
            .filter(campaign -> halted(sql, campaign))
            .collect(Collectors.toSet()));
  }

  /** Why a letter is not sent any more; empty where it is. */
  Optional<String> reason(DueLetter letter, Knowledge known, Instant now) {
    ContactPoint point = known.points().get(letter.point());
    if (point == null) {
      return Optional.of("the address is gone");
    }
    Kept permit = known.permits().get(letter.permit());
    if (permit == null) {
      return Optional.of("there is no permit");
    }
    if (permit.purpose() == Purpose.REPLY) {
      return Optional.empty();
    }
    if (point.denied()) {
      return Optional.of("it is not the person's number");
    }
    if (permit.purpose() == Purpose.OUTREACH
        && permit.campaign().filter(known.halted()::contains).isPresent()) {
      return Optional.of("the campaign was halted");
    }
    return byCase(letter, permit, point, known.folders().get(letter.matter()), now);
  }

  private boolean halted(Sql sql, CampaignId campaign) {
    return rooms
        .campaigns()
        .find(sql, campaign)
        .map(Campaign::status)
        .filter(now -> now == Campaign.Status.PAUSED || now == Campaign.Status.STOPPED)
        .isPresent();
  }

  private Optional<String> byCase(
      DueLetter letter, Kept permit, ContactPoint point, @Nullable Folder folder, Instant now) {
    if (folder == null) {
      return Optional.of("the case is gone");
    }
    Dossier dossier = folder.dossier();
    boolean outreach = permit.purpose() == Purpose.OUTREACH;
    if (outreach && (dossier.matter().cured() || !dossier.account().overdue().isPositive())) {
      return Optional.of("nothing is overdue");
    }
    if (outreach && Timing.waiting(dossier, now).isPresent()) {
      return Optional.of("an agreement is waited for");
    }
    ContactFacts facts =
        Approaching.request(
                rooms,
                letter.permit(),
                dossier,
                point,
                letter.channel(),
                permit.purpose(),
                permit.campaign(),
                now)
            .facts();
    List<RuleId> against = guard.against(facts);
    return against.isEmpty()
        ? Optional.empty()
        : Optional.of(
            against.stream()
                .map(RuleId::toString)
                .collect(Collectors.joining(", ", "by now refused by ", "")));
  }
}
