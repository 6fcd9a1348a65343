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

  private static final RuleForm.ThirdParty OTHERS =
      new RuleForm.ThirdParty(Set.of(Relation.FRIEND), 3, 3, Set.of(), Set.of("refused"));

  private static ContactFacts.Trace tried(int day, int hour, Relation to) {
    return new ContactFacts.Trace(
        Samples.TODAY.plusDays(day).atTime(hour, 0).atZone(Samples.SHANGHAI).toInstant(),
        Channel.CALL,
        "of-" + to,
        false,
        true,
        to,
        true);
  }

  private static Contact toFriend() {
    return new Contact()
        .purpose(Purpose.LOCATE)
        .relation(Relation.FRIEND)
        .number("of-" + Relation.FRIEND);
  }

  private static Guard withOthers() {
    return new Guard(
        SampleLaw.book(
            SampleLaw.rule("CN-W", SampleLaw.window()), SampleLaw.rule("CN-OTHERS", OTHERS)));
  }

  /** What shows that the debtor is lost is asked of again when the friend is called. */
  @Test
  void whatWasShownByTheHistoryIsStillShownWhenTheContactIsMade() {
    ContactFacts facts =
        toFriend()
            .history(
                tried(-1, 9, Relation.SELF),
                tried(-1, 10, Relation.SELF),
                tried(-1, 11, Relation.SELF))
            .facts();
    assertThat(permit(withOthers(), facts)).isInstanceOf(ContactVerdict.Permitted.class);
    assertThat(withOthers().against(facts)).isEmpty();
    assertThat(withOthers().against(facts.after(List.of())))
        .extracting(RuleId::id)
        .containsExactly("CN-OTHERS");
  }

  @Test
  void callsToAGuarantorDoNotShowThatTheDebtorIsLost() {
    ContactFacts facts =
        toFriend()
            .history(
                tried(-1, 9, Relation.SELF),
                tried(-1, 10, Relation.GUARANTOR),
                tried(-1, 11, Relation.GUARANTOR))
            .facts();
    assertThat(ids(refused(withOthers(), facts))).containsExactly("CN-OTHERS");
  }

  @Test
  void callsThatWereNeverMadeDoNotShowThatTheDebtorIsLost() {
    ContactFacts facts =
        toFriend()
            .history(
                tried(-1, 9, Relation.SELF),
                tried(-1, 10, Relation.SELF),
                tried(-1, 11, Relation.SELF).neverMade())
            .facts();
    assertThat(ids(refused(withOthers(), facts))).containsExactly("CN-OTHERS");
    // Nor where clocks aren't believed.
    assertThat(new Permitting(withOthers()).permit(ID, Samples.borrower().id(), facts))
        .isInstanceOf(ContactVerdict.Refused.class);
  }

  @Test
  void aThirdDayOfTriesShowsItFromTheNextDayOn() {
    ContactFacts facts =
        toFriend()
            .history(
                tried(-2, 9, Relation.SELF),
                tried(-1, 9, Relation.SELF),
                tried(0, 9, Relation.SELF))
            .facts();
    assertThat(refused(withOthers(), facts).lawfulFrom())
        .contains(Samples.TODAY.plusDays(1).atTime(8, 0).atZone(Samples.SHANGHAI).toInstant());
  }

  @Test
  void aCapIsNoReasonToTakeAPermitBack() {
    ContactFacts.Trace tried =
        new ContactFacts.Trace(Samples.NOW.minusSeconds(60), Channel.CALL, "number-1", false);
    assertThat(GUARD.against(new Contact().history(tried, tried).facts())).isEmpty();
    Guard none =
        new Guard(
            SampleLaw.book(
                SampleLaw.rule(
                    "CN-NONE",
                    new RuleForm.FrequencyCap(
                        RuleForm.Count.ATTEMPTS, RuleForm.Per.PERSON, 0, 1, Set.of()))));
    assertThat(none.against(SampleLaw.facts())).isEmpty();
  }

  @Test
  void whoeverMovedToWhereNoLawIsKnownIsNotContactedAnyMore() {
    assertThat(GUARD.against(new Contact().places("CN", "FR").facts()))
        .extracting(RuleId::id)
        .contains("XX-NO-LAW");
  }

  /** Else a contact reserved today would be made tomorrow and count for neither. */
  @Test
  void aPermitEndsWithTheDay() {
    Instant midnight = Samples.TODAY.plusDays(1).atStartOfDay(Samples.SHANGHAI).toInstant();
    Contact late = new Contact().at(midnight.minusSeconds(90)).agreedHours();
    assertThat(((ContactVerdict.Permitted) permit(GUARD, late.facts())).permit().expiresAt())
        .isEqualTo(midnight);
    ContactFacts answer = late.purpose(Purpose.REPLY).facts();
    assertThat(((ContactVerdict.Permitted) permit(GUARD, answer)).permit().expiresAt())
        .isEqualTo(answer.at().plus(Duration.ofMinutes(10)));
  }

  /** From tomorrow on three days of quiet are enough. */
  @Test
  void whenItBecomesLawfulKnowsHowTheLawChanges() {
    LocalDate tomorrow = Samples.TODAY.plusDays(1);
    Guard guard =
        new Guard(
            SampleLaw.book(
                SampleLaw.rule(
                    "CN-T",
                    1,
                    "CN",
                    SampleLaw.LONG_AGO,
                    Samples.TODAY,
                    SampleLaw.EVERYTHING,
                    new RuleForm.CoolingOff(7, Set.of())),
                SampleLaw.rule(
                    "CN-T",
                    2,
                    "CN",
                    tomorrow,
                    null,
                    SampleLaw.EVERYTHING,
                    new RuleForm.CoolingOff(3, Set.of()))));
    ContactFacts facts =
        new Contact()
            .history(
                new ContactFacts.Trace(
                    Samples.NOW.minusSeconds(60), Channel.CALL, "number-1", true))
            .facts();
    assertThat(refused(guard, facts).lawfulFrom())
        .contains(Samples.TODAY.plusDays(3).atStartOfDay(Samples.SHANGHAI).toInstant());
  }

  /** Where all law ends there is nothing by which it could be lawful. */
  @Test
  void whereTheLawEndsNothingBecomesLawful() {
    Guard guard =
        new Guard(
            SampleLaw.book(
                SampleLaw.rule(
                    "CN-T",
                    1,
                    "CN",
                    SampleLaw.LONG_AGO,
                    Samples.TODAY,
                    SampleLaw.EVERYTHING,
                    new RuleForm.HoldBar(Set.of(HoldKind.STOP)))));
    assertThat(refused(guard, new Contact().holds(HoldKind.STOP).facts()).lawfulFrom()).isEmpty();
  }

  @Test
  void aNoticeThatIsStillToComeSaysFromWhenOn() {
    LocalDate told = Samples.TODAY.plusDays(2);
    assertThat(refused(GUARD, new Contact().assigned(true, told).facts()).lawfulFrom())
        .contains(told.atTime(8, 0).atZone(Samples.SHANGHAI).toInstant());
    assertThat(refused(GUARD, new Contact().assigned(true, null).facts()).lawfulFrom()).isEmpty();
  }
}
