package io.heyue.core.compliance;

import io.heyue.core.base.Channel;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Purpose;
import io.heyue.core.compliance.ContactVerdict.Objection;
import io.heyue.core.law.Citation;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.core.law.Fact;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives permits where many machines do, whose clocks differ. No clock is believed by more than
 * {@link #SKEW}: a contact is permitted only if it is lawful at each end of the span in which it
 * may truly be, and a contact of before counts on every day on which it may truly have been. So two
 * machines at midnight can't both have the last contact of a day, nor one that is slow reach
 * somebody after the hours. Pure and thread-safe.
 */
public final class Permitting {
  /** No clock of ours is further from the true time. */
  public static final Duration SKEW = Duration.ofSeconds(5);

  private final Guard guard;

  public Permitting(Guard guard) {
    this.guard = guard;
  }

  /** Whether a contact may take place, whatever our clock is off by. */
  public ContactVerdict permit(PermitId permit, PersonId person, ContactFacts facts) {
    ContactVerdict early = guard.permit(permit, person, at(facts, facts.at().minus(SKEW)));
    if (early instanceof ContactVerdict.Refused refused) {
      return later(refused);
    }
    ContactVerdict late = guard.permit(permit, person, at(facts, facts.at().plus(SKEW)));
    return switch (late) {
      case ContactVerdict.Refused refused -> later(refused);
      case ContactVerdict.Permitted permitted ->
          new ContactVerdict.Permitted(
              both(((ContactVerdict.Permitted) early).permit(), permitted.permit(), facts.at()));
    };
  }

  /** What holds from an instant on holds on our clock a little later, whoever asks again. */
  private static ContactVerdict later(ContactVerdict.Refused refused) {
    return new ContactVerdict.Refused(
        refused.objections(), refused.lawfulFrom().map(from -> from.plus(SKEW)));
  }

  private static ContactPermit both(ContactPermit early, ContactPermit late, Instant at) {
    List<RuleId> rules =
        Stream.concat(early.rules().stream(), late.rules().stream()).distinct().sorted().toList();
    Set<RuleForm.Task> tasks = new HashSet<>(early.tasks());
    tasks.addAll(late.tasks());
    return new Granted(
        late.id(),
        late.person(),
        late.channel(),
        late.purpose(),
        late.number(),
        at,
        late.expiresAt().minus(SKEW),
        rules,
        tasks);
  }

  /** The facts as they are if it is truly {@code now}: others' contacts may be as near as this. */
  private static ContactFacts at(ContactFacts facts, Instant now) {
    ContactFacts moved = facts.at(now);
    List<Trace> history = facts.history();
    return history == null
        ? moved
        : moved.after(history.stream().map(trace -> towards(trace, now)).toList());
  }

  private static Trace towards(Trace trace, Instant now) {
    Instant at = trace.at();
    Instant nearest =
        at.isBefore(now)
            ? Stream.of(at.plus(SKEW), now).min(Instant::compareTo).orElseThrow()
            : Stream.of(at.minus(SKEW), now).max(Instant::compareTo).orElseThrow();
    return trace.moved(nearest);
  }

  /**
   * A permit that the guard gave before, read back from where it was written down. Only the budget
   * calls it, for whoever asks again under the same key.
   *
   * @param written what was written when it was given
   */
  public static ContactPermit again(Written written) {
    return new Granted(
        written.id(),
        written.person(),
        written.channel(),
        written.purpose(),
        written.number(),
        written.grantedAt(),
        written.expiresAt(),
        written.rules(),
        written.tasks());
  }

  /** What is written down of a permit. */
  public record Written(
      PermitId id,
      PersonId person,
      Channel channel,
      Purpose purpose,
      String number,
      Instant grantedAt,
      Instant expiresAt,
      List<RuleId> rules,
      Set<RuleForm.Task> tasks) {
    public Written {
      rules = List.copyOf(rules);
      tasks = Set.copyOf(tasks);
    }
  }

  /** A refusal that was given before; articles and remedies are those that the book has now. */
  public ContactVerdict.Refused again(
      List<RuleId> rules, List<Fact> missing, Optional<Instant> lawfulFrom) {
    return new ContactVerdict.Refused(
        rules.stream().map(rule -> objection(rule, missing, lawfulFrom)).toList(), lawfulFrom);
  }

  private Objection objection(RuleId id, List<Fact> missing, Optional<Instant> lawfulFrom) {
    Optional<Rule> rule = guard.law().find(id);
    return new Objection(
        id,
        rule.map(Rule::citation).orElse(new Citation("", "", "")),
        missing,
        lawfulFrom,
        rule.map(Rule::remedy).orElse(Map.of()),
        rule.isPresent() && !rule.get().blocks(),
        Set.of());
  }
}
