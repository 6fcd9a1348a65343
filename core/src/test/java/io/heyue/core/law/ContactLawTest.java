package io.heyue.core.law;

import static io.heyue.core.law.LawJudging.broken;
import static io.heyue.core.law.LawJudging.judge;
import static io.heyue.core.law.LawJudging.missing;
import static io.heyue.core.law.LawJudging.shanghai;
import static io.heyue.core.law.LawJudging.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.SampleLaw.Contact;
import io.heyue.core.samples.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactLawTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T07:59:59.999999999, 2026-11-23T08:00",
    "2026-11-23T08:00, ",
    "2026-11-23T21:59:59.999999999, ",
    "2026-11-23T22:00, 2026-11-24T08:00",
    "2026-11-23T23:59:59, 2026-11-24T08:00",
    "2026-11-24T00:00, 2026-11-24T08:00",
    "2026-12-31T22:30, 2027-01-01T08:00",
  })
  void theWindowOpensAndClosesToTheInstant(String local, @Nullable String lawfulFrom) {
    Optional<Finding> finding = judge(SampleLaw.window(), new Contact().at(shanghai(local)));
    assertThat(finding.isEmpty()).isEqualTo(lawfulFrom == null);
    if (lawfulFrom != null) {
      assertThat(finding.orElseThrow().lawfulFrom()).contains(shanghai(lawfulFrom));
    }
  }

  @Test
  void theWindowIsThatOfThePersonsClock() {
    Instant morningInShanghai = shanghai("2026-11-23T09:00");
    assertThat(judge(SampleLaw.window(), new Contact().at(morningInShanghai))).isEmpty();
    Optional<Finding> evening =
        judge(
            SampleLaw.window(), new Contact().at(morningInShanghai).zone(ZoneId.of("Asia/Tokyo")));
    assertThat(evening).isEmpty();
    Optional<Finding> night =
        judge(
            SampleLaw.window(), new Contact().at(morningInShanghai).zone(ZoneId.of("Asia/Urumqi")));
    assertThat(night.orElseThrow().lawfulFrom())
        .contains(ZonedDateTime.of(2026, 11, 23, 8, 0, 0, 0, ZoneId.of("Asia/Urumqi")).toInstant());
    missing(judge(SampleLaw.window(), new Contact().zone(null)), Fact.TIME_ZONE);
  }

  @Test
  void theWindowFollowsTheClockWhenItIsChanged() {
    Instant night = Instant.parse("2026-03-08T04:30:00Z");
    assertThat(
            judge(SampleLaw.window(), new Contact().zone(NEW_YORK).at(night))
                .orElseThrow()
                .lawfulFrom())
        .contains(Instant.parse("2026-03-08T12:00:00Z"));
    Instant autumn = Instant.parse("2026-11-01T04:30:00Z");
    assertThat(
            judge(SampleLaw.window(), new Contact().zone(NEW_YORK).at(autumn))
                .orElseThrow()
                .lawfulFrom())
        .contains(Instant.parse("2026-11-01T13:00:00Z"));
    RuleForm atTheGap = new RuleForm.ContactWindow(LocalTime.of(2, 30), LocalTime.of(22, 0), false);
    assertThat(
            judge(atTheGap, new Contact().zone(NEW_YORK).at(Instant.parse("2026-03-08T06:00:00Z")))
                .orElseThrow()
                .lawfulFrom())
        .contains(Instant.parse("2026-03-08T07:30:00Z"));
  }

  @Test
  void anAgreedHourLiftsTheWindowOnlyWhereTheRuleSaysSo() {
    Contact night = new Contact().at(shanghai("2026-11-23T23:00")).agreedHours();
    assertThat(judge(SampleLaw.window(), night)).isEmpty();
    assertThat(
            judge(
                new RuleForm.ContactWindow(LocalTime.of(8, 0), LocalTime.of(22, 0), false), night))
        .isPresent();
  }

  private static RuleForm.FrequencyCap cap(
      RuleForm.Count count, RuleForm.Per per, int most, int days, Channel... channels) {
    return new RuleForm.FrequencyCap(count, per, most, days, Set.copyOf(Arrays.asList(channels)));
  }

  @Test
  void capsCountCalendarDaysInThePersonsZone() {
    RuleForm once = cap(RuleForm.Count.ATTEMPTS, RuleForm.Per.NUMBER, 1, 1);
    ContactFacts.Trace lateYesterday =
        trace("2026-11-22T23:59:59", Channel.CALL, "number-1", false);
    ContactFacts.Trace earlyToday = trace("2026-11-23T00:00", Channel.CALL, "number-1", false);
    assertThat(judge(once, new Contact().history(lateYesterday))).isEmpty();
    assertThat(judge(once, new Contact().history(earlyToday)).orElseThrow().lawfulFrom())
        .contains(shanghai("2026-11-24T00:00"));
    assertThat(judge(once, new Contact().zone(ZoneId.of("Asia/Tokyo")).history(lateYesterday)))
        .isPresent();
  }

  @Test
  void capsOverDaysSayWhenTheOldestCountedOneFalls() {
    RuleForm twiceAWeek = cap(RuleForm.Count.ATTEMPTS, RuleForm.Per.PERSON, 2, 7);
    Contact contact =
        new Contact()
            .history(
                trace("2026-11-23T09:00", Channel.CALL, "a", true),
                trace("2026-11-17T09:00", Channel.CALL, "b", true),
                trace("2026-11-19T09:00", Channel.SMS, "c", true),
                trace("2026-11-16T23:59", Channel.SMS, "d", true));
    Finding finding = judge(twiceAWeek, contact).orElseThrow();
    assertThat(finding.lawfulFrom()).contains(shanghai("2026-11-26T00:00"));
    assertThat(judge(twiceAWeek, contact.at(shanghai("2026-11-25T23:59")))).isPresent();
    assertThat(judge(twiceAWeek, contact.at(shanghai("2026-11-26T00:00")))).isEmpty();
  }

  @Test
  void capsPerNumberLeaveOtherNumbersAlone() {
    ContactFacts.Trace other = trace("2026-11-23T09:00", Channel.CALL, "number-2", true);
    RuleForm perNumber = cap(RuleForm.Count.ATTEMPTS, RuleForm.Per.NUMBER, 1, 1);
    RuleForm perPerson = cap(RuleForm.Count.ATTEMPTS, RuleForm.Per.PERSON, 1, 1);
    assertThat(judge(perNumber, new Contact().history(other))).isEmpty();
    assertThat(judge(perPerson, new Contact().history(other))).isPresent();
  }

  @Test
  void whatAnotherGotAtTheSameNumberCountsForTheNumberAlone() {
    ContactFacts.Trace spouses =
        trace("2026-11-23T09:00", Channel.CALL, "number-1", true).ofAnother();
    RuleForm perNumber = cap(RuleForm.Count.ATTEMPTS, RuleForm.Per.NUMBER, 1, 1);
    RuleForm perPerson = cap(RuleForm.Count.ATTEMPTS, RuleForm.Per.PERSON, 1, 1);
    assertThat(judge(perNumber, new Contact().history(spouses))).isPresent();
    assertThat(judge(perPerson, new Contact().history(spouses))).isEmpty();
  }

  @Test
  void capsOfSomeChannelsCountAndBarOnlyThose() {
    RuleForm calls = cap(RuleForm.Count.ATTEMPTS, RuleForm.Per.PERSON, 1, 1, Channel.CALL);
    ContactFacts.Trace call = trace("2026-11-23T09:00", Channel.CALL, "a", true);
    ContactFacts.Trace text = trace("2026-11-23T09:00", Channel.SMS, "a", true);
    assertThat(judge(calls, new Contact().history(text))).isEmpty();
    assertThat(judge(calls, new Contact().history(call))).isPresent();
    assertThat(judge(calls, new Contact().by(Channel.SMS).history(call))).isEmpty();
  }

  @Test
  void whoeverMayHaveBeenReachedCountsAsReached() {
    RuleForm effective = cap(RuleForm.Count.EFFECTIVE, RuleForm.Per.PERSON, 1, 1);
    assertThat(
            judge(
                effective,
                new Contact().history(trace("2026-11-23T09:00", Channel.CALL, "a", false))))
        .isEmpty();
    assertThat(
            judge(
                effective,
                new Contact().history(trace("2026-11-23T09:00", Channel.CALL, "a", null))))
        .isPresent();
  }

  @Test
  void capsRefuseWhatTheyCannotCount() {
    RuleForm once = cap(RuleForm.Count.ATTEMPTS, RuleForm.Per.PERSON, 1, 1);
    missing(judge(once, new Contact().historyUnknown()), Fact.HISTORY);
    missing(judge(once, new Contact().zone(null)), Fact.TIME_ZONE);
    broken(judge(cap(RuleForm.Count.ATTEMPTS, RuleForm.Per.PERSON, 0, 1), new Contact()));
  }

  @Test
  void holdsBar() {
    RuleForm bar = new RuleForm.HoldBar(Set.of(HoldKind.STOP));
    broken(judge(bar, new Contact().holds(HoldKind.STOP, HoldKind.HARDSHIP)));
    assertThat(judge(bar, new Contact().holds(HoldKind.HARDSHIP))).isEmpty();
  }

  @Test
  void consentIsAskedWhereSilenceIsNone() {
    RuleForm asked = new RuleForm.ConsentNeeded(false);
    broken(judge(asked, new Contact().consent(null)));
    assertThat(judge(asked, new Contact().consent(true))).isEmpty();
    broken(judge(asked, new Contact().consent(false)));
    RuleForm silent = new RuleForm.ConsentNeeded(true);
    assertThat(judge(silent, new Contact().consent(null))).isEmpty();
    broken(judge(silent, new Contact().consent(false)));
  }

  @Test
  void sourcesAndRelationsMustBeKnownAndLawful() {
    RuleForm source = new RuleForm.LawfulSource(Set.of(NumberSource.CONTRACT));
    missing(judge(source, new Contact().source(null)), Fact.SOURCE);
    broken(judge(source, new Contact().source(NumberSource.TOLD_BY_CONTACT)));
    assertThat(judge(source, new Contact())).isEmpty();
    RuleForm self = new RuleForm.Addressee(Set.of(Relation.SELF));
    missing(judge(self, new Contact().relation(null)), Fact.RELATION);
    broken(judge(self, new Contact().relation(Relation.COLLEAGUE)));
    assertThat(judge(self, new Contact())).isEmpty();
  }

  @Test
  void anAssignedDebtWaitsForItsNotice() {
    RuleForm gate = new RuleForm.NoticeGate(ContactFacts.Notice.ASSIGNMENT);
    LocalDate today = Samples.TODAY;
    missing(judge(gate, new Contact().assigned(null, null)), Fact.ASSIGNED);
    assertThat(judge(gate, new Contact().assigned(false, null))).isEmpty();
    broken(judge(gate, new Contact().assigned(true, null)));
    assertThat(judge(gate, new Contact().assigned(true, today.plusDays(1))))
        .flatMap(Finding::lawfulFrom)
        .contains(shanghai(today.plusDays(1) + "T00:00"));
    assertThat(judge(gate, new Contact().assigned(true, today))).isEmpty();
  }

  @Test
  void aRollingCapFreesToTheInstant() {
    RuleForm once =
        new RuleForm.FrequencyCap(
            RuleForm.Count.ATTEMPTS,
            RuleForm.Per.PERSON,
            1,
            new CountSpan.Rolling(java.time.Duration.ofHours(24)),
            Set.of(),
            Optional.empty());
    ContactFacts.Trace call = trace("2026-11-23T09:00", Channel.CALL, "a", false);
    Contact contact = new Contact().history(call);
    Finding finding = judge(once, contact.at(shanghai("2026-11-24T08:59:59"))).orElseThrow();
    assertThat(finding.lawfulFrom()).contains(shanghai("2026-11-24T09:00"));
    assertThat(judge(once, contact.at(shanghai("2026-11-24T09:00")))).isEmpty();
    assertThat(judge(once, new Contact())).isEmpty();
    RuleForm never =
        new RuleForm.FrequencyCap(
            RuleForm.Count.ATTEMPTS,
            RuleForm.Per.PERSON,
            0,
            new CountSpan.Rolling(java.time.Duration.ofHours(1)),
            Set.of(),
            Optional.empty());
    broken(judge(never, new Contact()));
  }

  @Test
  void ofSeveralTheOldestThatMustLeaveFreesARollingCap() {
    RuleForm twice =
        new RuleForm.FrequencyCap(
            RuleForm.Count.ATTEMPTS,
            RuleForm.Per.PERSON,
            2,
            new CountSpan.Rolling(java.time.Duration.ofHours(24)),
            Set.of(),
            Optional.empty());
    Contact three =
        new Contact()
            .history(
                trace("2026-11-23T09:30", Channel.CALL, "a", false),
                trace("2026-11-23T08:00", Channel.CALL, "a", false),
                trace("2026-11-23T09:00", Channel.CALL, "a", false));
    assertThat(judge(twice, three).orElseThrow().lawfulFrom())
        .contains(shanghai("2026-11-24T09:00"));
  }

  @Test
  void aWeekOfQuietBeginsWithTheDayOfTheConversation() {
    RuleForm quiet = new RuleForm.CoolingOff(7, Set.of(Channel.CALL));
    Contact talked = new Contact().history(trace("2026-11-16T21:00", Channel.CALL, "a", true));
    assertThat(judge(quiet, talked.at(shanghai("2026-11-23T08:00")))).isEmpty();
    assertThat(judge(quiet, talked.at(shanghai("2026-11-22T20:00"))).orElseThrow().lawfulFrom())
        .contains(shanghai("2026-11-23T00:00"));
    assertThat(judge(quiet, talked.by(Channel.SMS))).isEmpty();
    for (ContactFacts.Trace other :
        new ContactFacts.Trace[] {
          trace("2026-11-22T21:00", Channel.CALL, "a", false),
          trace("2026-11-22T21:00", Channel.SMS, "a", true),
          trace("2026-11-22T21:00", Channel.CALL, "a", true).ofAnother()
        }) {
      assertThat(judge(quiet, new Contact().history(other))).isEmpty();
    }
    assertThat(
            judge(quiet, new Contact().history(trace("2026-11-22T21:00", Channel.CALL, "a", null))))
        .as("when unsure they talked")
        .isPresent();
    missing(judge(quiet, new Contact().historyUnknown()), Fact.HISTORY);
    missing(judge(quiet, new Contact().zone(null)), Fact.TIME_ZONE);
  }

  @Test
  void whatAFasterClockWroteDownForTomorrowCountsToday() {
    RuleForm once = cap(RuleForm.Count.ATTEMPTS, RuleForm.Per.PERSON, 1, 1);
    ContactFacts.Trace ahead = trace("2026-11-24T00:00:03", Channel.CALL, "a", false);
    assertThat(judge(once, new Contact().at(shanghai("2026-11-23T23:59:59")).history(ahead)))
        .isPresent();
  }

  @Test
  void aNumberThatIsNotKnownMayBeAny() {
    RuleForm perNumber = cap(RuleForm.Count.ATTEMPTS, RuleForm.Per.NUMBER, 1, 1);
    ContactFacts.Trace call = trace("2026-11-23T09:00", Channel.CALL, "number-2", true);
    ContactFacts.Trace somewhere = trace("2026-11-23T09:00", Channel.CALL, "", true);
    assertThat(judge(perNumber, new Contact().history(call))).isEmpty();
    assertThat(judge(perNumber, new Contact().number("").history(call))).isPresent();
    assertThat(judge(perNumber, new Contact().history(somewhere))).isPresent();
  }

  @Test
  void rulesAboutWordsHaveNothingAgainstAContact() {
    RuleBook words =
        SampleLaw.book(
            SampleLaw.book().rules().stream()
                .filter(rule -> rule.id().id().matches("CN-(OPENING|THREAT|DECEIT|RIGHT-PARTY)"))
                .toList());
    assertThat(words.rules()).hasSize(4);
    assertThat(words.judge(new Contact().purpose(Purpose.OUTREACH).facts())).isEmpty();
  }
}
