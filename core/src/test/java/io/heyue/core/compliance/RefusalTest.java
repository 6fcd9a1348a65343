package io.heyue.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.Purpose;
import io.heyue.core.compliance.ContactVerdict.Refused;
import io.heyue.core.law.Citation;
import io.heyue.core.law.Confidence;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.Fact;
import io.heyue.core.law.Kind;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleForm.Task;
import io.heyue.core.law.RuleId;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.SampleLaw.Contact;
import io.heyue.core.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a permit carries and what a refusal says, and both as they are read back from the books. */
class RefusalTest {
  private static final PermitId ID = PermitId.draw(Samples.rng());

  private static ContactVerdict permit(RuleBook book, ContactFacts facts) {
    return new Guard(book).permit(ID, Samples.borrower().id(), facts);
  }

  private static Refused refused(RuleBook book, ContactFacts facts) {
    return (Refused) permit(book, facts);
  }

  private static Rule warning(String id, RuleForm form) {
    return new Rule(
        new RuleId(id, 1),
        SampleLaw.LONG_AGO,
        Optional.empty(),
        "CN",
        SampleLaw.EVERYTHING,
        form,
        new Citation("A newspaper", "p. 3", ""),
        Confidence.H,
        Kind.WARN,
        Map.of(),
        Map.of(Lang.EN, "Ask the compliance officer."));
  }

  private static RuleForm bar(HoldKind kind) {
    return new RuleForm.HoldBar(Set.of(kind));
  }

  @Test
  void aPersonMayDecideOnlyWhereNothingElseStandsAgainstIt() {
    RuleBook book =
        SampleLaw.book(
            warning("CN-SOFT", bar(HoldKind.HARDSHIP)),
            SampleLaw.rule("CN-HARD", bar(HoldKind.STOP)));
    assertThat(refused(book, new Contact().holds(HoldKind.HARDSHIP).facts()).needsPerson())
        .isTrue();
    assertThat(refused(book, new Contact().holds(HoldKind.STOP).facts()).needsPerson()).isFalse();
    assertThat(
            refused(book, new Contact().holds(HoldKind.HARDSHIP, HoldKind.STOP).facts())
                .needsPerson())
        .isFalse();
  }

  @Test
  void everyFactThatIsMissingIsNamedOnceAndInOrder() {
    RuleBook book =
        SampleLaw.book(
            SampleLaw.rule("CN-A", SampleLaw.triesADay()),
            SampleLaw.rule("CN-B", new RuleForm.CoolingOff(7, Set.of())),
            SampleLaw.rule("CN-C", new RuleForm.RequiredFacts(Set.of(Fact.RELATION))));
    Refused refused = refused(book, new Contact().relation(null).historyUnknown().facts());
    assertThat(refused.missing()).containsExactly(Fact.RELATION, Fact.HISTORY);
    assertThat(refused(book, new Contact().relation(null).facts()).missing())
        .containsExactly(Fact.RELATION);
  }

  /** Whoever asks is told which of the two places nobody knows, and which has no law. */
  @Test
  void aPlaceThatIsUnknownIsNamed() {
    RuleBook book = SampleLaw.book();
    ContactFacts known = SampleLaw.facts();
    ContactFacts noSeat =
        new ContactFacts(
            known.at(),
            known.channel(),
            known.purpose(),
            new ContactFacts.Seat(null, known.lender().licence(), Optional.empty()),
            known.person(),
            known.point(),
            known.debt(),
            known.consents(),
            known.holds(),
            known.history(),
            known.policy());
    assertThat(refused(book, noSeat).missing()).containsExactly(Fact.LENDER_PLACE);
    assertThat(refused(book, new Contact().places("CN", null).facts()).missing())
        .containsExactly(Fact.PERSON_PLACE);
    assertThat(refused(book, new Contact().places("CN", "FR").facts()).missing())
        .containsExactly(Fact.LAW);
  }

  @Test
  void aPermitNamesTheRulesOfBothPlacesInOrderAndWhatMustBeDoneAlong() {
    RuleBook book =
        SampleLaw.book(
            SampleLaw.rule(
                "CN-DUTY",
                new RuleForm.ContactDuty(Set.of(Task.RECORD, Task.TWO_COLLECTORS), false)),
            SampleLaw.rule(
                "US-DUTY",
                1,
                "US",
                SampleLaw.LONG_AGO,
                null,
                SampleLaw.EVERYTHING,
                new RuleForm.ContactDuty(Set.of(Task.LIMITED_CONTENT), false)));
    ContactVerdict verdict = permit(book, new Contact().places("US", "CN").facts());
    ContactPermit permit = ((ContactVerdict.Permitted) verdict).permit();
    assertThat(permit.rules()).extracting(RuleId::id).containsExactly("CN-DUTY", "US-DUTY");
    assertThat(permit.tasks())
        .containsExactlyInAnyOrder(Task.RECORD, Task.TWO_COLLECTORS, Task.LIMITED_CONTENT);
  }

  /** A law that changes every day could have one wait for ever: there is an end to it. */
  @Test
  void afterSixteenWaitsNothingIsPromised() {
    assertThat(refused(changingDaily(16), held()).lawfulFrom())
        .contains(midnight(Samples.TODAY.plusDays(16)));
    assertThat(refused(changingDaily(17), held()).lawfulFrom()).isEmpty();
  }

  private static ContactFacts held() {
    return new Contact().holds(HoldKind.STOP).facts();
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(Samples.SHANGHAI).toInstant();
  }

  /** A bar that is put anew each day, the last time {@code days} days from now. */
  private static RuleBook changingDaily(int days) {
    List<Rule> rules = new ArrayList<>();
    rules.add(SampleLaw.rule("CN-ALWAYS", new RuleForm.RequiredFacts(Set.of(Fact.LAW))));
    for (int i = 0; i < days; i++) {
      LocalDate day = Samples.TODAY.plusDays(i);
      rules.add(
          SampleLaw.rule(
              "CN-BAR", i + 1, "CN", day, day, SampleLaw.EVERYTHING, bar(HoldKind.STOP)));
    }
    return SampleLaw.book(rules);
  }

  /** What the budget wrote down is the permit that the guard gave. */
  @Test
  void aPermitIsReadBackAsItWasGiven() {
    ContactPermit permit =
        ((ContactVerdict.Permitted) permit(SampleLaw.book(), SampleLaw.facts())).permit();
    ContactPermit again =
        Permitting.again(
            new Permitting.Written(
                permit.id(),
                permit.person(),
                permit.channel(),
                permit.purpose(),
                permit.number(),
                permit.grantedAt(),
                permit.expiresAt(),
                permit.rules(),
                permit.tasks()));
    assertThat(again).isEqualTo(permit);
    assertThat(again.channel()).isEqualTo(Channel.CALL);
    assertThat(again.purpose()).isEqualTo(Purpose.OUTREACH);
  }

  @Test
  void aRefusalIsReadBackWithTheArticlesOfTheBook() {
    RuleBook book =
        SampleLaw.book(
            warning("CN-SOFT", bar(HoldKind.HARDSHIP)),
            SampleLaw.rule("CN-HARD", SampleLaw.window()));
    Instant from = Samples.NOW.plus(Duration.ofHours(3));
    Refused again =
        new Permitting(new Guard(book))
            .again(
                List.of(
                    new RuleId("CN-SOFT", 1), new RuleId("CN-HARD", 1), new RuleId("CN-GONE", 1)),
                List.of(Fact.HOLDS),
                Optional.of(from));
    assertThat(again.lawfulFrom()).contains(from);
    assertThat(again.missing()).containsExactly(Fact.HOLDS);
    assertThat(again.objections())
        .extracting(
            o -> o.rule().id(), o -> o.citation().document(), ContactVerdict.Objection::needsPerson)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("CN-SOFT", "A newspaper", true),
            org.assertj.core.groups.Tuple.tuple("CN-HARD", "Sample Code", false),
            org.assertj.core.groups.Tuple.tuple("CN-GONE", "", false));
    assertThat(again.objections().getFirst().remedy())
        .containsEntry(Lang.EN, "Ask the compliance officer.");
  }

  /** A limitation period runs from what renewed it last; the price asked about is the dearest. */
  @Test
  void theBooksSayOfADebtWhatIsWorstForWhoAsks() {
    ContactFacts.Debt debt = DebtFacts.of(Samples.account());
    assertThat(debt.price()).contains(Samples.account().overdueRate());
    assertThat(debt.limitationFrom()).isEqualTo(Samples.TODAY.minusDays(18));
    assertThat(debt.notices()).isEmpty();
  }
}
