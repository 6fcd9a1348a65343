package io.heyue.store.budget;

import io.heyue.core.base.HoldKind;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.core.compliance.Guard;
import io.heyue.core.law.Citation;
import io.heyue.core.law.Confidence;
import io.heyue.core.law.Kind;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleId;
import io.heyue.core.law.Scope;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small law of its own, in the forms that real rules have. */
public final class SampleLaw {
  private SampleLaw() {}

  /** Eight to ten in the evening; two tries a day and number, three reached a person and week. */
  public static Guard guard() {
    return new Guard(
        new RuleBook(
            "sample",
            List.of(
                rule(
                    "CN-WINDOW",
                    new RuleForm.ContactWindow(LocalTime.of(8, 0), LocalTime.of(22, 0), true)),
                rule(
                    "CN-TRIES",
                    new RuleForm.FrequencyCap(
                        RuleForm.Count.ATTEMPTS, RuleForm.Per.NUMBER, 2, 1, Set.of())),
                rule(
                    "CN-WEEK",
                    new RuleForm.FrequencyCap(
                        RuleForm.Count.EFFECTIVE, RuleForm.Per.PERSON, 3, 7, Set.of())),
                rule("CN-HOLD", new RuleForm.HoldBar(Set.of(HoldKind.STOP, HoldKind.DISPUTE))),
                rule("CN-SOURCE", new RuleForm.LawfulSource(Set.of(NumberSource.CONTRACT))),
                rule("CN-WHO", new RuleForm.Addressee(Set.of(Relation.SELF))))));
  }

  /** Friends may be asked for whoever didn't answer three calls; guarantors owe too. */
  static Guard others() {
    return new Guard(
        new RuleBook(
            "others",
            List.of(
                rule(
                    "CN-OTHERS",
                    Purpose.LOCATE,
                    new RuleForm.ThirdParty(
                        Set.of(Relation.FRIEND), 3, 3, Set.of(), Set.of("contact_refused"))))));
  }

  /** Two caps a person and day, whatever the number. */
  static Guard guard(int attempts, int effective) {
    return new Guard(
        new RuleBook(
            "caps",
            List.of(
                rule(
                    "CN-ATTEMPTS",
                    new RuleForm.FrequencyCap(
                        RuleForm.Count.ATTEMPTS, RuleForm.Per.PERSON, attempts, 1, Set.of())),
                rule(
                    "CN-EFFECTIVE",
                    new RuleForm.FrequencyCap(
                        RuleForm.Count.EFFECTIVE, RuleForm.Per.PERSON, effective, 1, Set.of())))));
  }

  private static Rule rule(String id, RuleForm form) {
    return rule(id, Purpose.OUTREACH, form);
  }

  private static Rule rule(String id, Purpose purpose, RuleForm form) {
    return new Rule(
        new RuleId(id, 1),
        LocalDate.of(2020, 1, 1),
        Optional.empty(),
        "CN",
        new Scope(Set.of(), Set.of(), Set.of(purpose), Set.of()),
        form,
        new Citation("Sample law", id, ""),
        Confidence.H,
        Kind.HARD,
        Map.of());
  }
}
