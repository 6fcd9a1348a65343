package io.heyue.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Span;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleForm.Duty;
import io.heyue.core.law.RuleForm.Occasion;
import io.heyue.core.law.Scope;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.Samples;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What words must say depends on how they go. */
class DeliveryTest {
  private static final DraftReply BARE = new DraftReply(Lang.ZH, "好的。", List.of(), List.of());
  private static final Set<Channel> MESSAGES =
      EnumSet.of(Channel.SMS, Channel.EMAIL, Channel.PUSH, Channel.LETTER);

  private static Rule rule(Duty duty, Occasion at, Channel... channels) {
    return SampleLaw.rule(
        "CN-SAY",
        1,
        "CN",
        SampleLaw.LONG_AGO,
        null,
        new Scope(Set.of(), Set.of(channels), Set.of(), Set.of()),
        new RuleForm.Disclosure(Set.of(duty), at, List.of()));
  }

  private static Guard guard(Rule rule) {
    return new Guard(SampleLaw.book(rule));
  }

  private static boolean says(Rule rule, DraftReply draft, Delivery delivery) {
    Rule always = SampleLaw.rule("CN-ALWAYS", new RuleForm.ForbiddenWords("threat", List.of()));
    return new Guard(SampleLaw.book(rule, always))
            .judge(draft, Samples.dossier(), List.of(), delivery, Samples.NOW)
        instanceof Verdict.Permitted;
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void eachMessageButNothingThatIsSaidWhereBothAreCarriesWhatMessagesMust(Channel channel) {
    Rule rule = rule(Duty.OPT_OUT, Occasion.MESSAGE);
    Delivery later = Delivery.byMachine(channel, false, true);
    assertThat(says(rule, BARE, later)).isEqualTo(!MESSAGES.contains(channel));
    assertThat(says(rule, BARE, Delivery.byPerson(channel, false, true)))
        .isEqualTo(!MESSAGES.contains(channel));
    DraftReply whole =
        new DraftReply(
            Lang.ZH, "退订回复退订", List.of(new Claim.Right(Span.of(0, 6), "opt_out")), List.of());
    assertThat(says(rule, whole, later)).isTrue();
  }

  @Test
  void aRuleForSomeChannelsAsksNothingOfTheOthers() {
    Rule rule = rule(Duty.OPT_OUT, Occasion.OPENING, Channel.CALL, Channel.SMS);
    assertThat(says(rule, BARE, Delivery.byMachine(Channel.CALL, true, false))).isFalse();
    assertThat(says(rule, BARE, Delivery.byMachine(Channel.SMS, true, false))).isFalse();
    assertThat(says(rule, BARE, Delivery.byMachine(Channel.CHAT, true, false))).isTrue();
    assertThat(says(rule, BARE, Delivery.byMachine(Channel.SMS, false, false))).isTrue();
  }

  @Test
  void eachTurnOfAMachineAndNoneOfAPersonSaysWhatTurnsMust() {
    Rule rule = rule(Duty.COLLECTOR, Occasion.TURN);
    assertThat(says(rule, BARE, Delivery.byMachine(Channel.CHAT, false, true))).isFalse();
    assertThat(says(rule, BARE, Delivery.byPerson(Channel.CHAT, false, true))).isTrue();
  }

  @Test
  void whoeverIsNoMachineNeedNotSayThatTheyAreOneButWhoTheyAre() {
    Delivery person = Delivery.byPerson(Channel.SMS, true, false);
    Delivery machine = Delivery.byMachine(Channel.SMS, true, false);
    for (Duty duty : List.of(Duty.ARTIFICIAL, Duty.PERSON)) {
      assertThat(says(rule(duty, Occasion.OPENING), BARE, person)).isTrue();
      assertThat(says(rule(duty, Occasion.OPENING), BARE, machine)).isFalse();
    }
    assertThat(says(rule(Duty.IDENTITY, Occasion.OPENING), BARE, person)).isFalse();
  }

  @Test
  void whatSoundsAndFilesSeeToIsAskedOfNoWords() {
    for (Duty duty : List.of(Duty.AUDIO_CUE, Duty.LABEL, Duty.METADATA)) {
      for (Occasion at : Occasion.values()) {
        Delivery delivery = Delivery.byMachine(Channel.CALL, true, false);
        assertThat(says(rule(duty, at), BARE, delivery)).as(duty + " at " + at).isTrue();
      }
    }
    assertThat(
            says(
                rule(Duty.OPT_OUT, Occasion.EXPORT),
                BARE,
                Delivery.byMachine(Channel.SMS, true, false)))
        .isTrue();
  }

  @Test
  void theGuardSaysWhatIsLacking() {
    Guard guard = guard(rule(Duty.OPT_OUT, Occasion.MESSAGE));
    Delivery text = Delivery.byMachine(Channel.SMS, false, true);
    Delivery page = Delivery.byMachine(Channel.CHAT, false, true);
    assertThat(guard.lacking(BARE, Samples.dossier(), text, Samples.NOW))
        .containsExactly(Duty.OPT_OUT);
    assertThat(guard.lacking(BARE, Samples.dossier(), page, Samples.NOW)).isEmpty();
  }
}
