package io.heyue.store.budget;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.compliance.ContactPermit;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.ContactVerdict.Objection;
import io.heyue.core.compliance.Guard;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.core.law.Fact;
import io.heyue.core.law.RuleId;
import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How often each person may still be contacted, over all campaigns, agencies and channels.
 *
 * <p>Stateless but for the guard; every call works in the transaction that it is given. A permit
 * counts as an attempt from the moment it is reserved, whatever becomes of it.
 */
public final class ContactBudget {
  private final Guard guard;

  public ContactBudget(Guard guard) {
    this.guard = guard;
  }

  /**
   * A contact and what the guard said of it.
   *
   * @param facts what was known, the history included
   */
  public record Judged(ContactRequest request, ContactFacts facts, ContactVerdict verdict) {}

  /** Asks for one contact. */
  public Judged reserve(Sql sql, ContactRequest request) {
    return reserve(sql, List.of(request)).getFirst();
  }

  /**
   * Asks for many contacts. Locks their persons and numbers until the transaction ends, so that
   * what was counted is still so when it is committed.
   *
   * @return a verdict for each, in the same order; requests of one person, or of one number, count
   *     for each other
   */
  public List<Judged> reserve(Sql sql, List<ContactRequest> requests) {
    if (requests.isEmpty()) {
      return List.of();
    }
    History history = Traces.locked(sql, requests, earliest(requests));
    List<Judged> judged = new ArrayList<>(requests.size());
    List<Object[]> permits = new ArrayList<>();
    List<Object[]> refusals = new ArrayList<>();
    for (ContactRequest request : requests) {
      ContactFacts facts = request.facts().after(history.of(request));
      ContactVerdict verdict = guard.permit(request.permit(), request.person(), facts);
      judged.add(new Judged(request, facts, verdict));
      switch (verdict) {
        case ContactVerdict.Permitted permitted -> {
          permits.add(row(request, permitted.permit()));
          history.add(
              request.person().value(),
              new Trace(facts.at(), facts.channel(), facts.point().id(), null));
        }
        case ContactVerdict.Refused refused -> refusals.add(row(request, refused));
      }
    }
    insert(sql, permits, refusals);
    return judged;
  }

  /** What the guard would say, without reserving or locking anything. */
  public List<Judged> consider(Sql sql, List<ContactRequest> requests) {
    if (requests.isEmpty()) {
      return List.of();
    }
    History history = Traces.of(sql, requests, earliest(requests));
    return requests.stream()
        .map(request -> {
          ContactFacts facts = request.facts().after(history.of(request));
          return new Judged(
              request, facts, guard.permit(request.permit(), request.person(), facts));
        })
        .toList();
  }

  private static Instant earliest(List<ContactRequest> requests) {
    return requests.stream()
        .map(request -> request.facts().at())
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private static Object[] row(ContactRequest request, ContactPermit permit) {
    return new Object[] {
      permit.id().value(),
      permit.person().value(),
      request.matter().map(CaseId::value),
      request.campaign().map(CampaignId::value),
      permit.channel(),
      permit.purpose(),
      permit.number(),
      permit.rules().stream().map(RuleId::toString).toList(),
      permit.grantedAt(),
      permit.expiresAt()
    };
  }

  private static Object[] row(ContactRequest request, ContactVerdict.Refused refused) {
    return new Object[] {
      request.permit().value(),
      request.person().value(),
      request.matter().map(CaseId::value),
      request.campaign().map(CampaignId::value),
      request.facts().at(),
      request.facts().channel(),
      request.facts().purpose(),
      request.facts().point().id(),
      refused.objections().stream().map(Objection::rule).map(RuleId::toString).toList(),
      refused.missing().stream().map(Fact::path).toList(),
      refused.lawfulFrom()
    };
  }

  private static void insert(Sql sql, List<Object[]> permits, List<Object[]> refusals) {
    if (!permits.isEmpty()) {
      var _ =
          sql.batch(
              """
              insert into contact_permit (id, person_id, case_id, campaign_id, channel, purpose,
                number, rules, state, granted_at, expires_at)
              values (?, ?, ?, ?, ?, ?, ?, ?, 'reserved', ?, ?)
              """,
              permits);
    }
    if (!refusals.isEmpty()) {
      var _ =
          sql.batch(
              """
              insert into contact_refusal (id, person_id, case_id, campaign_id, at, channel,
                purpose, number, rules, missing, lawful_from)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """,
              refusals);
    }
  }

  /** Notes an answer that was permitted; an answer does not count as a contact. */
  public void note(Sql sql, ContactPermit reply, CaseId matter) {
    var _ =
        sql.update(
            """
            insert into contact_permit (id, person_id, case_id, channel, purpose, number, rules,
              state, granted_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, 'reserved', ?, ?)
            """,
            reply.id().value(),
            reply.person().value(),
            matter.value(),
            reply.channel(),
            reply.purpose(),
            reply.number(),
            reply.rules().stream().map(RuleId::toString).toList(),
            reply.grantedAt(),
            reply.expiresAt());
  }

  /**
   * Uses a permit up.
   *
   * @return whether it could be used: it was there, unused and not expired
   */
  public boolean use(Sql sql, PermitId permit, Instant now) {
    return sql.update(
            """
            update contact_permit set state = 'used', used_at = ?
            where id = ? and state = 'reserved' and expires_at > ?
            """,
            now,
            permit.value(),
            now)
        == 1;
  }

  /**
   * Notes what became of a contact. Who was reached stays reached: a carrier's receipt that comes
   * after the person did can't take the contact back.
   *
   * @param effective whether the right party was reached; empty if that can't be known, which the
   *     law counts as reached
   */
  public void settle(Sql sql, PermitId permit, Optional<Boolean> effective, Instant now) {
    var _ =
        sql.update(
            """
            update contact_permit set settled_at = ?,
              effective = case when effective then true else ? end
            where id = ?
            """,
            now,
            effective,
            permit.value());
  }

  /** Notes a contact that somebody else made for the same lender, such as an agency. */
  public void recordOutside(Sql sql, UUID id, PersonId person, Trace trace, String agency) {
    var _ =
        sql.update(
            """
            insert into outside_contact (id, person_id, at, channel, number, effective, agency)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """,
            id,
            person.value(),
            trace.at(),
            trace.channel(),
            trace.number(),
            trace.effective(),
            agency);
  }
}
