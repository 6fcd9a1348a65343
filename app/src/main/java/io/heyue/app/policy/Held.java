package io.heyue.app.policy;

import io.heyue.brain.book.PolicyFile;
import io.heyue.brain.book.PolicyFile.Term;
import io.heyue.core.base.Channel;
import io.heyue.core.base.Purpose;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.LenderPolicy;
import io.heyue.core.law.RuleBook;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds a policy against the law: which of its values don't count, by which rule. Pure. */
final class Held {
  private Held() {}

  /** What of {@code file} would not count, from {@code today} on. */
  static List<String> against(RuleBook law, PolicyFile file, boolean signed, LocalDate today) {
    List<String> ignored = new ArrayList<>();
    for (Term term : file.terms()) {
      if (term.to().filter(to -> to.isBefore(today)).isPresent()) {
        continue;
      }
      LocalDate day = term.from().isBefore(today) ? today : term.from();
      for (LenderPolicy.Ignored value : law.ignored(contact(term.policy(signed), day))) {
        String from = "In the terms from " + term.from() + ": " + value + ".";
        if (!ignored.contains(from)) {
          ignored.add(from);
        }
      }
    }
    return ignored;
  }

  /** Some contact of that day, for the rules that hold everywhere. */
  private static ContactFacts contact(LenderPolicy policy, LocalDate day) {
    return new ContactFacts(
        day.atTime(12, 0).toInstant(ZoneOffset.UTC),
        Channel.SMS,
        Purpose.OUTREACH,
        new ContactFacts.Seat(null, null, Optional.empty()),
        new ContactFacts.Addressee(null, null, null, Set.of()),
        new ContactFacts.Point("", null),
        new ContactFacts.Debt("", null, null, null, Map.of(), Optional.empty(), Optional.empty()),
        null,
        null,
        null,
        policy);
  }
}
