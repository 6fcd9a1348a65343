package io.heyue.core.compliance;

import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Purpose;
import io.heyue.core.compliance.ContactVerdict.Objection;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.law.Citation;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.Fact;
import io.heyue.core.law.Finding;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleId;
import io.heyue.core.law.StandingLaw;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.words.Plain;
import io.heyue.core.words.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Judges contacts, moves and words. Pure and thread-safe: what it needs to know is handed in, and
 * what it doesn't know it refuses.
 */
public final class Guard {
  /** How long a permit is worth something, if the hours of contact last so long. */
  private static final Duration PERMIT = Duration.ofMinutes(10);

  /** After so many waits one upon the other nothing is promised. */
  private static final int MOST_WAITS = 16;

  /** Stands in a refusal where no rule could be asked. */
  private static final RuleId NO_LAW = new RuleId("XX-NO-LAW", 1);

  /** What rules of the form {@code deadline} call it. */
  private static final String COMPLAINT = "complaint";

  private final RuleBook book;

  private final Reader reader;

  /** Judges words by the rules alone, as they are written. The running system has a reader. */
  public Guard(RuleBook book) {
    this(book, Reader.bare());
  }

  /**
   * @param reader by which words are read as they were meant
   */
  public Guard(RuleBook book, Reader reader) {
    this.book = book;
    this.reader = reader;
  }

  /** The version of the law by which it judges. */
  public String lawVersion() {
    return book.version();
  }

  /** The version of what it reads words with: what its heads were trained on and how. */
  public String wordsVersion() {
    return reader.sense().version();
  }

  public RuleBook law() {
    return book;
  }

  /**
   * Whether a contact may take place. Call it where the budget is locked, with the history read
   * under that lock, so that two contacts can't both be the last one.
   *
   * @param permit the identity that the permit will have
   */
  public ContactVerdict permit(PermitId permit, PersonId person, ContactFacts facts) {
    RuleBook.Opinion opinion = book.opinion(facts);
    List<Finding> findings = opinion.findings();
    Set<Fact> unknown = placesUnknown(facts);
    if (findings.isEmpty() && unknown.isEmpty()) {
      return new ContactVerdict.Permitted(
          new Granted(
              permit,
              person,
              facts.channel(),
              facts.purpose(),
              facts.point().id(),
              facts.at(),
              end(facts, opinion),
              ids(opinion.asked()),
              tasks(opinion.asked())));
    }
    List<Objection> objections = new ArrayList<>();
    if (!unknown.isEmpty()) {
      objections.add(withoutLaw(unknown));
    }
    findings.forEach(finding -> objections.add(objection(finding)));
    return new ContactVerdict.Refused(
        objections, unknown.isEmpty() ? lawfulFrom(facts, findings) : Optional.empty());
  }

  /** What is missing to know whose law it is: nobody is contacted where we know none. */
  private Set<Fact> placesUnknown(ContactFacts facts) {
    if (facts.person().place() != null && facts.lender().place() != null && book.knows(facts)) {
      return Set.of();
    }
    Set<Fact> unknown = EnumSet.noneOf(Fact.class);
    if (facts.person().place() == null) {
      unknown.add(Fact.PERSON_PLACE);
    }
    if (facts.lender().place() == null) {
      unknown.add(Fact.LENDER_PLACE);
    }
    if (!book.knows(facts)) {
      unknown.add(Fact.LAW);
    }
    return unknown;
  }

  /** Sorted; the rules of each place are already. */
  private static List<RuleId> ids(List<Rule> rules) {
    RuleId[] ids = new RuleId[rules.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = rules.get(i).id();
    }
    Arrays.sort(ids);
    return List.of(ids);
  }

  /** What whoever makes the contact must see to. */
  private static Set<RuleForm.Task> tasks(List<Rule> rules) {
    Set<RuleForm.Task> tasks = EnumSet.noneOf(RuleForm.Task.class);
    for (Rule rule : rules) {
      if (rule.form() instanceof RuleForm.ContactDuty duty) {
        tasks.addAll(duty.tasks());
      }
    }
    return tasks;
  }

  /**
   * A permit ends with the hours in which it was given and with the day, on the person's clock:
   * another day has its own rules, and counts its own contacts. An answer counts for no day.
   */
  private static Instant end(ContactFacts facts, RuleBook.Opinion opinion) {
    Instant longest = facts.at().plus(PERMIT);
    ZoneId zone = facts.person().zone();
    Optional<Instant> midnight =
        zone == null || facts.purpose() == Purpose.REPLY
            ? Optional.empty()
            : Optional.of(
                LocalDate.ofInstant(facts.at(), zone).plusDays(1).atStartOfDay(zone).toInstant());
    return Stream.of(opinion.hoursEnd(), midnight, Optional.of(longest))
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .orElse(longest);
  }

  /**
   * What now stands against a contact that was permitted a while ago, its caps apart: those were
   * counted when it was reserved, and it counts itself. Empty where it may still be made.
   *
   * @param facts as they are now; a history that was left out is no history
   */
  public List<RuleId> against(ContactFacts facts) {
    ContactFacts known = facts.history() == null ? facts.after(List.of()) : facts;
    return Stream.concat(
            placesUnknown(known).isEmpty() ? Stream.of() : Stream.of(NO_LAW),
            book.judge(known).stream()
                .map(Finding::rule)
                .filter(rule -> !counts(rule))
                .map(Rule::id))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean counts(Rule rule) {
    return rule.form() instanceof RuleForm.FrequencyCap
        || rule.form() instanceof RuleForm.CoolingOff;
  }

  /**
   * When the contact would become lawful by waiting alone. What ends one objection may meet the
   * next: a budget that is free again at midnight waits on for the morning. On the way the law may
   * change, for the better or the worse.
   */
  private Optional<Instant> lawfulFrom(ContactFacts facts, List<Finding> findings) {
    List<Finding> against = findings;
    ContactFacts later = facts;
    for (int i = 0; i < MOST_WAITS; i++) {
      Optional<Instant> next =
          Stream.concat(ended(against).stream(), book.changes(later).stream())
              .min(Instant::compareTo);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      later = facts.at(next.get());
      against = book.later(facts, later);
      if (against.isEmpty() && placesUnknown(later).isEmpty()) {
        return next;
      }
    }
    return Optional.empty();
  }

  /** When all of these have ended by waiting alone, if they do. */
  private static Optional<Instant> ended(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.lawfulFrom().isEmpty())
        ? Optional.empty()
        : findings.stream().flatMap(each -> each.lawfulFrom().stream()).max(Instant::compareTo);
  }

  /**
   * The permit under which an answer is given to somebody who wrote or called: one answer, on the
   * channel that they opened. An answer is lawful as long as nothing forbids speaking to them at
   * all.
   */
  public ContactVerdict permitReply(PermitId permit, Dossier dossier, ContactFacts facts) {
    if (facts.purpose() != Purpose.REPLY) {
      throw new IllegalArgumentException("Purpose is " + facts.purpose() + "; it must be REPLY.");
    }
    return permit(permit, dossier.borrower().id(), facts);
  }

  /** What stands against a move; empty where it may be made. */
  public List<RuleId> against(Move move, Dossier dossier, DialogueState state, Instant now) {
    return MoveLaw.against(move, dossier, state, book, day(dossier, now), now);
  }

  /** What the rules for a debt say of what is neither a contact nor words. */
  public StandingLaw standing(Dossier dossier, Instant now) {
    return StandingLaw.of(
        book, places(dossier), day(dossier, now), rule -> WordLaw.covers(rule.scope(), dossier));
  }

  /** By when a complaint that comes in now is answered: the strictest of the law and the lender. */
  public StandingLaw.Due complaintDue(Dossier dossier, Instant now) {
    Period own = Period.ofDays(dossier.mandate().answerDays());
    return standing(dossier, now).due(COMPLAINT, day(dossier, now), own);
  }

  /** Whether the limitation period has passed, or can't be shown to run. */
  public boolean timeBarred(Dossier dossier, Instant now) {
    return MoveLaw.timeBarred(dossier, book, day(dossier, now));
  }

  /**
   * Whether words may be said.
   *
   * @param terms what they offer, read back or confirm; no other figure of terms may stand in them
   * @param delivery how they go
   */
  public Verdict judge(
      DraftReply draft,
      Dossier dossier,
      Collection<? extends Terms> terms,
      Delivery delivery,
      Instant now) {
    WordLaw law = words(dossier, terms, delivery, now);
    List<Fault> faults = law.faults(draft);
    List<RuleId> asked = law.asked();
    if (draft.isEmpty()) {
      return new Verdict.Forbidden(asked, List.of("there are no words"));
    }
    if (asked.isEmpty()) {
      return new Verdict.Forbidden(List.of(NO_LAW), List.of("no rule for these places is known"));
    }
    if (faults.isEmpty()) {
      return new Verdict.Permitted(new Passed(draft.words(), draft.lang(), asked));
    }
    List<RuleId> broken = faults.stream().map(Fault::rule).distinct().sorted().toList();
    List<String> reasons = faults.stream().map(Fault::reason).distinct().toList();
    Optional<DraftReply> amended = Amending.without(draft, faults);
    if (amended.isPresent() && law.faults(amended.get()).isEmpty()) {
      return new Verdict.Amended(
          new Passed(amended.get().words(), draft.lang(), asked), broken, reasons);
    }
    return new Verdict.Forbidden(broken, reasons);
  }

  /**
   * Whether words may be said to somebody of whom nothing is known, whoever hears them. No sentence
   * is taken out of them: they were approved as a whole.
   *
   * @param mandate of the lender in whose name they are said, in the words' language
   */
  public Verdict judge(DraftReply draft, Mandate mandate, LocalDate today) {
    StrangerLaw law = new StrangerLaw(book, reader, mandate, today);
    List<RuleId> asked = law.asked();
    if (draft.isEmpty() || asked.isEmpty()) {
      return new Verdict.Forbidden(
          asked.isEmpty() ? List.of(NO_LAW) : asked,
          List.of(draft.isEmpty() ? "there are no words" : "no rule is known"));
    }
    List<Fault> faults = law.faults(draft);
    return faults.isEmpty()
        ? new Verdict.Permitted(new Passed(draft.words(), draft.lang(), asked))
        : new Verdict.Forbidden(
            faults.stream().map(Fault::rule).distinct().sorted().toList(),
            faults.stream().map(Fault::reason).distinct().toList());
  }

  /** What words would have to say by the way that they go, and don't. */
  public Set<RuleForm.Duty> lacking(
      DraftReply draft, Dossier dossier, Delivery delivery, Instant now) {
    return words(dossier, List.of(), delivery, now).lacking(draft);
  }

  private WordLaw words(
      Dossier dossier, Collection<? extends Terms> terms, Delivery delivery, Instant now) {
    return new WordLaw(
        book, reader, places(dossier), day(dossier, now), dossier, Agreeable.of(terms), delivery);
  }

  /** Words as they were meant, for {@link #misdeeds}. */
  public Plain read(String words) {
    return reader.normaliser().normalise(words);
  }

  /**
   * What words do and may not do, whatever they claim.
   *
   * @param places whose law is asked
   * @param proven whether a statement of consequence is true and proven
   * @param verified whether nobody but the right party hears them; else nothing of a debt is said
   */
  public List<Misdeed> misdeeds(
      Plain words,
      Set<String> places,
      LocalDate today,
      Predicate<RuleForm.Statement> proven,
      boolean verified) {
    Conduct conduct = new Conduct(book, places, today, _ -> true, reader);
    List<Misdeed> misdeeds = new ArrayList<>(conduct.misdeeds(words, proven));
    if (!verified) {
      misdeeds.addAll(conduct.disclosures(words));
    }
    return misdeeds;
  }

  /** Whether words state a consequence that only facts permit. */
  public boolean statesConsequence(Plain words, Set<String> places, LocalDate today) {
    return new Conduct(book, places, today, _ -> true, reader).states(words);
  }

  private static Objection objection(Finding finding) {
    Rule rule = finding.rule();
    return new Objection(
        rule.id(),
        rule.citation(),
        finding.missing(),
        finding.lawfulFrom(),
        rule.remedy(),
        !finding.blocks(),
        finding.undecided());
  }

  private static Objection withoutLaw(Set<Fact> unknown) {
    return new Objection(
        NO_LAW,
        new Citation("", "", ""),
        List.copyOf(unknown),
        Optional.empty(),
        Map.of(),
        false,
        Set.of());
  }

  private static LocalDate day(Dossier dossier, Instant now) {
    var zone = dossier.borrower().zone();
    return LocalDate.ofInstant(now, zone == null ? java.time.ZoneOffset.UTC : zone);
  }

  static Set<String> places(Dossier dossier) {
    String place = dossier.borrower().place();
    String seat = dossier.account().lender().place();
    return place == null
        ? Set.of(seat)
        : Set.copyOf(List.of(seat, place).stream().distinct().toList());
  }
}
