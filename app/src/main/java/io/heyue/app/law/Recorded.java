package io.heyue.app.law;

import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Purpose;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.ContactVerdict.Objection;
import io.heyue.core.compliance.Guard;
import io.heyue.core.compliance.Permitting;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleId;
import io.heyue.store.ledger.Written;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A contact as the ledger has it: what was known of it, and what the law said.
 *
 * @param law version of the rules by which it was judged
 */
public record Recorded(
    Instant at, UUID permit, UUID person, ContactFacts facts, String law, Judgment judgment) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What the law says of a contact.
   *
   * @param permitted whether it may take place
   * @param rules those that were asked, or those that stand against it
   * @param lawfulFrom when it becomes lawful by waiting
   */
  public record Judgment(boolean permitted, List<RuleId> rules, Optional<Instant> lawfulFrom) {
    public Judgment {
      rules = rules.stream().sorted().toList();
    }
  }

  /** The contact that an entry holds; empty where its form is one that this version can't read. */
  public static Optional<Recorded> of(Written entry) {
    try {
      JsonNode node = JSON.readTree(entry.payload());
      Judgment judgment =
          new Judgment(
              node.path("verdict").asString().equals("permitted"),
              StreamSupport.stream(node.path("rules").spliterator(), false)
                  .map(rule -> new RuleId(rule.path("id").asString(), rule.path("version").asInt()))
                  .toList(),
              Optional.ofNullable(node.path("lawfulFrom").stringValue(null)).map(Instant::parse));
      return Optional.of(
          new Recorded(
              entry.at(),
              UUID.fromString(node.path("permit").path("value").asString()),
              UUID.fromString(node.path("person").path("value").asString()),
              JSON.treeToValue(node.path("facts"), ContactFacts.class),
              node.path("law").asString(),
              judgment));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The same contact at its time of day on another day, its history moved along. */
  Recorded on(LocalDate day) {
    ZonedDateTime local = facts.at().atZone(Replay.zone(this));
    Duration shift = Duration.between(local, local.with(day));
    ContactFacts moved = facts.at(facts.at().plus(shift));
    List<ContactFacts.Trace> history = facts.history();
    if (history != null) {
      moved =
          moved.after(history.stream().map(trace -> trace.moved(trace.at().plus(shift))).toList());
    }
    return new Recorded(at, permit, person, moved, law, judgment);
  }

  /** What was known of the contact that an entry holds, by the canonical text of the entry. */
  public static Optional<ContactFacts> facts(String payload) {
    try {
      JsonNode facts = JSON.readTree(payload).path("facts");
      return facts.has("at") && facts.has("lender")
          ? Optional.of(JSON.treeToValue(facts, ContactFacts.class))
          : Optional.empty();
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What {@code book} says of it. */
  public Judgment judged(RuleBook book) {
    Guard guard = new Guard(book);
    PermitId id = new PermitId(permit);
    PersonId who = new PersonId(person);
    // An answer reserves nothing, and so is not held against the clocks of others.
    ContactVerdict verdict =
        facts.purpose() == Purpose.REPLY
            ? guard.permit(id, who, facts)
            : new Permitting(guard).permit(id, who, facts);
    return switch (verdict) {
      case ContactVerdict.Permitted yes ->
          new Judgment(true, yes.permit().rules(), Optional.empty());
      case ContactVerdict.Refused no ->
          new Judgment(
              false, no.objections().stream().map(Objection::rule).toList(), no.lawfulFrom());
    };
  }
}
