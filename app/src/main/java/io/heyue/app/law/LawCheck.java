package io.heyue.app.law;

import io.heyue.app.law.Answer.Outcome;
import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.compliance.ContactPermit;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.ContactVerdict.Objection;
import io.heyue.core.compliance.Guard;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.Fact;
import io.heyue.core.law.RuleBook;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the law about an act that somebody intends, whoever they are. Judged by the guard that
 * judges our own contacts; nothing is reserved and nothing kept. Thread-safe.
 */
public final class LawCheck {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final PermitId NOBODYS_PERMIT = new PermitId(new UUID(0, 0));
  private static final PersonId NOBODY = new PersonId(new UUID(0, 0));

  private final RuleBook book;
  private final Guard guard;
  private final OtherActs others;

  public LawCheck(RuleBook book) {
    this.book = book;
    this.guard = new Guard(book);
    this.others = new OtherActs(book);
  }

  /** What the law says of the question in {@code text}; what can't be read is refused. */
  public Answer check(String text, Lang lang) {
    try {
      return check(JSON.readTree(text), lang);
    } catch (JacksonException e) {
      return Answer.unreadable(
          Optional.empty(),
          "The question is no JSON: " + e.getOriginalMessage() + ". Maybe a bracket is missing.",
          book.version());
    }
  }

  /** The answer to a question that can't even be read. */
  public Answer refuse(String flaw) {
    return Answer.unreadable(Optional.empty(), flaw, book.version());
  }

  /** What the law says of a question; what can't be read is refused. */
  public Answer check(JsonNode question, Lang lang) {
    Optional<JsonNode> id = Optional.ofNullable(question.get("id"));
    try {
      return check(id, Given.of(question), lang);
    } catch (Given.Unreadable e) {
      return Answer.unreadable(id, String.valueOf(e.getMessage()), book.version());
    }
  }

  private Answer check(Optional<JsonNode> id, Given given, Lang lang) {
    given.has("id");
    String act =
        given.text("act").orElseThrow(() -> given.unreadable("act", "It is missing. Maybe call."));
    Instant at =
        given
            .moment("at")
            .map(OffsetDateTime::toInstant)
            .orElseThrow(
                () -> given.unreadable("at", "It is missing. Maybe 2026-01-31T10:00:00+08:00."));
    Channel channel = FactsReader.ACTS.get(act);
    if (channel == null) {
      return others.check(id, given, act, at, lang);
    }
    ContactFacts facts = FactsReader.read(given, channel, at);
    List<String> ignored = new ArrayList<>();
    book.ignored(facts).forEach(each -> ignored.add(each.toString()));
    given.unasked().forEach(name -> ignored.add(name + " is no fact that is known"));
    return switch (guard.permit(NOBODYS_PERMIT, NOBODY, facts)) {
      case ContactVerdict.Permitted yes -> permitted(id, facts, yes.permit(), ignored, lang);
      case ContactVerdict.Refused no -> refused(id, facts, no, ignored, lang);
    };
  }

  private Answer permitted(
      Optional<JsonNode> id,
      ContactFacts facts,
      ContactPermit permit,
      List<String> ignored,
      Lang lang) {
    return new Answer(
        id,
        Outcome.PERMITTED,
        permit.rules(),
        List.of(),
        Optional.empty(),
        new Explanation(book, lang).permitted(permit.rules().size()),
        List.of(),
        permit.tasks().stream().map(task -> task.name().toLowerCase(Locale.ROOT)).sorted().toList(),
        ignored,
        Optional.empty(),
        book.version(),
        Inputs.of(facts));
  }

  private Answer refused(
      Optional<JsonNode> id,
      ContactFacts facts,
      ContactVerdict.Refused refused,
      List<String> ignored,
      Lang lang) {
    ZoneId zone = facts.person().zone() == null ? ZoneOffset.UTC : facts.person().zone();
    Optional<OffsetDateTime> from =
        refused.lawfulFrom().map(instant -> instant.atZone(zone).toOffsetDateTime());
    return new Answer(
        id,
        refused.needsPerson() ? Outcome.NEEDS_PERSON : Outcome.FORBIDDEN,
        refused.objections().stream().map(Objection::rule).distinct().sorted().toList(),
        refused.missing().stream().map(Fact::path).toList(),
        from,
        new Explanation(book, lang).refused(refused, from),
        Explanation.remedies(refused, lang),
        List.of(),
        ignored,
        Optional.empty(),
        book.version(),
        Inputs.of(facts));
  }
}
