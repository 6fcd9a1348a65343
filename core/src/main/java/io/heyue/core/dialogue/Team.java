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

  /**
   * Who takes a conversation over that is handed over for {@code reason}.
   *
   * @param sentTo where the lender's routing table sent it, if anywhere; counts only for reasons
   *     that are the lender's to route: distress or a complaint goes to who answers for it
   */
  public static Team of(HandoverReason reason, Optional<Team> sentTo) {
    return switch (reason) {
      case HARDSHIP, VULNERABILITY, OUTSIDE_AUTHORITY, ABUSE, REQUESTED, MISUNDERSTOOD ->
          sentTo.orElse(usual(reason));
      case COMPLAINT,
          DISTRESS,
          DECEASED,
          LEGAL_REPRESENTATION,
          DISPUTE,
          GUARD_REFUSED,
          VERIFICATION_FAILED,
          ALREADY_WITH_SERVICE ->
          usual(reason);
    };
  }

  private static Team usual(HandoverReason reason) {
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
