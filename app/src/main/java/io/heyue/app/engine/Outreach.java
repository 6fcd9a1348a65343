package io.heyue.app.engine;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.CampaignId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.Guard;
import io.heyue.core.decision.Treatment;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.Dossier;
import io.heyue.store.budget.ContactBudget.Judged;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Campaign;
import io.heyue.store.campaigns.Campaigning.Settled;
import io.heyue.store.campaigns.Campaigning.State;
import io.heyue.store.campaigns.Item;
import io.heyue.store.campaigns.Referrals;
import io.heyue.store.cases.Cases;
import io.heyue.store.ledger.Entry;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.ContactPoint;
import io.heyue.store.records.OwnedAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes to the people of a campaign: who, how, whether, and what; all in one transaction. */
final class Outreach {
  private final Rooms rooms;
  private final Clerk clerk;
  private final Guard guard;
  private final Invitations invitations;
  private final Beginning beginning;
  private final Chance chance;
  private final Ways ways;

  Outreach(
      Rooms rooms,
      Clerk clerk,
      Guard guard,
      Invitations invitations,
      Beginning beginning,
      Chance chance,
      Ways ways) {
    this.rooms = rooms;
    this.clerk = clerk;
    this.guard = guard;
    this.invitations = invitations;
    this.beginning = beginning;
    this.chance = chance;
    this.ways = ways;
  }

  /** Claims at most {@code limit} items that are due and that are worth looking at now. */
  List<Item> claim(Sql sql, Instant now, int limit) {
    Pace pace = new Pace(ways, rooms.outbox(), sql);
    int fresh = pace.most(rooms.campaigns().running(sql), limit);
    return rooms.campaigns().claim(sql, now, limit, fresh, pace.room());
  }

  /** Works the items that were claimed in this transaction. */
  void work(Sql sql, List<Item> items, Instant now) {
    Map<CampaignId, Campaign> campaigns = new HashMap<>();
    items.forEach(
        item -> campaigns.computeIfAbsent(item.campaign(), id -> rooms.campaigns().get(sql, id)));
    Map<AccountId, Folder> folders = folders(sql, items, now);
    Map<PersonId, List<ContactPoint>> points =
        rooms.points().of(sql, items.stream().map(Item::person).toList());
    List<Settled> settled = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    Pace pace = new Pace(ways, rooms.outbox(), sql);
    for (Item item : items) {
      Campaign campaign = campaigns.get(item.campaign());
      Folder folder = folders.get(item.account());
      if (campaign == null || folder == null) {
        settled.add(done(item, State.DONE, "the account is gone"));
        continue;
      }
      Considered considered =
          consider(
              item,
              campaign.approach(),
              folder,
              points.getOrDefault(item.person(), List.of()),
              pace,
              now);
      considered.settled().ifPresent(settled::add);
      considered.candidate().ifPresent(candidates::add);
    }
    contact(sql, candidates, settled, now);
    rooms.campaigns().settle(sql, settled);
  }

  private Map<AccountId, Folder> folders(Sql sql, List<Item> items, Instant now) {
    Map<AccountId, OwnedAccount> accounts =
        rooms.accounts().list(sql, items.stream().map(Item::account).toList());
    Map<AccountId, Case> cases = rooms.cases().openFor(sql, accounts.values(), now, chance.rng());
    Map<CaseId, Folder> byCase =
        clerk.list(sql, cases.values().stream().map(Case::id).toList(), now);
    Map<AccountId, Folder> folders = new HashMap<>();
    byCase.values().forEach(folder -> folders.put(folder.dossier().account().id(), folder));
    return folders;
  }

  /** Either somebody to be written to, or why not. */
  private record Considered(Optional<Candidate> candidate, Optional<Settled> settled) {
    static Considered not(Settled settled) {
      return new Considered(Optional.empty(), Optional.of(settled));
    }
  }

  private Considered consider(
      Item item,
      Approach approach,
      Folder folder,
      List<ContactPoint> points,
      Pace pace,
      Instant now) {
    Dossier dossier = folder.dossier();
    if (dossier.matter().cured() || !dossier.account().overdue().isPositive()) {
      return Considered.not(done(item, State.DONE, "nothing is overdue"));
    }
    Optional<Instant> waiting = Timing.waiting(dossier, now);
    if (waiting.isPresent()) {
      return Considered.not(
          later(item, waiting.get(), "something agreed, or the end of a hold, is waited for"));
    }
    List<Channel> addressed = channels(approach, points);
    if (addressed.isEmpty()) {
      return Considered.not(done(item, State.REFUSED, "no address on these channels"));
    }
    List<Channel> channels = Deciding.channels(addressed, dossier, now);
    if (channels.isEmpty()) {
      return Considered.not(
          done(item, State.REFUSED, "no address on the channels that a person decided on"));
    }
    Treatment treatment = beginning.choose(dossier, channels, now);
    Instant open = Timing.open(treatment, dossier, now);
    if (open.isAfter(now)) {
      return Considered.not(later(item, open, "outside the hours of the treatment"));
    }
    if (!pace.takes(treatment.channel())) {
      return Considered.not(awaits(item, treatment.channel()));
    }
    ContactPoint point = point(points, treatment.channel()).orElseThrow();
    PermitId permit = item.attempt();
    Optional<Invitation> invitation =
        invitations.write(
            dossier,
            point,
            treatment.channel(),
            treatment.phrase(),
            Optional.of(item.campaign()),
            permit,
            approach.flow(),
            now);
    if (invitation.isEmpty()) {
      return Considered.not(done(item, State.REFUSED, "the guard refused the words"));
    }
    Candidate candidate =
        new Candidate(
            item,
            approach,
            folder,
            point,
            treatment,
            invitation.get(),
            Approaching.request(
                rooms,
                permit,
                dossier,
                point,
                treatment.channel(),
                Purpose.OUTREACH,
                Optional.of(item.campaign()),
                now));
    return new Considered(Optional.of(candidate), Optional.empty());
  }

  /** The channels of an approach at which a person has an address of their own. */
  List<Channel> channels(Approach approach, List<ContactPoint> points) {
    return approach.channels().stream()
        .filter(ways.channels()::contains)
        .filter(channel -> point(points, channel).isPresent())
        .toList();
  }

  static Optional<ContactPoint> point(List<ContactPoint> points, Channel channel) {
    return points.stream()
        .filter(point -> point.relation() == Relation.SELF && point.channels().contains(channel))
        .findFirst();
  }

  private void contact(Sql sql, List<Candidate> candidates, List<Settled> settled, Instant now) {
    List<Judged> judged =
        rooms.budget().reserve(sql, candidates.stream().map(Candidate::request).toList());
    List<Cases.Change> changes = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    List<Invitations.Permitted> permitted = new ArrayList<>();
    List<Referrals.Referral> referrals = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      if (judged.get(i).repeated()) {
        // The letter, the case and the ledger were seen to when it was answered first.
        answered(candidate, judged.get(i).verdict(), settled, referrals, now);
        continue;
      }
      switch (judged.get(i).verdict()) {
        case ContactVerdict.Permitted ok -> {
          permitted.add(new Invitations.Permitted(candidate.invitation(), ok.permit()));
          changes.add(
              candidate
                  .folder()
                  .with(List.of(Invitations.reserved(ok.permit(), candidate.invitation()))));
          entries.add(
              ContactEntry.permitted(
                  judged.get(i),
                  ok,
                  candidate.invitation(),
                  Optional.of(candidate.treatment()),
                  guard));
          settled.add(written(candidate, now));
        }
        case ContactVerdict.Refused refused -> {
          changes.add(candidate.folder().with(List.of()));
          entries.add(
              ContactEntry.refused(
                  judged.get(i), refused, Optional.of(candidate.treatment()), guard));
          refused(candidate, refused, settled, referrals, now);
        }
      }
    }
    var _ = rooms.cases().append(sql, changes);
    Invitations.store(sql, rooms, permitted, now);
    rooms.referrals().refer(sql, referrals, now);
    rooms.ledger().append(sql, entries);
  }

  private static void answered(
      Candidate candidate,
      ContactVerdict verdict,
      List<Settled> settled,
      List<Referrals.Referral> referrals,
      Instant now) {
    switch (verdict) {
      case ContactVerdict.Permitted _ -> settled.add(written(candidate, now));
      case ContactVerdict.Refused refused -> refused(candidate, refused, settled, referrals, now);
    }
  }

  /** What only a person can decide goes to one, unless one has just decided against it. */
  private static void refused(
      Candidate candidate,
      ContactVerdict.Refused refused,
      List<Settled> settled,
      List<Referrals.Referral> referrals,
      Instant now) {
    Optional<Referrals.Referral> referral = Deciding.referral(candidate.item(), refused);
    if (referral.isEmpty()) {
      settled.add(refused(candidate.item(), refused));
    } else if (Deciding.declined(candidate.folder().dossier(), now)) {
      settled.add(done(candidate.item(), State.REFUSED, Deciding.DECLINED));
    } else {
      referrals.add(referral.get());
    }
  }

  private static Settled written(Candidate candidate, Instant now) {
    boolean last = candidate.item().attempts() + 1 >= candidate.approach().attempts();
    return new Settled(
        candidate.item(),
        last ? State.DONE : State.WAITING,
        last
            ? Optional.empty()
            : Optional.of(now.plus(Duration.ofDays(candidate.approach().daysBetween()))),
        Optional.of(now),
        last ? "written to for the last time" : "written to");
  }

  private static Settled refused(Item item, ContactVerdict.Refused refused) {
    String rules =
        "refused by "
            + String.join(
                ", ",
                refused.objections().stream()
                    .map(objection -> objection.rule().toString())
                    .toList());
    return refused
        .lawfulFrom()
        .map(from -> later(item, from, rules))
        .orElseGet(() -> done(item, State.REFUSED, rules));
  }

  /** It is due as before, and not looked at while there is no room. */
  private static Settled awaits(Item item, Channel channel) {
    return new Settled(
        item,
        State.WAITING,
        Optional.empty(),
        Optional.empty(),
        "all lines are busy",
        Optional.of(channel));
  }

  private static Settled later(Item item, Instant at, String reason) {
    return new Settled(item, State.WAITING, Optional.of(at), Optional.empty(), reason);
  }

  private static Settled done(Item item, State state, String reason) {
    return new Settled(item, state, Optional.empty(), Optional.empty(), reason);
  }
}
