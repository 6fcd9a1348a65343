package io.heyue.core.law;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Check;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Relation;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The shapes that rules come in: few and general. */
public sealed interface RuleForm {

  /**
   * Contact is lawful from {@code from} to before {@code to} on the person's clock.
   *
   * @param agreedHours whether a time that both sides agreed on lifts it
   */
  record ContactWindow(LocalTime from, LocalTime to, boolean agreedHours) implements RuleForm {}

  /**
   * At most so many contacts in so many days.
   *
   * @param count what is counted
   * @param per over what it is summed; always over all campaigns and agencies
   * @param most the largest lawful number
   * @param days length of the span in days, the day of the contact included
   * @param counted channels whose contacts count; empty for all
   */
  record FrequencyCap(Count count, Per per, int most, int days, Set<Channel> counted)
      implements RuleForm {
    /** No cap counts over a longer span; so long are contacts remembered. */
    public static final int MOST_DAYS = 30;

    public FrequencyCap {
      Check.that(days >= 1 && days <= MOST_DAYS, "days", days, "from 1 to " + MOST_DAYS);
      counted = Set.copyOf(counted);
    }
  }

  /** No contact while one of these holds stands. */
  record HoldBar(Set<HoldKind> holds) implements RuleForm {
    public HoldBar {
      holds = Set.copyOf(holds);
    }
  }

  /**
   * Contact by this channel needs the person's consent.
   *
   * @param silenceIsConsent whether never having been asked is enough, so that only a withdrawal
   *     bars
   */
  record ConsentNeeded(boolean silenceIsConsent) implements RuleForm {}

  /** The number must come from one of these sources. */
  record LawfulSource(Set<NumberSource> sources) implements RuleForm {
    public LawfulSource {
      sources = Set.copyOf(sources);
    }
  }

  /** Only people who stand in one of these relations to the debt may be contacted about it. */
  record Addressee(Set<Relation> relations) implements RuleForm {
    public Addressee {
      relations = Set.copyOf(relations);
    }
  }

  /** What an opening or a message must say. */
  record Disclosure(Set<Duty> duties) implements RuleForm {
    public Disclosure {
      duties = Set.copyOf(duties);
    }
  }

  /**
   * Words that may never be said.
   *
   * @param category what they are: threat, insult, false authority …
   * @param patterns what such words look like
   */
  record ForbiddenWords(String category, List<Pattern> patterns) implements RuleForm {
    public ForbiddenWords {
      patterns = List.copyOf(patterns);
    }
  }

  /** Nothing about a debt before the right party is verified, nor ever to anybody else. */
  record RightPartyFirst(List<Pattern> patterns) implements RuleForm {
    public RightPartyFirst {
      patterns = List.copyOf(patterns);
    }
  }

  /** A statement that may be made only when it is true and proven, and how it is recognised. */
  record FactGate(Statement statement, List<Pattern> patterns) implements RuleForm {
    public FactGate {
      patterns = List.copyOf(patterns);
    }
  }

  /** No request for a promise or an acknowledgment after the limitation period. */
  record LimitationGate(Period limitation) implements RuleForm {}

  /** No contact about an assigned debt before the assignment was notified. */
  record AssignmentGate() implements RuleForm {}

  /** The price of a debt may never be raised, nor stand above the cap where there is one. */
  record PriceCap(Rate most, boolean reliefOnly) implements RuleForm {}

  /** Most instalments of a plan. */
  record PlanBound(int instalments) implements RuleForm {}

  /** What a {@link FrequencyCap} counts. */
  enum Count {
    /** Every try, answered or not. */
    ATTEMPTS,
    /** Contacts in which the right party was reached; when unsure it was reached. */
    EFFECTIVE
  }

  /** Over what a {@link FrequencyCap} sums. */
  enum Per {
    NUMBER,
    PERSON
  }

  /** What must be said. */
  enum Duty {
    /** Who calls and on whose behalf. */
    IDENTITY,
    /** That it is an artificial voice or text. */
    ARTIFICIAL,
    /** How to reach a person. */
    PERSON,
    /** How to say stop. */
    OPT_OUT
  }

  /** What is said only when it is true and proven. */
  enum Statement {
    CREDIT_REPORTING,
    LAWSUIT
  }
}
