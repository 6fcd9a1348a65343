package io.heyue.core.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.heyue.core.base.Channel;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.core.law.LenderPolicy.Raise;
import io.heyue.core.law.LenderPolicy.Value;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.SampleLaw.Contact;
import io.heyue.core.samples.Samples;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LenderPolicyTest {
  private static final Rule DAY =
      cap("XX-1", RuleForm.Count.ATTEMPTS, 2, 1, Value.MAX_ATTEMPTS_PER_DAY, 6);
  private static final Rule REACHED =
      cap("XX-2", RuleForm.Count.EFFECTIVE, 1, 1, Value.MAX_EFFECTIVE_PER_DAY, 3);
  private static final Rule WEEK =
      cap("XX-3", RuleForm.Count.EFFECTIVE, 3, 7, Value.MAX_EFFECTIVE_PER_WEEK, 21);

  private static Rule cap(String id, RuleForm.Count count, int most, int days, Value by, int to) {
    return SampleLaw.rule(
        id,
        new RuleForm.FrequencyCap(
            count,
            RuleForm.Per.PERSON,
            most,
            new CountSpan.Days(days),
            Set.of(),
            Optional.of(new Raise(by, to))));
  }

  private static LenderPolicy policy(int attempts, int effective, int week, boolean signed) {
    return new LenderPolicy(of(attempts), of(effective), of(week), signed);
  }

  private static OptionalInt of(int most) {
    return most < 0 ? OptionalInt.empty() : OptionalInt.of(most);
  }

  private static boolean permitted(Rule rule, int contacts, LenderPolicy policy) {
    List<Trace> history =
        Collections.nCopies(contacts, new Trace(Samples.NOW, Channel.CALL, "number-1", true));
    return ContactLaw.judge(
            rule,
            new Moment(new Contact().policy(policy).history(history.toArray(Trace[]::new)).facts()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-1, true, 2",
    "0, false, 0",
    "1, false, 1",
    "2, false, 2",
    "3, false, 2",
    "3, true, 3",
    "6, true, 6",
    "7, true, 2",
    "1, true, 1",
  })
  void aStricterValueCountsAndALooserOneOnlySignedAndLawful(
      int wanted, boolean signed, int counts) {
    LenderPolicy policy = policy(wanted, -1, -1, signed);
    if (counts > 0) {
      assertThat(permitted(DAY, counts - 1, policy)).isTrue();
    }
    assertThat(permitted(DAY, counts, policy)).isFalse();
  }

  @Test
  void eachValueChangesItsOwnRule() {
    LenderPolicy policy = policy(3, 2, 4, true);
    assertThat(permitted(DAY, 2, policy)).isTrue();
    assertThat(permitted(DAY, 3, policy)).isFalse();
    assertThat(permitted(REACHED, 1, policy)).isTrue();
    assertThat(permitted(REACHED, 2, policy)).isFalse();
    assertThat(permitted(WEEK, 3, policy)).isTrue();
    assertThat(permitted(WEEK, 4, policy)).isFalse();
  }

  @Test
  void whatDoesNotCountIsNamedOnceWithItsReason() {
    List<Rule> rules = List.of(DAY, REACHED, WEEK, DAY);
    assertThat(policy(6, 3, 21, true).ignored(rules)).isEmpty();
    assertThat(policy(2, 1, 3, false).ignored(rules)).isEmpty();
    assertThat(policy(1, 0, 2, false).ignored(rules)).isEmpty();
    assertThat(LenderPolicy.NONE.ignored(rules)).isEmpty();
    List<LenderPolicy.Ignored> unsigned = policy(3, -1, 4, false).ignored(rules);
    assertThat(unsigned)
        .extracting(LenderPolicy.Ignored::value)
        .containsExactly(Value.MAX_ATTEMPTS_PER_DAY, Value.MAX_EFFECTIVE_PER_WEEK);
    assertThat(unsigned.getFirst())
        .hasToString(
            "policy.maxAttemptsPerDay 3 is ignored and 2 counts: it is looser and was not signed (XX-1@1)");
    assertThat(policy(7, -1, -1, true).ignored(rules).getFirst())
        .hasToString(
            "policy.maxAttemptsPerDay 7 is ignored and 2 counts: it is above what the law allows (XX-1@1)");
    assertThat(policy(6, -1, -1, false).ignored(rules).getFirst().unlawful())
        .as("the largest that is lawful lacks only the signature")
        .isFalse();
    assertThat(SampleLaw.book(DAY).ignored(new Contact().policy(policy(9, -1, -1, true)).facts()))
        .hasSize(1);
  }

  @Test
  void aNegativeNumberIsNoPolicy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new LenderPolicy(OptionalInt.empty(), OptionalInt.of(-1), OptionalInt.empty(), true))
        .withMessageContaining("policy.maxEffectivePerDay");
  }
}
