package io.heyue.core.dialogue;

import static io.heyue.core.samples.SampleFlow.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.channel.ChannelEvent.SpeechHeard;
import io.heyue.core.dialogue.Certainty.Decision;
import io.heyue.core.dialogue.Flow.Kind;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CertaintyTest {
  private static final SpeechHeard OPEN = new SpeechHeard("对", 0.4);
  private static final SpeechHeard CLOSED = new SpeechHeard("对", 0.99, true);

  @Test
  void unsureIsBelowTheFlowsConfidenceOrHeardByWhatCannotReject() {
    assertThat(Certainty.unsure(OPEN, 0.5)).isTrue();
    assertThat(Certainty.unsure(OPEN, 0.4)).isFalse();
    assertThat(Certainty.unsure(CLOSED, 0.5)).isTrue();
    assertThat(Certainty.unsure(CLOSED, 0)).isTrue();
    assertThat(Certainty.unsure(new ChannelEvent.Keyed("1"), 1)).isFalse();
    assertThat(Certainty.unsure(new ChannelEvent.TextReceived("对"), 1)).isFalse();
  }

  @Test
  void rowsThatDecideAreKnownByWhatTheyDo() {
    assertThat(Certainty.decision(row("a", Kind.MAIN).say("settle", "finish").build()))
        .contains(Decision.CONSENT);
    assertThat(Certainty.decision(row("a", Kind.MAIN).say("call_back").build()))
        .contains(Decision.CALL_BACK);
    assertThat(
            Certainty.decision(
                row("a", Kind.URGENT).given(Condition.ANSWER_RIGHT).say("finish").build()))
        .contains(Decision.PROOF);
    assertThat(
            Certainty.decision(
                row("a", Kind.URGENT).given(Condition.ANSWER_WRONG).say("finish").build()))
        .contains(Decision.PROOF);
    assertThat(Certainty.decision(row("a", Kind.MAIN).say("negotiate").build()))
        .as("is read back")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "STOP, STOP",
    "WRONG_PERSON, WHO",
    "THIRD_PARTY, WHO",
    "DECEASED, DEATH",
    "PAID_CLAIM, PAID",
    "DISPUTE, DISPUTE",
    "REFUSED, REFUSAL",
    "VERIFIED,",
    "COMPLAINT,",
    "DISTRESS,",
    "HARDSHIP,",
    "VULNERABLE,"
  })
  void whatIsMarkedDecidesOrIsOnTheSafeSide(Mark mark, Decision decision) {
    assertThat(
            Certainty.decision(row("a", Kind.MAIN).mark(mark).say("finish").build()).orElse(null))
        .isEqualTo(decision);
  }

  @ParameterizedTest
  @EnumSource(Decision.class)
  void onceUnsurelyHeardNothingCounts(Decision decision) {
    assertThat(Certainty.counts(decision, 0, OPEN)).isFalse();
    assertThat(Certainty.counts(decision, 0, CLOSED)).isFalse();
    assertThat(Certainty.asksAgain(decision, 0, CLOSED)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "CONSENT, true, false",
    "WHO, true, false",
    "CALL_BACK, true, false",
    "PROOF, false, false",
    "STOP, true, true",
    "PAID, true, true",
    "DISPUTE, true, true",
    "REFUSAL, true, true",
    "DEATH, true, true"
  })
  void aSecondTimeSomeDo(Decision decision, boolean open, boolean closed) {
    assertThat(Certainty.counts(decision, 1, OPEN)).isEqualTo(open);
    assertThat(Certainty.counts(decision, 1, CLOSED)).isEqualTo(closed);
  }

  @Test
  void thatSomebodyIsAStrangerCountsTheThirdTime() {
    assertThat(Certainty.asksAgain(Decision.WHO, 1, CLOSED)).isTrue();
    assertThat(Certainty.counts(Decision.WHO, 2, CLOSED)).isTrue();
    assertThat(Certainty.asksAgain(Decision.CONSENT, 1, CLOSED)).isFalse();
    assertThat(Certainty.counts(Decision.CONSENT, 2, CLOSED)).isFalse();
  }

  @Test
  void whatIsAskedAboutIsTakenOutOnce() {
    Set<String> taken = new HashSet<>(Set.of("start"));
    Certainty.note(taken, Decision.WHO, false);
    assertThat(Certainty.last(taken)).contains(Decision.WHO);
    assertThat(Certainty.last(taken)).isEmpty();
    assertThat(Certainty.times(taken)).isEqualTo(1);
    Certainty.note(taken, Decision.WHO, true);
    assertThat(Certainty.times(taken)).isEqualTo(2);
    Certainty.note(taken, Decision.CONSENT, false);
    assertThat(Certainty.times(taken)).isEqualTo(1);
  }
}
