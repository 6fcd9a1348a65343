package io.heyue.core.compliance;

import io.heyue.core.base.Span;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleId;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.words.Plain;
import io.heyue.core.words.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds words against the law that a machine says to somebody of whom nothing is known. That may be
 * anybody anywhere, so the rules of all places count, whatever lender or product they are for;
 * nothing may be told of any person or account.
 */
final class StrangerLaw {
  private static final RuleId TRUTH = new RuleId("XX-TRUTH", 1);

  private final RuleBook book;
  private final Conduct conduct;
  private final Mandate mandate;
  private final LocalDate today;
  private final Set<String> places;

  StrangerLaw(RuleBook book, Reader reader, Mandate mandate, LocalDate today) {
    this.book = book;
    this.mandate = mandate;
    this.today = today;
    this.places =
        book.rules().stream().map(rule -> rule.place()).collect(Collectors.toUnmodifiableSet());
    this.conduct = new Conduct(book, places, today, _ -> true, reader);
  }

  List<RuleId> asked() {
    Set<RuleId> asked = new TreeSet<>();
    conduct.asked().forEach(asked::add);
    machine().forEach(asked::add);
    return List.copyOf(asked);
  }

  List<Fault> faults(DraftReply draft) {
    List<Fault> faults = new ArrayList<>();
    Plain plain = conduct.read(draft.words());
    List<Misdeed> misdeeds = new ArrayList<>(conduct.misdeeds(plain, _ -> false));
    misdeeds.addAll(conduct.disclosures(plain));
    misdeeds.forEach(
        misdeed -> faults.add(new Fault(misdeed.rule(), misdeed.reason(), misdeed.span())));
    for (Claim claim : draft.claims()) {
      if (!rightly(claim, draft)) {
        faults.add(
            new Fault(
                TRUTH,
                "the claim " + claim.getClass().getSimpleName() + " is nothing for strangers",
                claim.span()));
      }
    }
    Unclaimed.in(draft).forEach(span -> faults.add(new Fault(TRUTH, WordLaw.UNCLAIMED, span)));
    if (draft.claims().stream().noneMatch(Claim.Artificial.class::isInstance)) {
      Span whole = Span.of(0, draft.words().length());
      machine()
          .forEach(
              rule -> faults.add(new Fault(rule, "they do not say that a machine speaks", whole)));
    }
    return faults;
  }

  /** Who we are and where people are reached, in the lender's own words; nothing else. */
  private boolean rightly(Claim claim, DraftReply draft) {
    String words = claim.span().of(draft.words());
    return switch (claim) {
      case Claim.Contact contact ->
          contact.of() == Claim.Of.HOTLINE && words.equals(mandate.hotline());
      case Claim.Identity identity ->
          identity.of() == Claim.Of.SPEAKER && words.equals(mandate.speaker());
      case Claim.Artificial _, Claim.Right _ -> true;
      case Claim.Sum _,
          Claim.Day _,
          Claim.Count _,
          Claim.Price _,
          Claim.Code _,
          Claim.Consequence _ ->
          false;
    };
  }

  /** Rules by which words must say that a machine speaks. */
  private List<RuleId> machine() {
    return book.applied(RuleForm.Disclosure.class, today, places).stream()
        .filter(applied -> applied.form().duties().contains(RuleForm.Duty.ARTIFICIAL))
        .map(applied -> applied.rule().id())
        .distinct()
        .toList();
  }
}
