package io.heyue.core.dialogue;

import io.heyue.core.portfolio.HandoverReason;
import java.util.Locale;
import java.util.Optional;

/** Who goes on with a conversation. */
public enum Team {
  /** We do. */
  GO_ON,
  /** People who may go beyond what the lender lets us offer. */
  NEGOTIATION,
  /** People who answer for others: complaints, abuse, distress. */
  SUPERVISOR,
  /** Everybody else. */
  SERVICE;

  /** Who takes a conversation over where the routing table sends it to nobody. */
  public static Team of(HandoverReason reason) {
    return switch (reason) {
      case HARDSHIP, VULNERABILITY, OUTSIDE_AUTHORITY -> NEGOTIATION;
      case ABUSE, COMPLAINT, DISTRESS, DECEASED, LEGAL_REPRESENTATION, DISPUTE, GUARD_REFUSED ->
          SUPERVISOR;
      case REQUESTED, MISUNDERSTOOD, VERIFICATION_FAILED, ALREADY_WITH_SERVICE -> SERVICE;
    };
  }

  /** The word by which files, tables and the API name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Team> find(String id) {
    for (Team value : values()) {
      if (value.id().equals(id)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
