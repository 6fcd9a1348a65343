package io.heyue.voice.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.voice.hear.Expecting;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How conversations end, and what doesn't answer them; in virtual time. */
class PhoneTalkEndsTest extends TalkInVirtualTime {
  private static final String FAREWELL = "Then good bye, and here is the number of the help line";

  private void weLeave() {
    call.talk.say(VirtualCall.greeting(1, FAREWELL, false));
    call.talk.leave();
    call.pass(SECOND);
  }

  private void allWasSaidAndWeHungUp() {
    assertThat(call.spoken).extracting(Spoken::whole).containsExactly(true);
    assertThat(call.told).contains("we hang up");
  }

  @Test
  void whoSaysGoodByeOverOurLastWordsHearsThemToTheirEnd() {
    weLeave();
    call.ears.understands("good bye then thank you");
    call.say("Good bye then, thank you.", Lang.EN).untilTheyEnd();
    call.pass(Duration.ofSeconds(8));
    allWasSaidAndWeHungUp();
  }

  @Test
  void aKeyTakesNothingFromOurLastWords() {
    weLeave();
    call.talk.pressed('0');
    call.pass(Duration.ofSeconds(6));
    allWasSaidAndWeHungUp();
  }

  /** The words are taken back by whoever leads, as where a colleague answers in writing. */
  @Test
  void weLeaveAlsoWhereOurLastWordsAreTakenBack() {
    weLeave();
    call.talk.hush();
    call.pass(SECOND);
    assertThat(call.told).contains("we hang up");
  }

  private void offered() {
    met();
    call.talk.say(
        VirtualCall.asking(
            2, Expecting.YES_NO, 1, "You pay two hundred a month.", "Do you agree?", "Press one."));
  }

  @Test
  void nobodyAgreesByAKeyToWhatTheyHaveNotHeard() {
    offered();
    call.talk.pressed('1');
    call.pass(Duration.ofMillis(500));
    call.talk.pressed('1');
    call.pass(SECOND);
    assertThat(call.told).isEmpty();
    assertThat(call.lastOut).isCloseTo(call.millis(), org.assertj.core.data.Offset.offset(40L));
    call.pass(Duration.ofMillis(1_600));
    assertThat(call.asked).contains(2L);
    call.talk.pressed('1');
    assertThat(call.told).containsExactly("keyed 1");
  }

  @Test
  void aPersonIsToBeHadAtAnyTime() {
    offered();
    call.talk.pressed('0');
    assertThat(call.told).containsExactly("keyed 0");
  }

  /** What is asked next isn't heard yet: the second press belongs to the question before. */
  @Test
  void aSecondPressIsNoAnswerToWhatIsAskedNext() {
    offered();
    call.pass(Duration.ofSeconds(6));
    call.talk.pressed('1');
    call.talk.say(VirtualCall.asking(3, Expecting.OPEN, 1, "And why is that?"));
    call.talk.pressed('1');
    call.pass(Duration.ofMillis(20));
    assertThat(call.told).containsExactly("keyed 1");
    call.pass(SECOND);
    call.talk.pressed('2');
    assertThat(call.told).containsExactly("keyed 1", "keyed 2");
  }

  /** That the sentence before it was heard to its end may be known only after we fell silent. */
  @Test
  void ofASentenceThatWasStoppedBeforeItBeganNothingWasHeard() {
    met();
    call.talk.say(
        VirtualCall.asking(
            2, Expecting.OPEN, 0, "This is the first of two.", "And this is the second of them."));
    call.lateEnds = true;
    call.pass(Duration.ofMillis(1_400));
    call.ears.understands("stop please I have paid already");
    call.say("Stop please, I have paid already.", Lang.EN).untilTheyEnd();
    call.pass(Duration.ofSeconds(3));
    call.tellsLast("said stop please I have paid already");
  }

  /** They did take it, and budget and redialling must know. */
  @Test
  void aCallThatCantBeRecordedWasTakenAllTheSame() {
    call =
        new VirtualCall(
            MODEL,
            Lang.EN,
            false,
            Optional.of(_ -> {
              throw new IOException("No space left on device");
            }));
    call.talk.ringing();
    call.talk.up();
    call.pass(SECOND);
    assertThat(call.told)
        .containsSubsequence("we hang up", "ended ANSWERED_UNKNOWN")
        .doesNotContain("up");
    assertThat(call.faults).hasSize(1);
  }

  @Test
  void whoCallsUsIsNeverAMachine() {
    call = new VirtualCall(MODEL, Lang.EN, true, Optional.empty());
    call.talk.up();
    call.talk.say(VirtualCall.greeting(1, OPENING, true));
    call.pass(Duration.ofSeconds(4));
    call.ears.understands("the person you are calling is not available i heard");
    call.say("The person you are calling is not available, I heard.", Lang.EN).untilTheyEnd();
    call.talk.say(VirtualCall.asking(2, Expecting.OPEN, 0, "You owe us two hundred."));
    call.pass(Duration.ofSeconds(4));
    assertThat(call.spoken).extracting(Spoken::id).containsExactly(1L, 2L);
    assertThat(call.told).doesNotContain("judged MACHINE", "we hang up");
  }

  @Test
  void whoeverCantHearSpeaksNoMore() {
    call.goesDeaf(new IllegalStateException("The model failed."));
    assertThat(call.told).contains("we hang up");
    assertThat(call.faults).hasSize(1);
  }
}
