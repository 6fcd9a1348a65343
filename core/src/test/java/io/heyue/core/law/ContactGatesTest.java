package io.heyue.core.law;

import static io.heyue.core.law.LawJudging.broken;
import static io.heyue.core.law.LawJudging.judge;
import static io.heyue.core.law.LawJudging.missing;
import static io.heyue.core.law.LawJudging.shanghai;
import static io.heyue.core.law.LawJudging.warned;
import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.SampleLaw.Contact;
import io.heyue.core.samples.Samples;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What must be known, shown, agreed to or seen to before a contact. */
class ContactGatesTest {

  @Test
  void flagsBarByNameOrUnlessTheyAreHarmless() {
    RuleForm named = new RuleForm.FlagBar(Set.of("bereaved"), false, Set.of());
    broken(judge(named, new Contact().flags("bereaved")));
    assertThat(judge(named, new Contact().flags("cheerful"))).isEmpty();
    assertThat(judge(named, new Contact())).isEmpty();
    RuleForm others = new RuleForm.FlagBar(Set.of(), true, Set.of("cheerful"));
    broken(judge(others, new Contact().flags("bereaved")));
    assertThat(judge(others, new Contact().flags("cheerful"))).isEmpty();
  }

  @Test
  void whatAPersonDecidedOnBarsNoMoreButWhereItIsForbidden() {
    RuleForm others = new RuleForm.FlagBar(Set.of(), true, Set.of("cheerful"));
    Contact contact = new Contact().flags("elderly", "cheerful");
    assertThat(warned(others, contact).orElseThrow().undecided()).containsExactly("elderly");
    assertThat(warned(others, contact.decided("elderly"))).isEmpty();
    broken(judge(others, contact));
    assertThat(warned(others, contact.flags("elderly", "bereaved")).orElseThrow().undecided())
        .as("what the decision did not know of")
        .containsExactly("bereaved");
  }

  @Test
  void consentToSomethingElseThanTheChannelMayBeNeeded() {
    RuleForm voice = new RuleForm.ConsentNeeded(Optional.of(ConsentKind.AI_VOICE), false);
    missing(judge(voice, new Contact().consentsUnknown()), Fact.CONSENTS);
    broken(judge(voice, new Contact().consent(true)));
    ContactFacts.Consents given = new ContactFacts.Consents(Set.of(ConsentKind.AI_VOICE), Set.of());
    assertThat(judge(voice, new Contact().consents(given))).isEmpty();
    ContactFacts.Consents takenBack =
        new ContactFacts.Consents(Set.of(ConsentKind.AI_VOICE), Set.of(ConsentKind.AI_VOICE));
    broken(judge(voice, new Contact().consents(takenBack)));
  }

  @Test
  void agreedHoursThatWereTakenBackAreNone() {
    ContactFacts.Consents takenBack =
        new ContactFacts.Consents(
            Set.of(ConsentKind.AGREED_HOURS), Set.of(ConsentKind.AGREED_HOURS));
    Contact night = new Contact().at(shanghai("2026-11-23T23:00")).consents(takenBack);
    assertThat(judge(SampleLaw.window(), night)).isPresent();
  }

  @Test
  void anAgencyWaitsForItsNotice() {
    RuleForm gate = new RuleForm.NoticeGate(ContactFacts.Notice.PLACEMENT);
    assertThat(judge(gate, new Contact())).as("the lender itself").isEmpty();
    broken(judge(gate, new Contact().agency("a", null)));
    assertThat(
            judge(gate, new Contact().agency("a", Samples.TODAY.plusDays(1)))
                .orElseThrow()
                .lawfulFrom())
        .as("the day of the notice")
        .contains(shanghai("2026-11-24T00:00"));
    assertThat(judge(gate, new Contact().agency("a", Samples.TODAY))).isEmpty();
    broken(judge(gate, new Contact().agency("a", Samples.TODAY).zone(null)));
  }

  @Test
  void nobodyIsApproachedAboutWhatIsTimeBarred() {
    RuleForm gate = new RuleForm.LimitationGate(java.time.Period.ofYears(3), true);
    LocalDate edge = Samples.TODAY.minusYears(3);
    assertThat(judge(gate, new Contact().limitationFrom(edge))).isEmpty();
    broken(judge(gate, new Contact().limitationFrom(edge.minusDays(1))));
    missing(judge(gate, new Contact().limitationFrom(null)), Fact.LIMITATION);
  }

  @Test
  void aPriceAboveTheCapBars() {
    RuleForm cap = new RuleForm.PriceCap(io.heyue.core.base.Rate.parse("0.24"), true);
    assertThat(judge(cap, new Contact())).as("not known").isEmpty();
    assertThat(judge(cap, new Contact().price("0.24"))).isEmpty();
    broken(judge(cap, new Contact().price("0.2401")));
  }

  @Test
  void everyFactThatIsNeededAndUnknownIsNamed() {
    RuleForm all = new RuleForm.RequiredFacts(java.util.EnumSet.allOf(Fact.class));
    Contact nothing =
        new Contact()
            .places("CN", null)
            .licence(null)
            .zone(null)
            .relation(null)
            .source(null)
            .product(null)
            .limitationFrom(null)
            .assigned(null, null)
            .consentsUnknown()
            .holdsUnknown()
            .historyUnknown();
    assertThat(judge(all, nothing).orElseThrow().missing())
        .containsExactlyInAnyOrder(
            Fact.LICENCE,
            Fact.PERSON_PLACE,
            Fact.TIME_ZONE,
            Fact.RELATION,
            Fact.SOURCE,
            Fact.PRODUCT,
            Fact.LIMITATION,
            Fact.ASSIGNED,
            Fact.ASSIGNMENT_NOTICE,
            Fact.PLACEMENT_NOTICE,
            Fact.CONSENTS,
            Fact.HOLDS,
            Fact.HISTORY);
    Contact everything = new Contact().assigned(true, Samples.TODAY).agency("a", Samples.TODAY);
    assertThat(judge(all, everything)).isEmpty();
    assertThat(judge(all, nothing).orElseThrow().blocks()).isTrue();
  }

  @Test
  void whatOnlyPeopleCanSeeToIsForThem() {
    RuleForm visit = new RuleForm.ContactDuty(Set.of(RuleForm.Task.TWO_COLLECTORS), true);
    Finding finding = judge(visit, new Contact()).orElseThrow();
    assertThat(finding.person()).isTrue();
    assertThat(finding.blocks()).isFalse();
    assertThat(judge(new RuleForm.ContactDuty(Set.of(RuleForm.Task.RECORD), false), new Contact()))
        .isEmpty();
    RuleForm rights = new RuleForm.Rights(Set.of(RuleForm.Right.PERSON), Set.of("no_machine"));
    assertThat(judge(rights, new Contact())).isEmpty();
    assertThat(judge(rights, new Contact().flags("no_machine")).orElseThrow().person()).isTrue();
  }

  @Test
  void holdsThatAreNotKnownMayStand() {
    missing(
        judge(new RuleForm.HoldBar(Set.of(HoldKind.STOP)), new Contact().holdsUnknown()),
        Fact.HOLDS);
  }

  @Test
  void wordsOfFilesNameFactsAndConsents() {
    assertThat(Fact.find("time_zone")).contains(Fact.TIME_ZONE);
    assertThat(Fact.find("zone")).isEmpty();
    assertThat(Fact.TIME_ZONE).hasToString("person.timeZone");
    assertThat(ConsentKind.find("ai_voice")).contains(ConsentKind.AI_VOICE);
    assertThat(ConsentKind.find("voice")).isEmpty();
    for (Channel channel : Channel.values()) {
      assertThat(ConsentKind.of(channel).id()).isEqualTo(channel.id());
    }
  }
}
