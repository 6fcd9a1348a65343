package io.heyue.core.compliance;

import io.heyue.core.base.Span;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleBook.Applied;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleId;
import io.heyue.core.law.Scope;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.DraftReply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds words against the law and each of their claims against the facts. */
final class WordLaw {
  /** Every digit in a reply must belong to a claim; what belongs to none was made up. */
  private static final String UNCLAIMED = "a number that no claim covers";

  private final List<Applied<RuleForm.ForbiddenWords>> forbidden;
  private final List<Applied<RuleForm.RightPartyFirst>> rightParty;
  private final List<Applied<RuleForm.FactGate>> gates;
  private final List<Applied<RuleForm.Disclosure>> disclosures;
  private final Dossier dossier;
  private final Agreeable terms;
  private final LocalDate today;

  WordLaw(RuleBook book, Set<String> places, LocalDate today, Dossier dossier, Agreeable terms) {
    this.forbidden = applied(book, RuleForm.ForbiddenWords.class, places, today, dossier);
    this.rightParty = applied(book, RuleForm.RightPartyFirst.class, places, today, dossier);
    this.gates = applied(book, RuleForm.FactGate.class, places, today, dossier);
    this.disclosures = applied(book, RuleForm.Disclosure.class, places, today, dossier);
    this.dossier = dossier;
    this.terms = terms;
    this.today = today;
  }

  /** The rules of one form for this lender and product; by which way words go they don't say. */
  private static <F extends RuleForm> List<Applied<F>> applied(
      RuleBook book, Class<F> form, Set<String> places, LocalDate today, Dossier dossier) {
    return book.applied(form, today, places).stream()
        .filter(applied -> {
          Scope scope = applied.rule().scope();
          return scope.covers(dossier.account().lender().licence())
              && scope.covers(dossier.account().product());
        })
        .toList();
  }

  List<RuleId> asked() {
    Set<RuleId> asked = new TreeSet<>();
    Stream.of(forbidden, rightParty, gates, disclosures)
        .forEach(rules -> rules.forEach(applied -> asked.add(applied.rule().id())));
    return List.copyOf(asked);
  }

  List<Fault> faults(DraftReply draft, boolean opening, boolean verified) {
    List<Fault> faults = new ArrayList<>();
    forbiddenWords(draft, faults);
    factGates(draft, faults);
    claims(draft, faults);
    numbers(draft, faults);
    if (!verified) {
      disclosedDebt(draft, faults);
    }
    if (opening) {
      missingDisclosures(draft, faults);
    }
    return faults;
  }

  private void forbiddenWords(DraftReply draft, List<Fault> faults) {
    for (Applied<RuleForm.ForbiddenWords> applied : forbidden) {
      match(
          applied.form().patterns(), draft, applied.rule().id(), applied.form().category(), faults);
    }
  }

  private void disclosedDebt(DraftReply draft, List<Fault> faults) {
    for (Applied<RuleForm.RightPartyFirst> applied : rightParty) {
      match(
          applied.form().patterns(),
          draft,
          applied.rule().id(),
          "speaks of a debt before the right party is verified",
          faults);
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

  /** Statements of consequence: only when true and proven, and only where a claim marks them. */
  private void factGates(DraftReply draft, List<Fault> faults) {
    for (Applied<RuleForm.FactGate> applied : gates) {
      boolean proven = Facts.proven(applied.form().statement(), dossier, today);
      if (!proven) {
        match(
            applied.form().patterns(),
            draft,
            applied.rule().id(),
            "states a consequence that is not proven",
            faults);
      }
    }
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

  private void numbers(DraftReply draft, List<Fault> faults) {
    String words = draft.words();
    int at = 0;
    while (at < words.length()) {
      if (!Character.isDigit(words.charAt(at))) {
        at++;
        continue;
      }
      int end = at;
      while (end < words.length() && Character.isDigit(words.charAt(end))) {
        end++;
      }
      Span run = Span.of(at, end);
      if (draft.claims().stream().noneMatch(claim -> claim.span().covers(run))) {
        faults.add(new Fault(truthRule(), UNCLAIMED, run));
      }
      at = end;
    }
  }

  private void missingDisclosures(DraftReply draft, List<Fault> faults) {
    Span whole = Span.of(0, draft.words().length());
    for (Applied<RuleForm.Disclosure> applied : disclosures) {
      if (applied.form().at() != RuleForm.Occasion.OPENING) {
        continue;
      }
      for (RuleForm.Duty duty : applied.form().duties()) {
        if (draft.claims().stream()
            .noneMatch(
                claim -> fulfils(claim, duty) && worded(claim, applied.form().wording(), draft))) {
          faults.add(
              new Fault(applied.rule().id(), "the opening does not say " + duty.name(), whole));
        }
      }
    }
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
      case AUDIO_CUE, LABEL, METADATA -> true; // no words: sounds and files see to them
    };
  }

  /** The rule under which a false statement falls: that against deceit, where there is one. */
  private RuleId truthRule() {
    return forbidden.stream()
        .filter(applied -> applied.form().category().equals("deceit"))
        .findFirst()
        .or(() -> forbidden.stream().findFirst())
        .map(applied -> applied.rule().id())
        .orElse(new RuleId("XX-TRUTH", 1));
  }

  private static void match(
      List<Pattern> patterns, DraftReply draft, RuleId rule, String reason, List<Fault> faults) {
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(draft.words());
      while (matcher.find()) {
        Span span = Span.of(matcher.start(), matcher.end());
        boolean name =
            draft.claims().stream()
                .anyMatch(claim ->
                    claim instanceof Claim.Identity identity
                        && identity.of() == Claim.Of.LENDER
                        && claim.span().covers(span));
        if (!name) {
          faults.add(new Fault(rule, reason, span));
        }
      }
    }
  }
}
