package io.heyue.app.engine;

import io.heyue.core.audit.Canonical;
import io.heyue.core.audit.Hash;
import io.heyue.core.base.CampaignId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.compliance.ApprovedReply;
import io.heyue.core.compliance.ContactPermit;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.Guard;
import io.heyue.core.decision.Treatment;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.Fact;
import io.heyue.core.law.RuleId;
import io.heyue.store.budget.ContactBudget.Judged;
import io.heyue.store.budget.ContactRequest;
import io.heyue.store.ledger.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger keeps of a contact that was asked for.
 *
 * @param verdict permitted or refused
 * @param rules those that were asked, or those that refused
 * @param missing facts that were not known
 * @param facts everything that was known, the history included
 * @param factsHash hash of their canonical form
 * @param law version of the law
 * @param reader version of what the guard read the words with; empty where none were judged
 * @param treatment how the contact was chosen
 * @param phrase id of the wording
 * @param said the words
 * @param wordRules rules that were asked about the words
 */
record ContactEntry(
    PermitId permit,
    PersonId person,
    Optional<CaseId> matter,
    Optional<CampaignId> campaign,
    Optional<ConversationId> conversation,
    String verdict,
    List<RuleId> rules,
    List<String> missing,
    Optional<Instant> lawfulFrom,
    ContactFacts facts,
    Hash factsHash,
    String law,
    Optional<String> reader,
    Optional<Treatment> treatment,
    Optional<String> phrase,
    Optional<String> said,
    List<RuleId> wordRules) {

  /** The entry of a contact that was permitted, with what is written under it. */
  static Entry permitted(
      Judged judged,
      ContactVerdict.Permitted permitted,
      Invitation invitation,
      Optional<Treatment> treatment,
      Guard guard) {
    ContactRequest request = judged.request();
    return entry(
        Entry.Kind.CONTACT,
        new ContactEntry(
            request.permit(),
            request.person(),
            request.matter(),
            request.campaign(),
            Optional.of(invitation.talk().id()),
            "permitted",
            permitted.permit().rules(),
            List.of(),
            Optional.empty(),
            judged.facts(),
            hash(judged),
            guard.lawVersion(),
            Optional.of(guard.wordsVersion()),
            treatment,
            Optional.of(invitation.phrase()),
            Optional.of(invitation.reply().words()),
            invitation.reply().rules()));
  }

  /**
   * The entry of an answer that belongs to no conversation, with what was said.
   *
   * @param facts under which it was permitted
   */
  static Entry answered(
      ContactRequest request,
      ContactFacts facts,
      ContactPermit permit,
      String phrase,
      ApprovedReply reply,
      Guard guard) {
    return said(request, facts, permit, Optional.empty(), phrase, reply, guard);
  }

  /** The entry of a contact in which a colleague said something, or of their answer. */
  static Entry said(
      Judged judged,
      ContactPermit permit,
      Optional<ConversationId> conversation,
      String phrase,
      ApprovedReply reply,
      Guard guard) {
    return said(judged.request(), judged.facts(), permit, conversation, phrase, reply, guard);
  }

  private static Entry said(
      ContactRequest request,
      ContactFacts facts,
      ContactPermit permit,
      Optional<ConversationId> conversation,
      String phrase,
      ApprovedReply reply,
      Guard guard) {
    return entry(
        Entry.Kind.CONTACT,
        new ContactEntry(
            request.permit(),
            request.person(),
            request.matter(),
            request.campaign(),
            conversation,
            "permitted",
            permit.rules(),
            List.of(),
            Optional.empty(),
            facts,
            Hash.of(Canonical.bytes(facts)),
            guard.lawVersion(),
            Optional.of(guard.wordsVersion()),
            Optional.empty(),
            Optional.of(phrase),
            Optional.of(reply.words()),
            reply.rules()));
  }

  static Entry refused(
      Judged judged, ContactVerdict.Refused refused, Optional<Treatment> treatment, Guard guard) {
    ContactRequest request = judged.request();
    return entry(
        Entry.Kind.REFUSAL,
        new ContactEntry(
            request.permit(),
            request.person(),
            request.matter(),
            request.campaign(),
            Optional.empty(),
            "refused",
            refused.objections().stream().map(ContactVerdict.Objection::rule).toList(),
            refused.missing().stream().map(Fact::path).toList(),
            refused.lawfulFrom(),
            judged.facts(),
            hash(judged),
            guard.lawVersion(),
            Optional.empty(),
            treatment,
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }

  private static Hash hash(Judged judged) {
    return Hash.of(Canonical.bytes(judged.facts()));
  }

  private static Entry entry(Entry.Kind kind, ContactEntry payload) {
    return new Entry(
        kind,
        payload.facts().at(),
        payload.person().value(),
        payload.conversation(),
        payload.matter(),
        Optional.of(payload.permit()),
        Canonical.text(payload));
  }
}
