package io.heyue.app.engine;

import io.heyue.core.audit.Canonical;
import io.heyue.core.base.CampaignId;
import io.heyue.core.base.Rng;
import io.heyue.core.law.RuleId;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Campaign;
import io.heyue.store.campaigns.Campaign.Status;
import io.heyue.store.campaigns.Campaigning.Progress;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.campaigns.Item;
import io.heyue.store.ledger.Entry;
import io.heyue.store.postgres.Sql;
import io.heyue.store.setbacks.Setbacks.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Campaigns: who is written to, and the writing. Thread-safe. */
public final class Campaigns {
  private final Rooms rooms;
  private final Outreach outreach;
  private final Forecast forecast;
  private final Workbench bench;
  private final InstantSource clock;
  private final Chance chance;

  Campaigns(
      Rooms rooms,
      Outreach outreach,
      Forecast forecast,
      Workbench bench,
      InstantSource clock,
      Chance chance) {
    this.rooms = rooms;
    this.outreach = outreach;
    this.forecast = forecast;
    this.bench = bench;
    this.clock = clock;
    this.chance = chance;
  }

  /**
   * What a campaign would come to now.
   *
   * @param accounts that the filter selects
   * @param refused that the law refuses
   * @param needsPerson that nothing refuses but that a person must decide
   * @param waiting for which a time that was agreed, or the end of a hold, is waited first
   * @param unreachable that have no address on its channels
   */
  public record Preview(
      long accounts,
      long permitted,
      long refused,
      long needsPerson,
      long waiting,
      long unreachable,
      Map<RuleId, Long> refusedByRule) {
    public Preview {
      refusedByRule = Map.copyOf(refusedByRule);
    }
  }

  public CampaignId create(String name, Filter filter, Approach approach) {
    Rng rng = chance.rng();
    Campaign campaign =
        new Campaign(
            CampaignId.draw(rng),
            name,
            filter,
            approach,
            Status.DRAFT,
            Optional.empty(),
            false,
            clock.instant());
    rooms
        .transactor()
        .run(sql -> {
          rooms.campaigns().add(sql, campaign);
          rooms.ledger().append(sql, List.of(entry(campaign.id(), "created", Optional.empty())));
        });
    return campaign.id();
  }

  /**
   * A campaign.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public Campaign get(CampaignId id) {
    return rooms.transactor().get(sql -> rooms.campaigns().get(sql, id));
  }

  public Optional<Campaign> find(CampaignId id) {
    return rooms.transactor().get(sql -> rooms.campaigns().find(sql, id));
  }

  /** All, the newest first. */
  public List<Campaign> all() {
    return rooms.transactor().get(rooms.campaigns()::all);
  }

  public Progress progress(CampaignId id) {
    return rooms.transactor().get(sql -> rooms.campaigns().progress(sql, id));
  }

  /** Asks the guard about everybody whom {@code filter} selects, and reserves nothing. */
  public Preview preview(Filter filter, Approach approach) {
    return forecast.of(filter, approach, clock.instant());
  }

  /**
   * Plans the items and begins; also goes on after a pause.
   *
   * @throws IllegalStateException if it was stopped or is done
   */
  public void start(CampaignId id) {
    Instant now = clock.instant();
    rooms.transactor().run(sql -> start(sql, id, now));
  }

  private void start(Sql sql, CampaignId id, Instant now) {
    move(
        sql,
        id,
        List.of(Status.DRAFT, Status.SCHEDULED, Status.PAUSED, Status.RUNNING),
        Status.RUNNING,
        Optional.empty());
    Campaign campaign = rooms.campaigns().get(sql, id);
    if (!campaign.planned()) {
      var _ = rooms.campaigns().plan(sql, campaign, now);
    }
  }

  /** Starts it by itself at that time. */
  public void schedule(CampaignId id, Instant at) {
    rooms
        .transactor()
        .run(sql ->
            move(
                sql,
                id,
                List.of(Status.DRAFT, Status.SCHEDULED),
                Status.SCHEDULED,
                Optional.of(at)));
  }

  public void pause(CampaignId id) {
    rooms
        .transactor()
        .run(sql -> move(sql, id, List.of(Status.RUNNING), Status.PAUSED, Optional.empty()));
  }

  /** Ends it for good. */
  public void stop(CampaignId id) {
    rooms
        .transactor()
        .run(sql ->
            move(
                sql,
                id,
                List.of(Status.DRAFT, Status.SCHEDULED, Status.RUNNING, Status.PAUSED),
                Status.STOPPED,
                Optional.empty()));
  }

  private void move(
      Sql sql, CampaignId id, List<Status> from, Status to, Optional<Instant> startAt) {
    if (!rooms.campaigns().move(sql, id, from, to, startAt)) {
      throw new IllegalStateException(
          "Campaign "
              + id
              + " is "
              + rooms.campaigns().get(sql, id).status().id()
              + " and can't become "
              + to.id()
              + ".");
    }
    rooms.ledger().append(sql, List.of(entry(id, to.id(), startAt)));
  }

  /** Starts the campaigns whose time has come. */
  int begin(Instant now) {
    List<CampaignId> due = rooms.transactor().get(sql -> rooms.campaigns().scheduled(sql, now));
    return bench.each(
        Kind.CAMPAIGN,
        due,
        CampaignId::toString,
        id -> rooms.transactor().get(sql -> begin(sql, id, now)),
        now);
  }

  private boolean begin(Sql sql, CampaignId id, Instant now) {
    if (!rooms.campaigns().claimScheduled(sql, id, now)) {
      return false;
    }
    start(sql, id, now);
    return true;
  }

  /**
   * Works at most {@code limit} items that are due, in one transaction; if one of them fails, each
   * in a transaction of its own.
   *
   * @return how many
   */
  public int step(Instant now, int limit) {
    try {
      return LostRace.retry(
          () -> rooms.transactor().get(sql -> work(sql, outreach.claim(sql, now, limit), now)));
    } catch (RuntimeException e) {
      if (!Workbench.isOfTheItem(e)) {
        throw e;
      }
      List<Item> due = rooms.transactor().get(sql -> outreach.claim(sql, now, limit));
      return bench.each(Kind.CAMPAIGN_ITEM, due, Item::key, item -> alone(item, now), now);
    }
  }

  private boolean alone(Item item, Instant now) {
    return LostRace.retry(() ->
        rooms.transactor().get(sql -> work(sql, rooms.campaigns().claim(sql, item, now), now) > 0));
  }

  private int work(Sql sql, List<Item> items, Instant now) {
    if (!items.isEmpty()) {
      outreach.work(sql, items, now);
      bench.well(sql, Kind.CAMPAIGN_ITEM, items.stream().map(Item::key).toList());
    }
    return items.size();
  }

  /** Ends campaigns that have nothing left to do. */
  long finish() {
    return rooms.transactor().get(rooms.campaigns()::finish);
  }

  private Entry entry(CampaignId id, String what, Optional<Instant> startAt) {
    record Done(CampaignId campaign, String what, Optional<Instant> startAt, Instant at) {}
    Instant now = clock.instant();
    return new Entry(
        Entry.Kind.CAMPAIGN,
        now,
        id.value(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Canonical.text(new Done(id, what, startAt, now)));
  }
}
