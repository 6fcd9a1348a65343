package io.heyue.store.campaigns;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.CampaignId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.PersonId;
import io.heyue.store.campaigns.Campaign.Status;
import io.heyue.store.json.Json;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import io.heyue.store.setbacks.Setbacks;
import io.heyue.store.setbacks.Setbacks.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** All campaigns and their work. Stateless; every call works in the transaction it is given. */
public final class Campaigning {
  private static final Json JSON = Json.of();

  /** What an item awaits that awaits no channel. */
  private static final String NOTHING = "";

  private static final String DUE =
      """
      select i.campaign_id, i.account_id, i.person_id, i.attempts, i.next_at
      from campaign_item i join campaign c on c.id = i.campaign_id
      where c.status = 'running' and i.status = 'waiting' and i.next_at <= ?
      """;

  public void add(Sql sql, Campaign campaign) {
    var _ =
        sql.update(
            """
            insert into campaign (id, name, filter, approach, status, start_at, planned, created_at)
            values (?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)
            """,
            campaign.id().value(),
            campaign.name(),
            JSON.write(campaign.filter()),
            JSON.write(campaign.approach()),
            campaign.status(),
            campaign.startAt(),
            campaign.planned(),
            campaign.createdAt());
  }

  /**
   * A campaign.
   *
   * @throws NoSuchElementException if there is none
   */
  public Campaign get(Sql sql, CampaignId id) {
    return find(sql, id)
        .orElseThrow(() -> new NoSuchElementException("There is no campaign " + id + "."));
  }

  public Optional<Campaign> find(Sql sql, CampaignId id) {
    return sql.find(
        "select *, filter::text as f, approach::text as a from campaign where id = ?",
        Campaigning::campaign,
        id.value());
  }

  /** All, the newest first. */
  public List<Campaign> all(Sql sql) {
    return sql.list(
        """
        select *, filter::text as f, approach::text as a from campaign
        order by created_at desc, id
        """,
        Campaigning::campaign);
  }

  /** How the campaigns that are running reach people. */
  public List<Approach> running(Sql sql) {
    return sql.list(
        "select approach::text as a from campaign where status = 'running'",
        row -> JSON.read(row.text("a"), Approach.class));
  }

  /** Scheduled campaigns whose time has come. */
  public List<CampaignId> scheduled(Sql sql, Instant now) {
    return sql.list(
        "select id from campaign where status = 'scheduled' and start_at <= ? and "
            + Setbacks.free(Kind.CAMPAIGN, "id::text"),
        row -> new CampaignId(row.uuid("id")),
        now,
        now);
  }

  /** Takes one of them, if it is still scheduled; nobody else's until the transaction ends. */
  public boolean claimScheduled(Sql sql, CampaignId id, Instant now) {
    return !sql.list(
            """
            select id from campaign where id = ? and status = 'scheduled' and start_at <= ?
            for update skip locked
            """,
            row -> row.uuid("id"),
            id.value(),
            now)
        .isEmpty();
  }

  /**
   * Moves a campaign on.
   *
   * @return whether it stood at one of {@code from}
   */
  public boolean move(
      Sql sql, CampaignId id, List<Status> from, Status to, Optional<Instant> startAt) {
    return sql.update(
            "update campaign set status = ?, start_at = ? where id = ? and status = any(?)",
            to,
            startAt,
            id.value(),
            from.stream().map(Status::id).toList())
        == 1;
  }

  /**
   * Writes the items of a campaign, in one statement.
   *
   * @return how many there are
   */
  public long plan(Sql sql, Campaign campaign, Instant now) {
    Selection selection = Selection.of(campaign.filter(), now);
    List<Object> values = new ArrayList<>(List.of(campaign.id().value(), now));
    values.addAll(selection.values());
    long planned =
        sql.update(
            """
            insert into campaign_item (campaign_id, account_id, person_id, status, next_at)
            select ?, a.id, a.person_id, 'waiting', ? from account a
            join person p on p.id = a.person_id where %s
            on conflict do nothing
            """
                .formatted(selection.condition()),
            values.toArray());
    var _ = sql.update("update campaign set planned = true where id = ?", campaign.id().value());
    return planned;
  }

  /** Hands on every account that a filter selects. */
  public void select(Sql sql, Filter filter, Instant now, Consumer<AccountId> consumer) {
    Selection selection = Selection.of(filter, now);
    sql.each(
        """
        select a.id from account a join person p on p.id = a.person_id where %s order by a.id
        """
            .formatted(selection.condition()),
        row -> consumer.accept(new AccountId(row.uuid("id"))),
        selection.values().toArray());
  }

  /**
   * Takes items that are due; they are nobody else's until the transaction ends. First those that
   * wait for room by a channel that has some again, of each no more than there is room for; of
   * those that wait for a channel without, none.
   *
   * @param limit at most so many
   * @param fresh so many at most of those that wait for no channel, of which it isn't known by
   *     which they would go
   * @param room by the channels that may have none; by all others there always is some
   */
  public List<Item> claim(Sql sql, Instant now, int limit, int fresh, Map<Channel, Integer> room) {
    List<Item> items = new ArrayList<>();
    room.forEach((channel, free) ->
        items.addAll(claim(sql, now, "= ?", channel.id(), Math.min(free, limit - items.size()))));
    items.addAll(claim(sql, now, "= ?", NOTHING, Math.min(fresh, limit - items.size())));
    // Room by these is as wide as any since, or they are carried no more.
    List<String> others =
        Arrays.stream(Channel.values())
            .filter(channel -> !room.containsKey(channel))
            .map(Channel::id)
            .toList();
    items.addAll(claim(sql, now, "= any(?)", others, limit - items.size()));
    return items;
  }

  private static List<Item> claim(Sql sql, Instant now, String by, Object awaited, int limit) {
    return limit <= 0
        ? List.of()
        : sql.list(
            DUE
                + " and i.awaits "
                + by
                + " and "
                + Setbacks.free(Kind.CAMPAIGN_ITEM, "i.campaign_id || '/' || i.account_id")
                + " order by i.next_at limit ? for update of i skip locked",
            Campaigning::item,
            now,
            awaited,
            now,
            limit);
  }

  /** Takes one item, if it is still due. */
  public List<Item> claim(Sql sql, Item item, Instant now) {
    return sql.list(
        DUE + " and i.campaign_id = ? and i.account_id = ? for update of i skip locked",
        Campaigning::item,
        now,
        item.campaign().value(),
        item.account().value());
  }

  private static Item item(Row row) {
    return new Item(
        new CampaignId(row.uuid("campaign_id")),
        new AccountId(row.uuid("account_id")),
        new PersonId(row.uuid("person_id")),
        (int) row.number("attempts"),
        row.instant("next_at"));
  }

  /** Says what became of items. */
  public void settle(Sql sql, List<Settled> settled) {
    if (settled.isEmpty()) {
      return;
    }
    var _ =
        sql.batch(
            """
            update campaign_item set status = ?, attempts = attempts + ?,
              next_at = coalesce(?, next_at), written_at = coalesce(?, written_at), reason = ?,
              awaits = ?
            where campaign_id = ? and account_id = ?
            """,
            settled.stream().map(Campaigning::row).toList());
  }

  /**
   * When an item is due once more.
   *
   * @param matter the case of its account
   */
  public record Again(CampaignId campaign, CaseId matter, Instant at, String reason) {}

  /** Those items of these that wait are due anew, since what was tried for them reached nobody. */
  public void again(Sql sql, List<Again> items) {
    if (items.isEmpty()) {
      return;
    }
    var _ =
        sql.batch(
            """
            update campaign_item i set next_at = ?, reason = ? from case_state s
            where s.case_id = ? and i.account_id = s.account_id and i.campaign_id = ?
              and i.status = 'waiting'
            """,
            items.stream()
                .map(item ->
                    new Object[] {
                      item.at(), item.reason(), item.matter().value(), item.campaign().value()
                    })
                .toList());
  }

  /** An item is not worked any more. */
  public void drop(Sql sql, String key, String reason) {
    var _ =
        sql.update(
            """
            update campaign_item set status = 'done', reason = ?
            where campaign_id || '/' || account_id = ? and campaign_id = ?::uuid
            """,
            reason,
            key,
            key.substring(0, key.indexOf('/')));
  }

  private static Object[] row(Settled settled) {
    return new Object[] {
      settled.status(),
      settled.writtenAt().isPresent() ? 1 : 0,
      settled.nextAt(),
      settled.writtenAt(),
      settled.reason(),
      settled.awaits().map(Channel::id).orElse(NOTHING),
      settled.item().campaign().value(),
      settled.item().account().value()
    };
  }

  /**
   * Ends running campaigns that have nothing left to do. They are locked before it is asked what is
   * left, so that none ends while somebody gives it something to do; see {@link Referrals#reopen}.
   */
  public long finish(Sql sql) {
    List<UUID> running =
        sql.list(
            """
            select id from campaign where status = 'running' and planned
            order by id for no key update skip locked
            """,
            row -> row.uuid("id"));
    return running.isEmpty()
        ? 0
        : sql.update(
            """
            update campaign c set status = 'done' where c.id = any(?)
            and not exists (select from campaign_item i
              where i.campaign_id = c.id and i.status = 'waiting')
            """,
            running);
  }

  public Progress progress(Sql sql, CampaignId id) {
    return sql.get(
        """
        select count(*) as items, count(*) filter (where status = 'waiting') as waiting,
          count(written_at) as written, count(*) filter (where status = 'refused') as refused,
          count(*) filter (where status = 'done') as done,
          count(*) filter (where status = 'needs_person') as needs_person
        from campaign_item where campaign_id = ?
        """,
        row ->
            new Progress(
                row.number("items"),
                row.number("waiting"),
                row.number("written"),
                row.number("refused"),
                row.number("done"),
                row.number("needs_person")),
        id.value());
  }

  private static Campaign campaign(Row row) {
    return new Campaign(
        new CampaignId(row.uuid("id")),
        row.text("name"),
        JSON.read(row.text("f"), Filter.class),
        JSON.read(row.text("a"), Approach.class),
        status(row.text("status")),
        row.findInstant("start_at"),
        row.truth("planned"),
        row.instant("created_at"));
  }

  private static Status status(String id) {
    return Arrays.stream(Status.values())
        .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no status " + id + "."));
  }

  /**
   * How far a campaign is.
   *
   * @param items accounts that it is about
   * @param waiting not finished with
   * @param written written to at least once
   * @param refused that the law refuses and that will not be tried again
   * @param done finished with otherwise
   * @param needsPerson on which a person must decide; see {@link Referrals}
   */
  public record Progress(
      long items, long waiting, long written, long refused, long done, long needsPerson) {}

  /**
   * What became of an item.
   *
   * @param nextAt when it is due again, if it is waiting
   * @param writtenAt when a message to it was written, if one was
   * @param awaits the channel for which it waits, if by that there was no room
   */
  public record Settled(
      Item item,
      State status,
      Optional<Instant> nextAt,
      Optional<Instant> writtenAt,
      String reason,
      Optional<Channel> awaits) {
    /** One that waits for no channel. */
    public Settled(
        Item item,
        State status,
        Optional<Instant> nextAt,
        Optional<Instant> writtenAt,
        String reason) {
      this(item, status, nextAt, writtenAt, reason, Optional.empty());
    }
  }

  /** Where an item stands. */
  public enum State {
    WAITING,
    REFUSED,
    DONE
  }
}
