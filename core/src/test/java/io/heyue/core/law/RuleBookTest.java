package io.heyue.core.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Purpose;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.SampleLaw.Contact;
import io.heyue.core.samples.Samples;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleBookTest {
  private static final LocalDate TODAY = Samples.TODAY;

  private static RuleForm window(int from, int to) {
    return new RuleForm.ContactWindow(LocalTime.of(from, 0), LocalTime.of(to, 0), false);
  }

  private static Rule at(String id, String place, RuleForm form) {
    return SampleLaw.rule(id, 1, place, SampleLaw.LONG_AGO, null, SampleLaw.EVERYTHING, form);
  }

  @Test
  void yesterdaysContactIsJudgedByYesterdaysRule() {
    RuleBook book =
        SampleLaw.book(
            SampleLaw.rule(
                "CN-W",
                1,
                "CN",
                SampleLaw.LONG_AGO,
                TODAY.minusDays(1),
                SampleLaw.EVERYTHING,
                window(8, 22)),
            SampleLaw.rule("CN-W", 2, "CN", TODAY, null, SampleLaw.EVERYTHING, window(12, 18)));
    ContactFacts today = new Contact().facts();
    ContactFacts yesterday = today.at(Samples.NOW.minus(Duration.ofDays(1)));
    assertThat(book.judge(yesterday)).isEmpty();
    assertThat(book.asked(yesterday)).extracting(Rule::id).containsExactly(new RuleId("CN-W", 1));
    assertThat(book.judge(today))
        .extracting(Finding::rule)
        .extracting(Rule::id)
        .containsExactly(new RuleId("CN-W", 2));
  }

  @Test
  void theDayIsThatOfThePersonsCalendar() {
    RuleBook book =
        SampleLaw.book(
            SampleLaw.rule("CN-W", 2, "CN", TODAY, null, SampleLaw.EVERYTHING, window(12, 18)));
    ContactFacts justAfterMidnight =
        new Contact().at(TODAY.atTime(0, 30).atZone(Samples.SHANGHAI).toInstant()).facts();
    assertThat(book.asked(justAfterMidnight)).hasSize(1);
    assertThat(book.asked(justAfterMidnight.at(Samples.NOW.minus(Duration.ofHours(11))))).isEmpty();
  }

  @Test
  void bothPlacesAreAskedSoThatTheStricterWins() {
    RuleBook book =
        SampleLaw.book(
            at("CN-W", "CN", window(8, 22)),
            at("US-W", "US", window(8, 21)),
            at("US-NY-W", "US-NY", window(11, 21)),
            at("US-CA-W", "US-CA", window(22, 23)));
    Contact contact = new Contact().places("CN", "US-NY");
    assertThat(book.asked(contact.facts()))
        .extracting(rule -> rule.id().id())
        .containsExactlyInAnyOrder("CN-W", "US-NY-W", "US-W");
    assertThat(book.judge(contact.facts()))
        .extracting(finding -> finding.rule().id().id())
        .containsExactly("US-NY-W");
    assertThat(book.judge(new Contact().places("CN", "CN").facts())).isEmpty();
  }

  @Test
  void aPlaceIsNotAnotherWhoseNameBeginsAlike() {
    RuleBook book = SampleLaw.book(at("US-N", "US-N", window(8, 9)));
    assertThat(book.knows("US-NY", TODAY)).isFalse();
    assertThat(book.knows("US-N-1", TODAY)).isTrue();
    assertThat(book.knows("US", TODAY)).isFalse();
  }

  @Test
  void aCountryIsUnderTheLawOfItsUnionAndHasOtherNames() {
    Places places = new Places(Map.of("UK", "GB"), Map.of("EU", Set.of("DE", "FR")));
    assertThat(places.chain("DE-BY")).containsExactly("DE-BY", "DE", "EU", "XX");
    assertThat(places.chain("UK")).containsExactly("GB", "XX");
    assertThat(places.chain("XX")).containsExactly("XX");
    RuleBook book =
        new RuleBook(
            "sample law 1",
            List.of(
                at("EU-W", "EU", window(8, 22)),
                at("UK-W", "UK", window(8, 21)),
                at("XX-W", "XX", window(6, 23))),
            places);
    assertThat(book.asked(new Contact().places("DE", "FR-75").facts()))
        .extracting(rule -> rule.id().id())
        .containsExactly("EU-W", "XX-W");
    assertThat(book.asked(new Contact().places("UK", "GB-SCT").facts()))
        .extracting(rule -> rule.id().id())
        .containsExactly("UK-W", "XX-W");
    assertThat(book.knows("UK", TODAY)).isTrue();
    assertThat(book.knows("CN", TODAY)).as("what holds everywhere is no law of a place").isFalse();
  }

  @Test
  void knowsOnlyWhatIsInForce() {
    RuleBook book =
        SampleLaw.book(
            SampleLaw.rule(
                "CN-W", 1, "CN", TODAY, TODAY.plusDays(9), SampleLaw.EVERYTHING, window(8, 22)));
    assertThat(book.knows("CN", TODAY)).isTrue();
    assertThat(book.knows("CN-11", TODAY.plusDays(9))).isTrue();
    assertThat(book.knows("CN", TODAY.minusDays(1))).isFalse();
    assertThat(book.knows("CN", TODAY.plusDays(10))).isFalse();
    assertThat(book.knows("US", TODAY)).isFalse();
    assertThat(book.knows(new Contact().places("CN", "US").facts())).isFalse();
  }

  @Test
  void scopesNarrowARule() {
    Scope scope =
        new Scope(
            Set.of(Licence.BANK, Licence.CONSUMER_FINANCE),
            Set.of(Channel.CALL),
            Set.of(Purpose.OUTREACH),
            Set.of("信用卡", "消费"));
    assertThat(scope.covers(new Contact().facts())).isTrue();
    assertThat(scope.covers(new Contact().by(Channel.SMS).facts())).isFalse();
    assertThat(scope.covers(new Contact().purpose(Purpose.REPLY).facts())).isFalse();
    assertThat(
            new Scope(Set.of(Licence.BANK), Set.of(), Set.of(), Set.of())
                .covers(new Contact().facts()))
        .isFalse();
    assertThat(new Scope(Set.of(), Set.of(), Set.of(), Set.of("信用卡")).covers(new Contact().facts()))
        .isFalse();
  }

  @Test
  void anAgencyIsBoundAsAnAgencyWhateverItsClientIs() {
    Scope agencies = new Scope(Set.of(Licence.AGENCY), Set.of(), Set.of(), Set.of());
    Scope banks = new Scope(Set.of(Licence.BANK), Set.of(), Set.of(), Set.of());
    assertThat(agencies.covers(new Contact().facts())).isFalse();
    assertThat(agencies.covers(new Contact().agency("a1", null).facts())).isTrue();
    assertThat(banks.covers(new Contact().agency("a1", null).facts())).isFalse();
  }

  @Test
  void aScopeMayBeForPeopleOfWhomSomethingIsKnown() {
    Scope elsewhere =
        new Scope(Set.of(), Set.of(), Set.of(), Set.of(), Set.of("elsewhere", "at_work"));
    assertThat(elsewhere.covers(new Contact().facts())).isFalse();
    assertThat(elsewhere.covers(new Contact().flags("vulnerable").facts())).isFalse();
    assertThat(elsewhere.covers(new Contact().flags("vulnerable", "at_work").facts())).isTrue();
  }

  @Test
  void whatIsShownMayHaveToBeOldAndMayNotBeTooOld() {
    LocalDate shown = LocalDate.of(2024, 2, 29);
    var conditions =
        new StandingForm.Preconditions(
            Set.of("place"),
            Set.of("ended"),
            Optional.of(Period.ofYears(1)),
            Optional.of(Period.ofDays(7)));
    Map<String, LocalDate> since = Map.of("ended", shown);
    assertThat(conditions.lacking(since, shown.plusDays(6))).containsExactly("ended");
    assertThat(conditions.lacking(since, shown.plusDays(7))).isEmpty();
    assertThat(conditions.lacking(since, LocalDate.of(2025, 2, 28))).isEmpty();
    assertThat(conditions.lacking(since, LocalDate.of(2025, 3, 1))).containsExactly("ended");
    assertThat(conditions.lacking(Map.of(), shown)).containsExactly("ended");
  }

  @Test
  void weakSourcesOnlyAskForAPerson() {
    Rule sure = at("A", "CN", window(8, 22));
    assertThat(sure.blocks()).isTrue();
    assertThat(with(sure, Confidence.M, Kind.CFG).blocks()).isTrue();
    assertThat(with(sure, Confidence.L, Kind.HARD).blocks()).isFalse();
    assertThat(with(sure, Confidence.U, Kind.HARD).blocks()).isFalse();
    assertThat(with(sure, Confidence.H, Kind.WARN).blocks()).isFalse();
    assertThat(sure.says(Lang.EN)).isEqualTo("A");
    assertThat(sure.says(Lang.ZH)).isEqualTo("A@1");
  }

  private static Rule with(Rule rule, Confidence confidence, Kind kind) {
    return new Rule(
        rule.id(),
        rule.from(),
        Optional.empty(),
        rule.place(),
        rule.scope(),
        rule.form(),
        rule.citation(),
        confidence,
        kind,
        Map.of());
  }
}
