package io.heyue.core.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Purpose;
import io.heyue.core.law.ContactFacts.Consents;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.SampleLaw.Contact;
import io.heyue.core.samples.Samples;
import java.time.Duration;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The facts of a contact as they are for another, and the bounds of what rules may count. */
class ContactFactsTest {
  @Test
  void whatSomebodySaidToAChannelIsConsentOrItsWithdrawal() {
    assertThat(Consents.to(Channel.CALL, true, true))
        .isEqualTo(new Consents(Set.of(ConsentKind.CALL, ConsentKind.AGREED_HOURS), Set.of()));
    assertThat(Consents.to(Channel.CALL, true, false))
        .isEqualTo(new Consents(Set.of(ConsentKind.CALL), Set.of()));
    assertThat(Consents.to(Channel.CALL, false, true))
        .isEqualTo(new Consents(Set.of(ConsentKind.AGREED_HOURS), Set.of(ConsentKind.CALL)));
    assertThat(Consents.to(Channel.CALL, null, true))
        .isEqualTo(new Consents(Set.of(ConsentKind.AGREED_HOURS), Set.of()));
    assertThat(Consents.to(Channel.CALL, null, false)).isEqualTo(Consents.NEVER_ASKED);
  }

  /** They chose the time and the way, so that nothing counts but what they took back. */
  @Test
  void anAnswerIsGivenUnderTheSameBarsAndNoCounts() {
    Trace before = new Trace(Samples.NOW, Channel.CALL, "number-1", true);
    ContactFacts outreach =
        new Contact()
            .consents(new Consents(Set.of(ConsentKind.SMS), Set.of(ConsentKind.AI_VOICE)))
            .holds(HoldKind.DECEASED)
            .history(before)
            .facts();
    ContactFacts answer = outreach.answering();
    assertThat(answer.purpose()).isEqualTo(Purpose.REPLY);
    assertThat(answer.consents())
        .isEqualTo(new Consents(Set.of(ConsentKind.AGREED_HOURS), Set.of(ConsentKind.AI_VOICE)));
    assertThat(answer.history()).isEmpty();
    assertThat(answer.holds()).containsExactly(HoldKind.DECEASED);
    assertThat(answer.at()).isEqualTo(outreach.at());
    assertThat(new Contact().consentsUnknown().facts().answering().consents())
        .isEqualTo(new Consents(Set.of(ConsentKind.AGREED_HOURS), Set.of()));
  }

  @Test
  void anotherPolicyChangesNothingElse() {
    LenderPolicy policy =
        new LenderPolicy(OptionalInt.of(1), OptionalInt.empty(), OptionalInt.empty(), true);
    ContactFacts facts = SampleLaw.facts();
    ContactFacts under = facts.under(policy);
    assertThat(under.policy()).isEqualTo(policy);
    assertThat(under.under(facts.policy())).isEqualTo(facts);
  }

  /** Contacts are remembered for thirty days; no rule may count what is forgotten. */
  @ParameterizedTest
  @ValueSource(ints = {0, -1, 31})
  void noRuleCountsOverLessThanADayOrMoreThanIsRemembered(int days) {
    assertThatIllegalArgumentException().isThrownBy(() -> new RuleForm.CoolingOff(days, Set.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new CountSpan.Days(days));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CountSpan.Rolling(Duration.ofDays(days)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30})
  void fromOneDayToThirtyRulesCount(int days) {
    assertThatCode(
            () -> {
              new RuleForm.CoolingOff(days, Set.of());
              new CountSpan.Days(days);
              new CountSpan.Rolling(Duration.ofDays(days));
            })
        .doesNotThrowAnyException();
  }

  /** A fact is named where whoever asks would write it. */
  @Test
  void everyFactNamesItsPlaceInTheQuestion() {
    assertThat(EnumSet.allOf(Fact.class)).extracting(Fact::path).doesNotHaveDuplicates();
    assertThat(Fact.TIME_ZONE.path()).isEqualTo("person.timeZone");
    assertThat(Fact.TIME_ZONE).hasToString("person.timeZone");
  }
}
