package io.heyue.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.core.law.Citation;
import io.heyue.core.law.Confidence;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.Kind;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleId;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.SampleLaw.Contact;
import io.heyue.core.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuardPermitTest {
  private static final Guard GUARD = new Guard(SampleLaw.book());
  private static final PermitId ID = PermitId.draw(Samples.rng());

  private static ContactVerdict permit(Guard guard, ContactFacts facts) {
    return guard.permit(ID, Samples.borrower().id(), facts);
  }

  private static ContactVerdict.Refused refused(Guard guard, ContactFacts facts) {
    return (ContactVerdict.Refused) permit(guard, facts);
  }

  private static List<String> ids(ContactVerdict.Refused refused) {
    return refused.objections().stream().map(objection -> objection.rule().id()).toList();
  }

  @Test
  void aLawfulContactGetsAPermitThatSaysForWhatAndHowLong() {
    ContactPermit permit = ((ContactVerdict.Permitted) permit(GUARD, SampleLaw.facts())).permit();
    assertThat(permit.id()).isEqualTo(ID);
    assertThat(permit.person()).isEqualTo(Samples.borrower().id());
    assertThat(permit.channel()).isEqualTo(Channel.CALL);
    assertThat(permit.purpose()).isEqualTo(Purpose.OUTREACH);
    assertThat(permit.number()).isEqualTo("number-1");
    assertThat(permit.grantedAt()).isEqualTo(Samples.NOW);
    assertThat(permit.expiresAt()).isEqualTo(Samples.NOW.plus(Duration.ofMinutes(10)));
    assertThat(permit.rules())
        .extracting(RuleId::id)
        .contains("CN-WINDOW", "CN-TRIES", "CN-HOLDS", "CN-SOURCE");
  }

  @Test
  void aPermitEndsWithTheHoursInWhichItWasGiven() {
    ZonedDateTime local =
        SampleLaw.facts().at().atZone(Objects.requireNonNull(SampleLaw.facts().person().zone()));
    Instant end = local.with(SampleLaw.window().to()).toInstant();
    ContactFacts late = SampleLaw.facts().at(end.minus(Duration.ofMinutes(4)));
    assertThat(((ContactVerdict.Permitted) permit(GUARD, late)).permit().expiresAt())
        .isEqualTo(end);
    assertThat(GUARD.against(late)).isEmpty();
    assertThat(GUARD.against(late.at(end))).extracting(RuleId::id).containsExactly("CN-WINDOW");
  }

  @Test
  void withoutKnownLawNothingIsLawful() {
    assertThat(ids(refused(new Guard(SampleLaw.book(List.of())), SampleLaw.facts())))
        .containsExactly("XX-NO-LAW");
    for (ContactFacts facts :
        List.of(
            new Contact().places("CN", "FR").facts(),
            new Contact().places("FR", "CN").facts(),
            new Contact().places("CN", null).facts())) {
      assertThat(ids(refused(GUARD, facts))).containsExactly("XX-NO-LAW");
    }
  }

  @Test
  void lawThatIsNotInForceIsNoLaw() {
    LocalDate tomorrow = Samples.TODAY.plusDays(1);
    Guard guard =
        new Guard(
            SampleLaw.book(
                SampleLaw.rule(
                    "CN-W", 1, "CN", tomorrow, null, SampleLaw.EVERYTHING, SampleLaw.window())));
    assertThat(ids(refused(guard, SampleLaw.facts()))).containsExactly("XX-NO-LAW");
    assertThat(permit(guard, SampleLaw.facts().at(Samples.NOW.plus(Duration.ofDays(1)))))
        .isInstanceOf(ContactVerdict.Permitted.class);
  }

  @Test
  void everyUnknownFactRefuses() {
    for (Contact contact :
        List.of(
            new Contact().zone(null),
            new Contact().historyUnknown(),
            new Contact().relation(null),
            new Contact().source(null),
            new Contact().assigned(null, null))) {
      ContactVerdict.Refused refused = refused(GUARD, contact.facts());
      assertThat(refused.objections()).allSatisfy(o -> assertThat(o.missing()).isNotEmpty());
      assertThat(refused.lawfulFrom()).isEmpty();
    }
  }

  @Test
  void allObjectionsAreNamedWithTheirArticles() {
    ContactVerdict.Refused refused =
        refused(
            GUARD,
            new Contact().holds(HoldKind.STOP).relation(Relation.COLLEAGUE).consent(false).facts());
    assertThat(ids(refused)).containsExactlyInAnyOrder("CN-HOLDS", "CN-ADDRESSEE", "CN-CONSENT");
    assertThat(refused.objections())
        .allSatisfy(o -> assertThat(o.citation().brief()).isEqualTo("Sample Code art. 1"));
  }

  /** A budget that is free again at midnight is no reason to write at midnight. */
  @Test
  void whenItBecomesLawfulItIsLawfulThen() {
    ContactFacts.Trace tried =
        new ContactFacts.Trace(Samples.NOW.minusSeconds(60), Channel.CALL, "number-1", false);
    ContactFacts facts = new Contact().history(tried, tried).facts();
    ContactVerdict.Refused refused = refused(GUARD, facts);
    Instant eightTomorrow =
        Samples.TODAY.plusDays(1).atTime(8, 0).atZone(Samples.SHANGHAI).toInstant();
    assertThat(ids(refused)).containsExactly("CN-TRIES");
    assertThat(refused.lawfulFrom()).contains(eightTomorrow);
    assertThat(permit(GUARD, facts.at(eightTomorrow))).isInstanceOf(ContactVerdict.Permitted.class);
  }

  @Test
  void waitingDoesNotHelpAgainstAHold() {
    ContactFacts.Trace tried = new ContactFacts.Trace(Samples.NOW, Channel.CALL, "number-1", false);
    ContactFacts facts = new Contact().history(tried, tried).holds(HoldKind.DISPUTE).facts();
    assertThat(refused(GUARD, facts).lawfulFrom()).isEmpty();
  }

  @Test
  void whatIsNotCertainAsksForAPerson() {
    Rule unsure =
        new Rule(
            new RuleId("CN-UNSURE", 1),
            SampleLaw.LONG_AGO,
            Optional.empty(),
            "CN",
            SampleLaw.EVERYTHING,
            new RuleForm.HoldBar(Set.of(HoldKind.HARDSHIP)),
            new Citation("A newspaper", "", ""),
            Confidence.L,
            Kind.HARD,
            Map.of());
    ContactVerdict.Refused refused =
        refused(new Guard(SampleLaw.book(unsure)), new Contact().holds(HoldKind.HARDSHIP).facts());
    assertThat(refused.objections())
        .singleElement()
        .satisfies(o -> assertThat(o.needsPerson()).isTrue());
  }

  @Test
  void anAnswerMayBeGivenAtNightButNotToADeadPerson() {
    Instant night = Samples.TODAY.atTime(23, 0).atZone(Samples.SHANGHAI).toInstant();
    Contact reply = new Contact().purpose(Purpose.REPLY).by(Channel.CHAT).source(null).at(night);
    assertThat(GUARD.permitReply(ID, Samples.dossier(), reply.facts()))
        .isInstanceOf(ContactVerdict.Permitted.class);
    assertThat(GUARD.permitReply(ID, Samples.dossier(), reply.holds(HoldKind.DECEASED).facts()))
        .isInstanceOf(ContactVerdict.Refused.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GUARD.permitReply(ID, Samples.dossier(), SampleLaw.facts()));
  }
}
