package io.heyue.store.handovers;

import io.heyue.core.base.CaseId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PersonId;
import io.heyue.core.dialogue.Team;
import io.heyue.core.portfolio.HandoverReason;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A conversation that a person is to take over.
 *
 * @param team who is to
 * @param summary what they need to know, in each language
 * @param claimedBy who did, by their user name
 * @param outcome what came of it
 * @param note what they wrote about it
 */
public record HandoverRow(
    UUID id,
    ConversationId conversation,
    CaseId matter,
    PersonId person,
    HandoverReason reason,
    Team team,
    Map<Lang, String> summary,
    Status status,
    Instant createdAt,
    Optional<String> claimedBy,
    Optional<Instant> claimedAt,
    Optional<Instant> closedAt,
    Optional<Outcome> outcome,
    Optional<String> note) {
  public HandoverRow {
    summary = Map.copyOf(summary);
  }

  /** One that nobody has taken yet. */
  public static HandoverRow open(
      UUID id,
      ConversationId conversation,
      CaseId matter,
      PersonId person,
      HandoverReason reason,
      Team team,
      Map<Lang, String> summary,
      Instant now) {
    return new HandoverRow(
        id,
        conversation,
        matter,
        person,
        reason,
        team,
        summary,
        Status.OPEN,
        now,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Where one stands. */
  public enum Status {
    OPEN,
    CLAIMED,
    DONE;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Status> find(String id) {
      for (Status value : values()) {
        if (value.id().equals(id)) {
          return Optional.of(value);
        }
      }
      return Optional.empty();
    }
  }

  /** What came of one. */
  public enum Outcome {
    /** The matter is settled. */
    RESOLVED,
    /** Something was agreed on. */
    AGREED,
    /** Nobody was reached. */
    UNREACHABLE,
    /** It went on to somebody else. */
    PASSED_ON;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Outcome> find(String id) {
      for (Outcome value : values()) {
        if (value.id().equals(id)) {
          return Optional.of(value);
        }
      }
      return Optional.empty();
    }
  }

  /** Names the row and hides what it says. */
  @Override
  public String toString() {
    return "HandoverRow[" + id + " " + status + "]";
  }
}
