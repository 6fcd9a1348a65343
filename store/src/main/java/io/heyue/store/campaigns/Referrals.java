package io.heyue.store.campaigns;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.PersonId;
import io.heyue.core.law.RuleId;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Items of campaigns that wait for a person to decide: the law doesn't forbid the contact, but no
 * machine may make it by itself. Those of a campaign that was stopped wait for nobody. Stateless;
 * every call works in the transaction it is given.
 */
public final class Referrals {
  /** An item that is left to a person, by which rules and for what. */
  public record Referral(Item item, List<RuleId> rules, Set<String> flags) {
    public Referral {
      rules = List.copyOf(rules);
      flags = Set.copyOf(flags);
    }
  }

  /**
   * A case that waits for a decision.
   *
   * @param since when the first of its items was left to a person
   * @param rules which rules leave it to a person, with their versions
   * @param flags what has to be decided on; empty where a person has to make the contact
   */
  public record Waiting(
      CaseId matter,
      PersonId person,
      Instant since,
      Set<String> rules,
      Set<String> flags,
      List<CampaignId> campaigns) {
    public Waiting {
      rules = Set.copyOf(rules);
      flags = Set.copyOf(flags);
      campaigns = List.copyOf(campaigns);
    }
  }

  /** Leaves items, which must be claimed, to a person. */
  public void refer(Sql sql, Collection<Referral> referrals, Instant now) {
    if (referrals.isEmpty()) {
      return;
    }
    var _ =
        sql.batch(
            """
            update campaign_item set status = 'needs_person', rules = ?, flags = ?,
              referred_at = ?, reason = ? where campaign_id = ? and account_id = ?
            """,
            referrals.stream().map(referral -> row(referral, now)).toList());
  }

  private static Object[] row(Referral referral, Instant now) {
    List<String> rules = referral.rules().stream().map(RuleId::toString).toList();
    return new Object[] {
      rules,
      List.copyOf(new TreeSet<>(referral.flags())),
      now,
      "left to a person by " + String.join(", ", rules),
      referral.item().campaign().value(),
      referral.item().account().value()
    };
  }

  /** A page of the cases that wait, in the order of their ids, those after {@code after}. */
  public List<Waiting> page(Sql sql, Optional<CaseId> after, int limit) {
    Map<UUID, List<Part>> byCase = new LinkedHashMap<>();
    sql.each(
        """
        select s.case_id, i.person_id, i.referred_at, i.rules, i.flags, i.campaign_id
        from campaign_item i join case_state s on s.account_id = i.account_id
          join campaign c on c.id = i.campaign_id
        where i.status = 'needs_person' and c.status <> 'stopped' and s.case_id in (
          select t.case_id from campaign_item j join case_state t on t.account_id = j.account_id
            join campaign d on d.id = j.campaign_id
          where j.status = 'needs_person' and d.status <> 'stopped' and t.case_id > ?
          group by t.case_id order by t.case_id limit ?)
        order by s.case_id, i.referred_at, i.campaign_id
        """,
        row -> byCase.computeIfAbsent(row.uuid("case_id"), _ -> new ArrayList<>()).add(part(row)),
        after.map(CaseId::value).orElse(new UUID(0, 0)),
        limit);
    return byCase.entrySet().stream()
        .map(each -> waiting(new CaseId(each.getKey()), each.getValue()))
        .toList();
  }

  /** An item that waits. */
  private record Part(
      PersonId person,
      Instant since,
      List<String> rules,
      List<String> flags,
      CampaignId campaign) {}

  private static Part part(Row row) {
    return new Part(
        new PersonId(row.uuid("person_id")),
        row.instant("referred_at"),
        row.texts("rules"),
        row.texts("flags"),
        new CampaignId(row.uuid("campaign_id")));
  }

  private static Waiting waiting(CaseId id, List<Part> parts) {
    Set<String> rules = new TreeSet<>();
    Set<String> flags = new TreeSet<>();
    parts.forEach(part -> {
      rules.addAll(part.rules());
      flags.addAll(part.flags());
    });
    return new Waiting(
        id,
        parts.getFirst().person(),
        parts.getFirst().since(),
        rules,
        flags,
        parts.stream().map(Part::campaign).toList());
  }

  /**
   * Lets nobody else work the items of a person until the transaction ends, and waits for whoever
   * does. Call it before the cases of the person are changed: whoever works items locks in this
   * order.
   *
   * @return whether one of them waits for a person
   */
  public boolean lock(Sql sql, PersonId person) {
    List<UUID> locked =
        sql.list(
            """
            select account_id from campaign_item
            where person_id = ? and status in ('waiting', 'needs_person')
            order by campaign_id, account_id for update
            """,
            row -> row.uuid("account_id"),
            person.value());
    // Asked again: what was worked while we waited stands otherwise now.
    return !locked.isEmpty()
        && sql.find(
                """
                select 1 as n from campaign_item i join campaign c on c.id = i.campaign_id
                where i.person_id = ? and i.status = 'needs_person' and c.status <> 'stopped'
                limit 1
                """,
                row -> row.number("n"),
                person.value())
            .isPresent();
  }

  /**
   * The items of a person that wait for one are due again, also where their campaign had ended
   * meanwhile. Each is due a little later than before, as what was asked once is answered as it
   * was.
   *
   * @return how many
   */
  public long reopen(Sql sql, PersonId person, Instant now, String reason) {
    var _ =
        sql.update(
            """
            update campaign set status = case status when 'done' then 'running' else status end
            where status <> 'stopped' and id in (
              select campaign_id from campaign_item where person_id = ? and status = 'needs_person')
            """,
            person.value());
    return sql.update(
        """
        update campaign_item i set status = 'waiting', reason = ?, rules = '{}', flags = '{}',
          referred_at = null, next_at = greatest(?, i.next_at + interval '1 microsecond')
        from campaign c where c.id = i.campaign_id and c.status <> 'stopped'
          and i.person_id = ? and i.status = 'needs_person'
        """,
        reason,
        now,
        person.value());
  }

  /**
   * The items of a person that wait for one are refused.
   *
   * @return how many
   */
  public long refuse(Sql sql, PersonId person, String reason) {
    return sql.update(
        """
        update campaign_item set status = 'refused', reason = ?, rules = '{}', flags = '{}',
          referred_at = null where person_id = ? and status = 'needs_person'
        """,
        reason,
        person.value());
  }
}
