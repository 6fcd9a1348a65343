package io.heyue.store.ledger;

import io.heyue.core.base.CaseId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PermitId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What is written into the ledger.
 *
 * @param subject by which the chain is chosen: the conversation or the person
 * @param payload what happened, in the canonical form of {@link io.heyue.core.audit.Canonical}
 */
public record Entry(
    Kind kind,
    Instant at,
    UUID subject,
    Optional<ConversationId> conversation,
    Optional<CaseId> matter,
    Optional<PermitId> permit,
    String payload) {

  /** What an entry is about. */
  public enum Kind {
    /** A turn of a conversation. */
    TURN,
    /** A contact that was permitted. */
    CONTACT,
    /** A contact that was refused. */
    REFUSAL,
    /** A contact that somebody else made, as it was reported. */
    OUTSIDE,
    /** What became of a message. */
    DELIVERY,
    /** A call that was recorded, by the hash of the recording. */
    RECORDING,
    /** Somebody wants to hear no more. */
    STOP,
    /** A file that was imported. */
    IMPORT,
    /** Something that was done to a campaign. */
    CAMPAIGN,
    /** What a person of the lender's did in a conversation that they took over. */
    HUMAN,
    /** Something that was done to who may come in. */
    ACCESS,
    /** A lender's policy that came into use, changed or was taken away. */
    POLICY,
    /** Work by the clock, such as a reconciliation. */
    JOB;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Names the entry and hides what it says. */
  @Override
  public String toString() {
    return "Entry[" + kind + " " + at + "]";
  }
}
