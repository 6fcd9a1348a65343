package io.heyue.core.compliance;

import io.heyue.core.base.Span;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleBook.Applied;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleId;
import io.heyue.core.law.Scope;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.words.Plain;
import io.heyue.core.words.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Holds words against the law and each of their claims against the facts. */
final class WordLaw {
  /** Every digit in a reply must belong to a claim; what belongs to none was made up. */
  static final String UNCLAIMED = "a number that no claim covers";

  private final Conduct conduct;
  private final List<Applied<RuleForm.Disclosure>> disclosures;
  private final Dossier dossier;
  private final Agreeable terms;
  private final LocalDate today;
  private final Delivery delivery;

  WordLaw(
      RuleBook book,
      Reader reader,
      Set<String> places,
      LocalDate today,
      Dossier dossier,
      Agreeable terms,
      Delivery delivery) {
    Predicate<Rule> covers =
        rule ->
            covers(rule.scope(), dossier)
                && (rule.scope().channels().isEmpty()
                    || rule.scope().channels().contains(delivery.channel()));
    this.conduct = new Conduct(book, places, today, covers, reader);
    this.disclosures =
        book.applied(RuleForm.Disclosure.class, today, places).stream()
            .filter(applied -> covers.test(applied.rule()))
            .toList();
    this.dossier = dossier;
    this.terms = terms;
    this.today = today;
    this.delivery = delivery;
  }

  /** Whether a rule is for this lender and product, by whatever way words go. */
  static boolean covers(Scope scope, Dossier dossier) {
    return scope.covers(dossier.account().lender().licence())
        && scope.covers(dossier.account().product());
  }

  List<RuleId> asked() {
    Set<RuleId> asked = new TreeSet<>();
    conduct.asked().forEach(asked::add);
    disclosures.forEach(applied -> asked.add(applied.rule().id()));
    return List.copyOf(asked);
  }

  List<Fault> faults(DraftReply draft) {
    List<Fault> faults = new ArrayList<>();
    Plain plain = conduct.read(draft.words());
    add(conduct.misdeeds(plain, this::proven), draft, faults);
    claims(draft, faults);
    Unclaimed.in(draft).forEach(span -> faults.add(new Fault(truthRule(), UNCLAIMED, span)));
    if (!delivery.verified()) {
      add(conduct.disclosures(plain), draft, faults);
      disclosedDebt(draft, faults);
    }
    missingDisclosures(draft, faults);
    return faults;
  }

  private boolean proven(RuleForm.Statement statement) {
    return Facts.proven(statement, dossier, today);
  }

  /** What is wrong with words, but for what only the lender's name holds. */
  private static void add(List<Misdeed> misdeeds, DraftReply draft, List<Fault> faults) {
    for (Misdeed misdeed : misdeeds) {
      boolean name =
          draft.claims().stream()
              .anyMatch(claim ->
                  claim instanceof Claim.Identity identity
                      && identity.of() == Claim.Of.LENDER
                      && claim.span().covers(misdeed.span()));
      if (!name) {
        faults.add(new Fault(misdeed.rule(), misdeed.reason(), misdeed.span()));
      }
    }
  }

  private void disclosedDebt(DraftReply draft, List<Fault> faults) {
    for (Applied<RuleForm.RightPartyFirst> applied : conduct.rightParty()) {
      for (Claim claim : draft.claims()) {
        if (tellsOfDebt(claim)) {
          faults.add(
              new Fault(
                  applied.rule().id(),
                  "tells a fact of the account before the right party is verified",
                  claim.span()));
        }
      }
    }
  }

  private static boolean tellsOfDebt(Claim claim) {
    return switch (claim) {
      case Claim.Sum _, Claim.Day _, Claim.Price _, Claim.Count _, Claim.Consequence _ -> true;
      case Claim.Identity identity ->
          identity.of() == Claim.Of.PRODUCT || identity.of() == Claim.Of.TAIL;
      case Claim.Contact _, Claim.Code _, Claim.Artificial _, Claim.Right _ -> false;
    };
  }

  private void claims(DraftReply draft, List<Fault> faults) {
    for (Claim claim : draft.claims()) {
      if (!ClaimCheck.holds(claim, dossier, terms, today)) {
        faults.add(
            new Fault(
                truthRule(),
                "the claim " + claim.getClass().getSimpleName() + " differs from the books",
                claim.span()));
      } else if (!Spoken.rightly(claim, draft, dossier, today)) {
        faults.add(
            new Fault(
                truthRule(),
                "the words are not what the claim " + claim.getClass().getSimpleName() + " says",
                claim.span()));
      }
    }
  }

  private void missingDisclosures(DraftReply draft, List<Fault> faults) {
    Span whole = Span.of(0, draft.words().length());
    for (Applied<RuleForm.Disclosure> applied : disclosures) {
      String words = applied.form().at().name().toLowerCase(Locale.ROOT);
      for (RuleForm.Duty duty : missing(applied.form(), draft)) {
        faults.add(
            new Fault(applied.rule().id(), "the " + words + " does not say " + duty.name(), whole));
      }
    }
  }

  /** What the words would have to say, and don't. */
  Set<RuleForm.Duty> lacking(DraftReply draft) {
    Set<RuleForm.Duty> lacking = EnumSet.noneOf(RuleForm.Duty.class);
    disclosures.forEach(applied -> lacking.addAll(missing(applied.form(), draft)));
    return lacking;
  }

  private Set<RuleForm.Duty> missing(RuleForm.Disclosure form, DraftReply draft) {
    Set<RuleForm.Duty> missing = EnumSet.noneOf(RuleForm.Duty.class);
    if (delivery.is(form.at())) {
      form.duties().stream()
          .filter(this::inWords)
          .filter(duty ->
              draft.claims().stream()
                  .noneMatch(claim -> fulfils(claim, duty) && worded(claim, form.wording(), draft)))
          .forEach(missing::add);
    }
    return missing;
  }

  /**
   * Whether words must see to a duty: sounds and files see to some, and a person who speaks
   * themselves needn't say that they are none, nor how to reach one.
   */
  private boolean inWords(RuleForm.Duty duty) {
    return switch (duty) {
      case IDENTITY, OPT_OUT, COLLECTOR, VALIDATION -> true;
      case ARTIFICIAL, PERSON -> delivery.machine();
      case AUDIO_CUE, LABEL, METADATA -> false;
    };
  }

  private static boolean worded(Claim claim, List<Pattern> wording, DraftReply draft) {
    String words = claim.span().of(draft.words());
    return wording.stream().allMatch(pattern -> pattern.matcher(words).find());
  }

  private static boolean fulfils(Claim claim, RuleForm.Duty duty) {
    return switch (duty) {
      case IDENTITY -> claim instanceof Claim.Identity identity && identity.of() == Claim.Of.LENDER;
      case ARTIFICIAL -> claim instanceof Claim.Artificial;
      case PERSON -> claim instanceof Claim.Right right && right.right().equals("person");
      case OPT_OUT -> claim instanceof Claim.Right right && right.right().equals("opt_out");
      case COLLECTOR -> claim instanceof Claim.Right right && right.right().equals("collector");
      case VALIDATION -> claim instanceof Claim.Right right && right.right().equals("validation");
      case AUDIO_CUE, LABEL, METADATA -> false;
    };
  }

  /** The rule under which a false statement falls: that against deceit, where there is one. */
  private RuleId truthRule() {
    return conduct.forbidden().stream()
        .filter(applied -> applied.form().category().equals("deceit"))
        .findFirst()
        .or(() -> conduct.forbidden().stream().findFirst())
        .map(applied -> applied.rule().id())
        .orElse(new RuleId("XX-TRUTH", 1));
  }
}
