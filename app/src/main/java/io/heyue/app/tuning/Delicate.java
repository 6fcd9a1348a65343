package io.heyue.app.tuning;

import io.heyue.core.dialogue.Mark;
import io.heyue.core.portfolio.Case;
import io.heyue.core.understanding.Intent;
import io.heyue.store.conversations.Talk;
import io.heyue.store.ledger.Entry;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.ledger.Written;
import io.heyue.store.postgres.Sql;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Conversations from which no model learns, consented or not, however they ended: in which somebody
 * told of illness or despair, of a death, a dispute, a complaint or a lawyer, wanted to be left
 * alone, feared a fraud, or was somebody else. That an extension was agreed after an illness makes
 * the illness nobody's business. Thread-safe.
 */
final class Delicate {
  private static final JsonMapper JSON = new JsonMapper();

  private static final Set<String> MARKS =
      names(
          EnumSet.of(
              Mark.VULNERABLE,
              Mark.DISTRESS,
              Mark.DECEASED,
              Mark.DISPUTE,
              Mark.COMPLAINT,
              Mark.STOP,
              Mark.LEGAL_REPRESENTATION,
              Mark.FRAUD_CONCERN,
              Mark.WRONG_PERSON,
              Mark.THIRD_PARTY));

  /** What was heard counts, too, where it led to no mark. */
  private static final Set<String> INTENTS =
      names(
          EnumSet.of(
              Intent.VULNERABILITY,
              Intent.DISTRESS,
              Intent.DEBTOR_DECEASED,
              Intent.DISPUTE_DEBT,
              Intent.NOT_RESPONSIBLE,
              Intent.COMPLAIN,
              Intent.STOP_CONTACT,
              Intent.LEGAL_REPRESENTATION,
              Intent.SUSPECT_FRAUD,
              Intent.DENY_IDENTITY,
              Intent.DEBTOR_UNREACHABLE,
              Intent.THIRD_PARTY_RELATED,
              Intent.THIRD_PARTY_UNKNOWN));

  private final Ledger ledger;

  Delicate(Ledger ledger) {
    this.ledger = ledger;
  }

  private static Set<String> names(Set<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it is one; also where the ledger doesn't say what was heard. */
  boolean is(Sql sql, Talk talk, Case matter) {
    List<JsonNode> turns =
        ledger.of(sql, talk.id()).stream()
            .filter(entry -> entry.kind().equals(Entry.Kind.TURN.id()))
            .map(Written::payload)
            .map(JSON::readTree)
            .toList();
    return matter.vulnerable().isPresent()
        || turns.isEmpty()
        || talk.state().map(JSON::readTree).filter(Delicate::marked).isPresent()
        || turns.stream().anyMatch(turn -> marked(turn.path("state")) || heard(turn));
  }

  private static boolean marked(JsonNode state) {
    return state.path("marks").valueStream().anyMatch(mark -> MARKS.contains(mark.asString()));
  }

  private static boolean heard(JsonNode turn) {
    return turn.path("intents")
        .valueStream()
        .anyMatch(scored -> INTENTS.contains(scored.path("intent").asString()));
  }
}
