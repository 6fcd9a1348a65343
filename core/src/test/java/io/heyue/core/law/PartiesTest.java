package io.heyue.core.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.SampleLaw.Contact;
import io.heyue.core.samples.Samples;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who else may be asked for a debtor, and when. Samples.NOW is 2026-11-23, 10:00 in Shanghai. */
class PartiesTest {
  private static final RuleForm.ThirdParty FORM =
      new RuleForm.ThirdParty(
          Set.of(Relation.FRIEND, Relation.SPOUSE), 3, 3, Set.of("number_invalid"), Set.of("no"));

  private static Instant shanghai(String local) {
    return LocalDateTime.parse(local).atZone(Samples.SHANGHAI).toInstant();
  }

  private static Trace tried(String local, @Nullable Boolean effective) {
    return new Trace(shanghai(local), Channel.CALL, "debtors", effective);
  }

  private static Trace texted(String local) {
    return new Trace(shanghai(local), Channel.SMS, "debtors", false);
  }

  private static Contact friend() {
    return new Contact().relation(Relation.FRIEND).purpose(Purpose.LOCATE).number("friends");
  }

  private static Optional<Finding> judge(Contact contact) {
    return ContactLaw.judge(SampleLaw.rule("CN-3", FORM), new Moment(contact.facts()));
  }

  private static void forbidden(Contact contact) {
    assertThat(judge(contact)).isPresent();
    assertThat(judge(contact).orElseThrow().missing()).isEmpty();
    assertThat(judge(contact).orElseThrow().lawfulFrom()).isEmpty();
  }

  @Test
  void theDebtorIsNoThirdParty() {
    assertThat(judge(new Contact())).isEmpty();
    assertThat(judge(new Contact().relation(Relation.GUARANTOR))).isEmpty();
    assertThat(judge(friend().relation(Relation.COLLEAGUE))).as("not one of these").isEmpty();
  }

  @Test
  void whoeverIsUnknownMayBeOne() {
    assertThat(judge(friend().relation(null)).orElseThrow().missing())
        .containsExactly(Fact.RELATION);
  }

  @Test
  void nobodyIsAskedWhileNothingShowsThatTheDebtorIsLost() {
    forbidden(friend());
    forbidden(friend().history(tried("2026-11-22T09:00", false), tried("2026-11-22T10:00", false)));
  }

  @Test
  void aProofIsEnoughAndARefusalEndsItForGood() {
    assertThat(judge(friend().flags("number_invalid"))).isEmpty();
    assertThat(judge(friend().flags("number_invalid").historyUnknown())).isEmpty();
    forbidden(friend().flags("number_invalid", "no"));
    forbidden(friend().flags("sleepy"));
  }

  @Test
  void theyAreOnlyAskedNeverDunned() {
    forbidden(friend().flags("number_invalid").purpose(Purpose.OUTREACH));
    forbidden(friend().flags("number_invalid").purpose(Purpose.CONFIRMATION));
  }

  @Test
  void whatIsNotKnownShowsNothing() {
    assertThat(judge(friend().historyUnknown()).orElseThrow().missing())
        .containsExactly(Fact.HISTORY);
    assertThat(judge(friend().zone(null)).orElseThrow().missing()).containsExactly(Fact.TIME_ZONE);
  }

  @Test
  void threeCallsInARowShowItFromTheNextDayOn() {
    Contact yesterday =
        friend()
            .history(
                tried("2026-11-22T11:00", false),
                tried("2026-11-22T09:00", false),
                tried("2026-11-22T10:00", false));
    assertThat(judge(yesterday)).isEmpty();
    Contact today =
        friend()
            .history(
                tried("2026-11-22T09:00", false),
                tried("2026-11-22T10:00", false),
                tried("2026-11-23T09:00", false));
    assertThat(judge(today).orElseThrow().lawfulFrom()).contains(shanghai("2026-11-24T00:00"));
    Contact fourth =
        friend()
            .history(
                tried("2026-11-22T09:00", false),
                tried("2026-11-22T10:00", false),
                tried("2026-11-22T11:00", false),
                tried("2026-11-23T09:00", false));
    assertThat(judge(fourth)).as("the third was yesterday").isEmpty();
  }

  @Test
  void oneThatMayHaveBeenAnsweredBeginsTheRowAnew() {
    for (Boolean answer : new Boolean[] {true, null}) {
      forbidden(
          friend()
              .history(
                  tried("2026-11-21T09:00", false),
                  tried("2026-11-21T10:00", answer),
                  tried("2026-11-22T10:00", false),
                  tried("2026-11-22T11:00", false)));
    }
    assertThat(
            judge(
                friend()
                    .history(
                        tried("2026-11-20T10:00", true),
                        tried("2026-11-21T10:00", false),
                        tried("2026-11-22T10:00", false),
                        tried("2026-11-22T11:00", false))))
        .isEmpty();
  }

  @Test
  void threeDaysInARowShowItByWhateverChannel() {
    assertThat(
            judge(
                friend()
                    .history(
                        texted("2026-11-20T10:00"),
                        texted("2026-11-21T10:00"),
                        texted("2026-11-22T10:00"))))
        .isEmpty();
    forbidden(
        friend()
            .history(
                texted("2026-11-19T10:00"),
                texted("2026-11-21T10:00"),
                texted("2026-11-22T10:00")));
    forbidden(
        friend()
            .history(
                texted("2026-11-22T08:00"),
                texted("2026-11-22T10:00"),
                texted("2026-11-22T12:00")));
    Contact third =
        friend()
            .history(
                texted("2026-11-21T10:00"), texted("2026-11-22T10:00"), texted("2026-11-23T09:00"));
    assertThat(judge(third).orElseThrow().lawfulFrom()).contains(shanghai("2026-11-24T00:00"));
  }

  @Test
  void triesAtTheThirdPartysOwnNumberShowNothing() {
    Trace atFriends = new Trace(shanghai("2026-11-22T10:00"), Channel.CALL, "friends", false);
    forbidden(friend().history(atFriends, atFriends, atFriends));
    Trace ofAnother =
        new Trace(shanghai("2026-11-22T10:00"), Channel.CALL, "debtors", false).ofAnother();
    forbidden(friend().history(ofAnother, ofAnother, ofAnother));
    Trace atDebtors = tried("2026-11-22T10:00", false);
    assertThat(judge(friend().number("").history(atDebtors, atDebtors, atDebtors)))
        .as("which number is asked isn't known, so every try counts")
        .isEmpty();
  }
}
