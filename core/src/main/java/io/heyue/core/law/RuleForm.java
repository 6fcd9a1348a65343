package io.heyue.core.law;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Check;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Relation;
import io.heyue.core.law.ContactFacts.Notice;
import io.heyue.core.law.LenderPolicy.Raise;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shapes that rules come in: few and general. */
public sealed interface RuleForm
    permits RuleForm.ContactWindow,
        RuleForm.FrequencyCap,
        RuleForm.CoolingOff,
        RuleForm.HoldBar,
        RuleForm.FlagBar,
        RuleForm.ConsentNeeded,
        RuleForm.LawfulSource,
        RuleForm.Addressee,
        RuleForm.ThirdParty,
        RuleForm.RequiredFacts,
        RuleForm.ContactDuty,
        RuleForm.Rights,
        RuleForm.Disclosure,
        RuleForm.ForbiddenWords,
        RuleForm.RightPartyFirst,
        RuleForm.FactGate,
        RuleForm.LimitationGate,
        RuleForm.NoticeGate,
        RuleForm.PriceCap,
        StandingForm {

  /**
   * Contact is lawful from {@code from} to before {@code to} on the person's clock.
   *
   * @param agreedHours whether a time that both sides agreed on lifts it
   */
  record ContactWindow(LocalTime from, LocalTime to, boolean agreedHours) implements RuleForm {}

  /**
   * At most so many contacts in so long a time.
   *
   * @param count what is counted
   * @param per over what it is summed; always over all campaigns and agencies
   * @param most the largest lawful number
   * @param span over what time
   * @param counted channels whose contacts count; empty for all
   * @param raise where a lender's policy may change the number
   */
  record FrequencyCap(
      Count count, Per per, int most, CountSpan span, Set<Channel> counted, Optional<Raise> raise)
      implements RuleForm {
    /** No cap counts over a longer span; so long are contacts remembered. */
    public static final int MOST_DAYS = 30;

    public FrequencyCap {
      counted = Set.copyOf(counted);
    }

    /** A cap over {@code days} of the person's calendar that no policy changes. */
    public FrequencyCap(Count count, Per per, int most, int days, Set<Channel> counted) {
      this(count, per, most, new CountSpan.Days(days), counted, Optional.empty());
    }
  }

  /**
   * No contact for so many days after a conversation, the day of the conversation being the first.
   *
   * @param channels by which contacts must cool off, and whose conversations begin it; empty for
   *     all
   */
  record CoolingOff(int days, Set<Channel> channels) implements RuleForm {
    public CoolingOff {
      Check.that(days >= 1 && days <= FrequencyCap.MOST_DAYS, "days", days, "from 1 to 30");
      channels = Set.copyOf(channels);
    }
  }

  /**
   * No contact while one of these holds stands.
   *
   * @param asking whether it bars no contact but to ask for payment, in answers too
   */
  record HoldBar(Set<HoldKind> holds, boolean asking) implements RuleForm {
    public HoldBar {
      holds = Set.copyOf(holds);
    }

    /** One that bars contacts. */
    public HoldBar(Set<HoldKind> holds) {
      this(holds, false);
    }
  }

  /**
   * What somebody is said to be decides: the contact is refused, or goes to a person where the rule
   * only warns. What a person then decided on bars no more; what is forbidden nobody can permit.
   *
   * @param flags that bar
   * @param others whether every flag bars that is none of {@code harmless}, known to us or not
   * @param harmless flags that never do
   */
  record FlagBar(Set<String> flags, boolean others, Set<String> harmless) implements RuleForm {
    public FlagBar {
      flags = Set.copyOf(flags);
      harmless = Set.copyOf(harmless);
    }
  }

  /**
   * The contact needs the person's consent.
   *
   * @param to what; empty for being contacted by the channel itself
   * @param silenceIsConsent whether never having been asked is enough, so that only a withdrawal
   *     bars
   */
  record ConsentNeeded(Optional<ConsentKind> to, boolean silenceIsConsent) implements RuleForm {
    /** Consent to the channel itself. */
    public ConsentNeeded(boolean silenceIsConsent) {
      this(Optional.empty(), silenceIsConsent);
    }
  }

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

  /**
   * Somebody else than who owes may be contacted only when the debtor is shown to be lost, only to
   * ask or to have something relayed, and never again after they refused.
   *
   * @param relations of whom it speaks
   * @param failedDials so many calls in a row that nobody answered show it from the next day on
   * @param unreachableDays so many days in a row of tries that reached nobody show it too
   * @param proofs flags that show it by themselves, such as a number that is not in use, a death
   * @param refusals flags that say that they refused
   */
  record ThirdParty(
      Set<Relation> relations,
      int failedDials,
      int unreachableDays,
      Set<String> proofs,
      Set<String> refusals)
      implements RuleForm {
    public ThirdParty {
      relations = Set.copyOf(relations);
      proofs = Set.copyOf(proofs);
      refusals = Set.copyOf(refusals);
    }
  }

  /** Facts without which no contact is lawful, whatever else is known. */
  record RequiredFacts(Set<Fact> facts) implements RuleForm {
    public RequiredFacts {
      facts = Set.copyOf(facts);
    }
  }

  /**
   * What must be done along with a contact.
   *
   * @param tasks what; whoever makes the contact gets them with the permit
   * @param byPerson whether only people can see to them, so that no machine makes the contact
   */
  record ContactDuty(Set<Task> tasks, boolean byPerson) implements RuleForm {
    public ContactDuty {
      tasks = Set.copyOf(tasks);
    }
  }

  /**
   * What a person may demand at any time. Whoever refused to be decided on by a machine alone is
   * contacted by people.
   *
   * @param refusals flags that say so
   */
  record Rights(Set<Right> rights, Set<String> refusals) implements RuleForm {
    public Rights {
      rights = Set.copyOf(rights);
      refusals = Set.copyOf(refusals);
    }
  }

  /**
   * What words must say, or a recording must carry.
   *
   * @param at which words
   * @param wording what the words of each duty must hold, where the law prescribes them; all of it
   */
  record Disclosure(Set<Duty> duties, Occasion at, List<Pattern> wording) implements RuleForm {
    public Disclosure {
      duties = Set.copyOf(duties);
      wording = List.copyOf(wording);
    }

    /** What the opening of a contact must say. */
    public Disclosure(Set<Duty> duties) {
      this(duties, Occasion.OPENING, List.of());
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

  /**
   * No request for a promise or an acknowledgment after the limitation period.
   *
   * @param contacts whether a contact that we begin is such a request by itself
   */
  record LimitationGate(Period limitation, boolean contacts) implements RuleForm {
    /** One that bars requests alone. */
    public LimitationGate(Period limitation) {
      this(limitation, false);
    }
  }

  /**
   * No contact before the person was told.
   *
   * @param of what they must have been told; assignment asks it of assigned debts, placement of
   *     contacts by an agency
   */
  record NoticeGate(Notice of) implements RuleForm {}

  /**
   * The price of a debt may never be raised, nor stand above the cap where there is one.
   *
   * @param most a year, everything included
   * @param lprTimes the cap as a multiple of the one-year loan prime rate on the contract's day
   * @param lpr that rate by the day from which on it stood
   * @param since contracts from this day on; empty for all
   */
  record PriceCap(
      Optional<Rate> most,
      Optional<BigDecimal> lprTimes,
      NavigableMap<LocalDate, Rate> lpr,
      Optional<LocalDate> since,
      boolean reliefOnly)
      implements RuleForm {
    public PriceCap {
      lpr = Collections.unmodifiableNavigableMap(new TreeMap<>(lpr));
    }

    /** A fixed cap for all contracts. */
    public PriceCap(Rate most, boolean reliefOnly) {
      this(Optional.of(most), Optional.empty(), new TreeMap<>(), Optional.empty(), reliefOnly);
    }

    /**
     * The highest lawful price a year of a contract, everything included; empty where this rule
     * caps none. A contract whose day isn't known is taken for one that the rule covers.
     */
    public Optional<Rate> cap(Optional<LocalDate> contracted) {
      if (since.isPresent() && contracted.isPresent() && contracted.get().isBefore(since.get())) {
        return Optional.empty();
      }
      Map.Entry<LocalDate, Rate> rate =
          contracted.isPresent() ? lpr.floorEntry(contracted.get()) : lpr.lastEntry();
      Optional<Rate> multiple =
          rate == null
              ? Optional.empty()
              : lprTimes.map(times -> new Rate(rate.getValue().perYear().multiply(times)));
      return Stream.of(most, multiple).flatMap(Optional::stream).min(Rate::compareTo);
    }
  }

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
    PERSON,
    /**
     * A debt of a person. As contacts don't say which debt they were about, each counts for all.
     */
    DEBT
  }

  /** What must be said, or carried. */
  enum Duty {
    /** Who calls and on whose behalf. */
    IDENTITY,
    /** That it is an artificial voice or text. */
    ARTIFICIAL,
    /** How to reach a person. */
    PERSON,
    /** How to say stop. */
    OPT_OUT,
    /** That this is an attempt to collect a debt, by a collector. */
    COLLECTOR,
    /** What the debt is and how it can be disputed. */
    VALIDATION,
    /** The rhythm that tells ears of a machine: short, long, short, short. */
    AUDIO_CUE,
    /** A label that people see or hear in a file. */
    LABEL,
    /** The maker and the number of a file, in its metadata. */
    METADATA
  }

  /** On which words, or on what else, a {@link Disclosure} lies. */
  enum Occasion {
    /** The first words of a contact. */
    OPENING,
    /** Each message that is written. */
    MESSAGE,
    /** Each turn in which a machine speaks. */
    TURN,
    /** A file that leaves the house. */
    EXPORT
  }

  /** What must be done along with a contact. */
  enum Task {
    RECORD,
    TWO_COLLECTORS,
    SHOW_IDENTIFICATION,
    ASK_BEFORE_ENTERING,
    SEND_VALIDATION,
    /** Nothing is said but who calls back whom; nothing of a debt. */
    LIMITED_CONTENT,
    /** Only to ask for the debtor, or to have them call back. */
    ASK_OR_RELAY_ONLY
  }

  /** What a person may demand. */
  enum Right {
    /** To speak with a person. */
    PERSON,
    /** To be told how a decision came about. */
    EXPLANATION,
    /** To refuse a decision made by a machine alone. */
    REFUSE_MACHINE,
    ACCESS,
    COPY,
    CORRECTION,
    DELETION,
    OBJECTION
  }

  /** What is said only when it is true and proven. */
  enum Statement {
    CREDIT_REPORTING,
    LAWSUIT
  }
}
