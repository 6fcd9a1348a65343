package io.heyue.core.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Licence;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Relation;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.core.law.RuleForm.Task;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.SampleLaw.Contact;
import io.heyue.core.samples.Samples;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which rules a book has a say for on which day, and how it is found. */
class RulesOverTimeTest {
  private static final LocalDate TODAY = Samples.TODAY;

  private static Rule rule(
      String id, int version, String place, LocalDate from, @Nullable LocalDate to, RuleForm form) {
    return SampleLaw.rule(id, version, place, from, to, SampleLaw.EVERYTHING, form);
  }

  private static Rule window(String id, String place, LocalDate from, @Nullable LocalDate to) {
    return rule(id, 1, place, from, to, SampleLaw.window());
  }

  private static RuleForm flag(String flag) {
    return new RuleForm.FlagBar(Set.of(flag), false, Set.of());
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(Samples.SHANGHAI).toInstant();
  }

  private static List<String> ids(List<Rule> rules) {
    return rules.stream().map(rule -> rule.id().id()).toList();
  }

  /** Rules about words and about what a lender keeps are not asked of a contact. */
  @Test
  void aContactIsHeldAgainstTheFormsThatHaveASayInIt() {
    List<RuleForm> asking =
        List.of(
            SampleLaw.window(),
            SampleLaw.triesADay(),
            new RuleForm.CoolingOff(7, Set.of()),
            flag("vulnerable"),
            new RuleForm.ConsentNeeded(true),
            new RuleForm.LawfulSource(Set.of(NumberSource.CONTRACT)),
            new RuleForm.Addressee(Set.of(Relation.SELF)),
            new RuleForm.ThirdParty(Set.of(Relation.FRIEND), 3, 3, Set.of(), Set.of()),
            new RuleForm.NoticeGate(ContactFacts.Notice.ASSIGNMENT),
            new RuleForm.RequiredFacts(Set.of(Fact.HOLDS)),
            new RuleForm.ContactDuty(Set.of(Task.RECORD), false),
            new RuleForm.PriceCap(Rate.parse("0.24"), false),
            new RuleForm.Rights(Set.of(RuleForm.Right.PERSON), Set.of("refused_machine")),
            new RuleForm.HoldBar(Set.of(HoldKind.STOP)),
            new RuleForm.LimitationGate(Period.ofYears(3), true));
    List<RuleForm> silent =
        List.of(
            new RuleForm.Rights(Set.of(RuleForm.Right.COPY), Set.of()),
            new RuleForm.HoldBar(Set.of(HoldKind.STOP), true),
            new RuleForm.LimitationGate(Period.ofYears(3)),
            new RuleForm.Disclosure(Set.of(RuleForm.Duty.PERSON)),
            new RuleForm.ForbiddenWords("threat", List.of()),
            new RuleForm.RightPartyFirst(List.of()),
            new RuleForm.FactGate(RuleForm.Statement.LAWSUIT, List.of()),
            new StandingForm.PlanBound(60),
            new StandingForm.Standard(Set.of(Licence.BANK)));
    for (RuleForm form : asking) {
      RuleBook book = SampleLaw.book(SampleLaw.rule("CN-1", form));
      assertThat(ids(book.asked(SampleLaw.facts()))).as(form.toString()).containsExactly("CN-1");
    }
    for (RuleForm form : silent) {
      RuleBook book = SampleLaw.book(SampleLaw.rule("CN-1", form));
      assertThat(book.asked(SampleLaw.facts())).as(form.toString()).isEmpty();
      assertThat(book.inForce(TODAY, Set.of("CN"))).hasSize(1);
      assertThat(LawJudging.judge(form, new Contact())).isEmpty();
    }
  }

  /** What a rule refuses until later it still refuses where the wait for another one ends. */
  @Test
  void whereOneWaitEndsEveryRuleThatMayStillMakeOneWaitIsAskedAgain() {
    Trace call = new Trace(Samples.NOW.minusSeconds(60), Channel.CALL, "number-1", true);
    Contact contact = new Contact().history(call, call);
    ContactFacts now = contact.facts();
    ContactFacts atMidnight = now.at(midnight(TODAY.plusDays(1)));
    List<RuleForm> still =
        List.of(
            SampleLaw.window(),
            new RuleForm.FrequencyCap(RuleForm.Count.ATTEMPTS, RuleForm.Per.PERSON, 2, 3, Set.of()),
            new RuleForm.CoolingOff(7, Set.of()));
    for (RuleForm form : still) {
      RuleBook book = SampleLaw.book(SampleLaw.rule("CN-1", form));
      assertThat(book.later(now, atMidnight)).as(form.toString()).hasSize(1);
    }
    RuleBook gate =
        SampleLaw.book(
            SampleLaw.rule("CN-1", new RuleForm.NoticeGate(ContactFacts.Notice.ASSIGNMENT)));
    ContactFacts untold = new Contact().assigned(true, TODAY.plusDays(2)).facts();
    assertThat(gate.later(untold, untold.at(midnight(TODAY.plusDays(1))))).hasSize(1);
    assertThat(gate.later(untold, untold.at(midnight(TODAY.plusDays(2))))).isEmpty();
    RuleBook limit =
        SampleLaw.book(
            SampleLaw.rule("CN-1", new RuleForm.LimitationGate(Period.ofYears(3), true)));
    ContactFacts lastDay = new Contact().limitationFrom(TODAY.minusYears(3)).facts();
    assertThat(limit.later(lastDay, lastDay.at(midnight(TODAY.plusDays(1))))).hasSize(1);
    RuleBook others =
        SampleLaw.book(
            SampleLaw.rule(
                "CN-1",
                new RuleForm.ThirdParty(Set.of(Relation.FRIEND), 3, 3, Set.of(), Set.of())));
    ContactFacts friend =
        new Contact().relation(Relation.FRIEND).purpose(io.heyue.core.base.Purpose.LOCATE).facts();
    assertThat(others.later(friend, friend.at(midnight(TODAY.plusDays(1))))).hasSize(1);
  }

  /** From tomorrow on a rule holds that no waiting ends. */
  @Test
  void whereTheLawIsAnotherLaterAllOfItIsAsked() {
    RuleBook book =
        SampleLaw.book(
            SampleLaw.rule("CN-W", SampleLaw.window()),
            rule("CN-F", 1, "CN", TODAY.plusDays(1), null, flag("vulnerable")));
    ContactFacts now = new Contact().flags("vulnerable").facts();
    assertThat(book.judge(now)).isEmpty();
    assertThat(book.later(now, now.at(Samples.NOW.plus(Duration.ofDays(1)))))
        .extracting(finding -> finding.rule().id().id())
        .containsExactly("CN-F");
  }

  @Test
  void theNextChangeIsThatOfTheNearerOfBothPlaces() {
    RuleBook book =
        SampleLaw.book(
            window("CN-W", "CN", SampleLaw.LONG_AGO, TODAY.plusDays(9)),
            window("US-W", "US", SampleLaw.LONG_AGO, TODAY.plusDays(4)));
    assertThat(book.changes(new Contact().facts())).contains(midnight(TODAY.plusDays(10)));
    assertThat(book.changes(new Contact().places("CN", "US").facts()))
        .contains(midnight(TODAY.plusDays(5)));
    assertThat(book.changes(new Contact().places("US", "CN").facts()))
        .contains(midnight(TODAY.plusDays(5)));
    assertThat(book.changes(new Contact().places("CN", null).facts()))
        .contains(midnight(TODAY.plusDays(10)));
    assertThat(book.changes(new Contact().places("US-NY", "CN-11").facts()))
        .as("parts of a country that no rule names")
        .contains(midnight(TODAY.plusDays(5)));
  }

  @Test
  void aChangeIsOneOfRulesAboutContactsAndStillToCome() {
    RuleForm words = new RuleForm.ForbiddenWords("threat", List.of());
    RuleBook book =
        SampleLaw.book(
            window("CN-A", "CN", SampleLaw.LONG_AGO, null),
            rule("CN-WORDS", 1, "CN", TODAY.plusDays(2), null, words),
            window("CN-B", "CN", TODAY.plusDays(3), null),
            window("CN-C", "CN", TODAY.plusDays(5), null));
    assertThat(changes(book, TODAY)).contains(midnight(TODAY.plusDays(3)));
    assertThat(changes(book, TODAY.plusDays(2))).contains(midnight(TODAY.plusDays(3)));
    assertThat(changes(book, TODAY.plusDays(3))).contains(midnight(TODAY.plusDays(5)));
    assertThat(changes(book, TODAY.plusDays(5))).isEmpty();
    assertThat(changes(SampleLaw.book(window("CN-A", "CN", TODAY.plusDays(1), null)), TODAY))
        .as("there is no law yet")
        .contains(midnight(TODAY.plusDays(1)));
    assertThat(
            changes(
                SampleLaw.book(
                    window("CN-A", "CN", SampleLaw.LONG_AGO, null),
                    rule("CN-WORDS", 1, "CN", TODAY.plusDays(2), null, words)),
                TODAY))
        .isEmpty();
  }

  private static Optional<Instant> changes(RuleBook book, LocalDate day) {
    return book.changes(
        SampleLaw.at(day.atTime(LocalTime.NOON).atZone(Samples.SHANGHAI).toInstant()));
  }

  @Test
  void aRuleMayHoldToTheEndOfTime() {
    RuleBook book = SampleLaw.book(window("CN-A", "CN", SampleLaw.LONG_AGO, LocalDate.MAX));
    assertThat(ids(book.inForce(TODAY, Set.of("CN")))).containsExactly("CN-A");
    assertThat(changes(book, TODAY)).isEmpty();
  }

  /** A permit ends with the first of several windows that closes. */
  @Test
  void theHoursEndWhereTheFirstRuleEndsThem() {
    List<Rule> rules = new ArrayList<>();
    for (int to : new int[] {21, 19, 20}) {
      rules.add(
          SampleLaw.rule(
              "CN-" + to,
              new RuleForm.ContactWindow(LocalTime.of(8, 0), LocalTime.of(to, 0), true)));
    }
    Instant seven = TODAY.atTime(19, 0).atZone(Samples.SHANGHAI).toInstant();
    assertThat(SampleLaw.book(rules).opinion(SampleLaw.facts()).hoursEnd()).contains(seven);
    assertThat(SampleLaw.book(rules.reversed()).opinion(SampleLaw.facts()).hoursEnd())
        .contains(seven);
    assertThat(SampleLaw.book(rules).opinion(new Contact().agreedHours().facts()).hoursEnd())
        .as("agreed hours have no end")
        .isEmpty();
  }

  @Test
  void aRuleIsFoundInItsLatestVersionOrInOne() {
    Rule first = rule("CN-W", 1, "CN", SampleLaw.LONG_AGO, TODAY, SampleLaw.window());
    Rule tenth = rule("CN-W", 10, "CN", TODAY.plusDays(1), null, SampleLaw.window());
    Rule other = rule("CN-X", 99, "CN", SampleLaw.LONG_AGO, null, SampleLaw.window());
    RuleBook book = SampleLaw.book(first, tenth, other);
    assertThat(book.find("CN-W")).contains(tenth);
    assertThat(SampleLaw.book(other, tenth, first).find("CN-W")).contains(tenth);
    assertThat(book.find("CN-Y")).isEmpty();
    assertThat(book.find(new RuleId("CN-W", 1))).contains(first);
    assertThat(book.find(new RuleId("CN-W", 2))).isEmpty();
    assertThat(book.find(new RuleId("CN-X", 1))).isEmpty();
  }

  @Test
  void aContactIsUnderTheLawOfThePlacesThatAreKnown() {
    assertThat(RuleBook.places(new Contact().places("CN", "US-NY").facts()))
        .containsExactly("CN", "US-NY");
    assertThat(RuleBook.places(new Contact().places("CN", "CN").facts())).containsExactly("CN");
    assertThat(RuleBook.places(new Contact().places("CN", null).facts())).containsExactly("CN");
    assertThat(RuleBook.places(new Contact().places("", "CN").facts())).containsExactly("CN");
    Places places = new Places(Map.of("UK", "GB"), Map.of());
    assertThat(new RuleBook("sample law 2", List.of(), places).places()).isSameAs(places);
  }

  /** A member of a union that no rule names is under the union's law. */
  @Test
  void placesThatOnlyATableNamesAreUnderLawToo() {
    Places places = new Places(Map.of("UK", "GB"), Map.of("EU", Set.of("DE")));
    RuleBook book =
        new RuleBook(
            "sample law 2",
            List.of(
                window("EU-W", "EU", SampleLaw.LONG_AGO, null),
                window("GB-W", "GB", SampleLaw.LONG_AGO, null)),
            places);
    assertThat(ids(book.asked(new Contact().places("UK", "DE").facts())))
        .containsExactly("GB-W", "EU-W");
    assertThat(book.knows("DE", TODAY)).isTrue();
    assertThat(book.knows("UK", TODAY)).isTrue();
  }

  /** Where a rate applies to contracts from a day on, one of unknown age is taken for a new one. */
  @Test
  void aPriceCapCountsFromTheDayOfTheContract() {
    LocalDate since = LocalDate.of(2020, 8, 20);
    TreeMap<LocalDate, Rate> lpr = new TreeMap<>();
    lpr.put(since, Rate.parse("0.0385"));
    lpr.put(LocalDate.of(2025, 5, 20), Rate.parse("0.03"));
    RuleForm.PriceCap cap =
        new RuleForm.PriceCap(
            Optional.of(Rate.parse("0.24")),
            Optional.of(BigDecimal.valueOf(4)),
            lpr,
            Optional.of(since),
            true);
    assertThat(cap.cap(Optional.of(since.minusDays(1)))).isEmpty();
    assertThat(cap.cap(Optional.of(since)).map(Rate::perYear).orElseThrow())
        .isEqualByComparingTo("0.154");
    assertThat(cap.cap(Optional.of(LocalDate.of(2025, 5, 20))).map(Rate::perYear).orElseThrow())
        .isEqualByComparingTo("0.12");
    assertThat(cap.cap(Optional.empty()).map(Rate::perYear).orElseThrow())
        .isEqualByComparingTo("0.12");
    RuleForm.PriceCap always =
        new RuleForm.PriceCap(
            Optional.empty(), Optional.of(BigDecimal.valueOf(4)), lpr, Optional.empty(), true);
    assertThat(always.cap(Optional.of(since.minusDays(1)))).as("no rate is known of").isEmpty();
    assertThat(always.cap(Optional.of(since))).isPresent();
  }
}
