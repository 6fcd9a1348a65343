package io.heyue.store.ledger;

import io.heyue.core.base.CaseId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PermitId;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry as it stands in the ledger.
 *
 * @param stripe which chain
 * @param number its place in the chain, from 1
 * @param payload in clear
 */
public record Written(
    int stripe,
    long number,
    String hash,
    String kind,
    Instant at,
    Optional<ConversationId> conversation,
    Optional<CaseId> matter,
    Optional<PermitId> permit,
    String payload) {
  /** Where and when it was written. */
  public Place place() {
    return new Place(at, stripe, number, kind);
  }

  /** Names the entry and hides what it says. */
  @Override
  public String toString() {
    return "Written[" + stripe + "/" + number + " " + kind + "]";
  }
}
