package io.heyue.store.budget;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Relation;
import io.heyue.core.budget.PermitEvent;
import io.heyue.core.compliance.ContactPermit;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.ContactVerdict.Objection;
import io.heyue.core.compliance.Guard;
import io.heyue.core.compliance.Permitting;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.core.law.Fact;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleId;
import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How often each person may still be contacted, over all campaigns, agencies and channels.
 *
 * <p>Stateless but for the guard; every call works in the transaction that it is given. A permit
 * counts from the moment it is reserved; {@link io.heyue.core.budget.PermitTable} says what it may
 * become, and so for how long.
 */
public final class ContactBudget {
  private final Guard guard;
  private final Permitting permitting;

  public ContactBudget(Guard guard) {
    this.guard = guard;
    this.permitting = new Permitting(guard);
  }

  /**
   * A contact and what the guard said of it.
   *
   * @param facts what was known, the history included
   * @param repeated whether it was asked before under the same key, and this is the answer of then;
   *     whatever followed from it has been seen to
   */
  public record Judged(
      ContactRequest request, ContactFacts facts, ContactVerdict verdict, boolean repeated) {
    /** One that was judged just now. */
    public Judged(ContactRequest request, ContactFacts facts, ContactVerdict verdict) {
      this(request, facts, verdict, false);
    }
  }

  /** Asks for one contact. */
  public Judged reserve(Sql sql, ContactRequest request) {
    return reserve(sql, List.of(request)).getFirst();
  }

  /**
   * Asks for many contacts. Locks their persons and numbers until the transaction ends, so that
   * what was counted is still so when it is committed.
   *
   * <p>The identity of a permit is the key of the attempt. Whoever doesn't know whether they were
   * answered asks again under the same key, in whatever process, and gets the same permit or
   * refusal; it is counted once. A permit that has run out is given again too, and can't be used.
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
    Map<PermitId, ContactVerdict> before = before(sql, history, requests);
    for (ContactRequest request : requests) {
      ContactFacts facts = request.facts().after(history.of(request));
      ContactVerdict answered = before.get(request.permit());
      if (answered != null) {
        judged.add(new Judged(request, facts, answered, true));
        continue;
      }
      ContactVerdict verdict = permitting.permit(request.permit(), request.person(), facts);
      judged.add(new Judged(request, facts, verdict));
      before.put(request.permit(), verdict);
      switch (verdict) {
        case ContactVerdict.Permitted permitted -> {
          permits.add(row(request, permitted.permit()));
          history.add(
              request.person().value(),
              new Trace(
                  facts.at(),
                  facts.channel(),
                  facts.point().id(),
                  null,
                  true,
                  facts.person().relation(),
                  true));
        }
        case ContactVerdict.Refused refused -> refusals.add(row(request, refused));
      }
    }
    insert(sql, permits, refusals);
    return judged;
  }

  private Map<PermitId, ContactVerdict> before(
      Sql sql, History history, List<ContactRequest> requests) {
    List<ContactRequest> again = requests.stream().filter(history::answered).toList();
    return again.isEmpty() ? new HashMap<>() : Answered.before(sql, permitting, again);
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
      relation(request.facts().person().relation()),
      permit.rules().stream().map(RuleId::toString).toList(),
      permit.tasks().stream().map(RuleForm.Task::name).sorted().toList(),
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
                number, relation, rules, tasks, state, granted_at, expires_at)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'reserved', ?, ?)
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
   * Uses a permit up. Commit before anybody outside hears of the contact.
   *
   * @return whether it could be used: it was there, unused and not expired
   */
  public boolean use(Sql sql, PermitId permit, Instant now) {
    return !use(sql, List.of(permit), now).isEmpty();
  }

  /** The same of many; gives those that could be used. */
  public Set<PermitId> use(Sql sql, Collection<PermitId> permits, Instant now) {
    return permits.isEmpty() ? Set.of() : Steps.use(sql, permits, now);
  }

  /**
   * Gives a permit back whose contact was never made, and never will be.
   *
   * @return whether it was given back; not if it was used, for then it may have been made
   */
  public boolean release(Sql sql, PermitId permit, Instant now) {
    return Steps.settle(sql, PermitEvent.RELEASE, permit, now);
  }

  /**
   * Ends a permit that nobody used while it lasted. It stays an attempt.
   *
   * @return whether it was so
   */
  public boolean expire(Sql sql, PermitId permit, Instant now) {
    return Steps.expire(sql, List.of(permit.value()), now).contains(permit.value());
  }

  /**
   * Notes what became of a contact. Who was reached stays reached: a carrier's receipt that comes
   * after the person did can't take the contact back.
   *
   * @param effective whether the right party was reached; empty if that can't be known, which the
   *     law counts as reached
   */
  public void settle(Sql sql, PermitId permit, Optional<Boolean> effective, Instant now) {
    effective.ifPresent(reached -> settle(sql, permit, reached, now));
  }

  /** Notes of many contacts that they reached nobody. */
  public void miss(Sql sql, Collection<PermitId> permits, Instant now) {
    if (!permits.isEmpty()) {
      Steps.settle(sql, PermitEvent.MISS, permits, now);
    }
  }

  /** The same where it is known; gives whether it was news. */
  boolean settle(Sql sql, PermitId permit, boolean reached, Instant now) {
    return Steps.settle(sql, reached ? PermitEvent.REACH : PermitEvent.MISS, permit, now);
  }

  /** Notes a contact that somebody else made for the same lender, such as an agency. */
  public void recordOutside(Sql sql, UUID id, PersonId person, Trace trace, String agency) {
    var _ =
        sql.update(
            """
            insert into outside_contact (id, person_id, at, channel, number, effective, relation,
              agency)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """,
            id,
            person.value(),
            trace.at(),
            trace.channel(),
            trace.number(),
            trace.effective(),
            relation(trace.to()),
            agency);
  }

  static @Nullable String relation(@Nullable Relation to) {
    return to == null ? null : to.id();
  }
}
