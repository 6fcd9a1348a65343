package io.heyue.voice.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Cue;
import io.heyue.voice.hear.Expecting;
import io.heyue.voice.line.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole conversations in virtual time, heard by the real detector of speech. */
class PhoneTalkTest extends TalkInVirtualTime {
  @Test
  void theOpeningIsSaidAtOnceAndWhatIsPrivateOnlyToAPerson() {
    call.talk.say(VirtualCall.greeting(1, OPENING, true));
    call.talk.say(VirtualCall.asking(2, Expecting.YES_NO, 1, "You owe us money, do you know?"));
    call.pass(Duration.ofMillis(100));
    assertThat(call.lastOut).isPositive();
    call.pass(Duration.ofSeconds(4));
    assertThat(call.spoken).extracting(Spoken::id).containsExactly(1L);
    call.ears.understands("hello who is this");
    call.say("Hello?", Lang.EN).pass(Duration.ofSeconds(5));
    assertThat(call.spoken).extracting(Spoken::id).containsExactly(1L, 2L);
    assertThat(call.spoken).extracting(Spoken::whole).containsOnly(true);
  }

  @Test
  void aMachineNeverHearsWhatIsPrivate() {
    call.talk.say(VirtualCall.greeting(1, OPENING, true));
    call.talk.say(VirtualCall.asking(2, Expecting.YES_NO, 1, "You owe us money."));
    call.ears.understands("you have reached the mailbox please leave a message after the tone");
    call.say("You have reached the mailbox. Please leave a message after the tone.", Lang.EN)
        .pass(Duration.ofSeconds(10));
    assertThat(call.told).contains("judged MACHINE");
    assertThat(call.spoken).extracting(Spoken::id).containsExactly(1L);
  }

  @Test
  void aTurnIsGivenSoonAfterItsLastWord() {
    met();
    call.talk.say(VirtualCall.asking(2, Expecting.YES_NO, 1, "Is that you?"));
    call.pass(Duration.ofSeconds(2));
    call.ears.understands("yes it is");
    call.stages.clear();
    call.say("Yes, it is.", Lang.EN).untilTheyEnd();
    call.pass(SECOND);
    call.tellsLast("said yes it is");
    assertThat(call.stages)
        .hasSize(3)
        .hasOnlyElementsOfTypes(
            TalkStage.Silent.class, TalkStage.Understood.class, TalkStage.Over.class);
    assertThat(call.stages.getLast())
        .isEqualTo(new TalkStage.Over("answered", Duration.ofMillis(400)));
    assertThat(call.turns.getFirst().since()).isLessThan(Duration.ofMillis(900));
    assertThat(call.ears.expected.getLast().kind()).isEqualTo(Expecting.YES_NO);
  }

  @Test
  void twoPiecesAreOneTurnWhereOnlyABreathIsBetween() {
    met();
    call.talk.say(VirtualCall.asking(2, Expecting.SUM, 0, "How much?"));
    call.pass(Duration.ofSeconds(2));
    call.ears.understands("I can pay");
    call.ears.understands("two hundred dollars");
    call.say("I can pay", Lang.EN).untilTheyEnd();
    call.pass(Duration.ofMillis(350));
    call.say("two hundred dollars.", Lang.EN).untilTheyEnd();
    call.pass(Duration.ofSeconds(2));
    assertThat(call.told).containsExactly("said I can pay two hundred dollars");
  }

  @Test
  void whoSpeaksOverUsIsHeardAndWeFallSilent() {
    met();
    call.talk.say(
        VirtualCall.asking(
            2, Expecting.OPEN, 0, "This is a long sentence that goes on and on and on and on."));
    call.pass(Duration.ofMillis(600));
    call.ears.understands("stop please I have paid already");
    long began = call.millis();
    call.say("Stop please, I have paid already.", Lang.EN).untilTheyEnd();
    assertThat(call.lastOut - began).isBetween(100L, 900L);
    call.pass(Duration.ofSeconds(2));
    call.tellsLast("said stop please I have paid already");
    assertThat(call.turns.getFirst().over()).isTrue();
    assertThat(call.spoken).hasSize(1);
    assertThat(call.spoken.getFirst().whole()).isFalse();
    assertThat(call.spoken.getFirst().characters()).isBetween(5, 40);
  }

  @Test
  void aBackchannelStopsNothing() {
    met();
    call.talk.say(
        VirtualCall.asking(
            2, Expecting.OPEN, 0, "This is a long sentence that goes on and on and on and on."));
    call.pass(Duration.ofMillis(600));
    call.ears.understands("okay");
    call.say("Okay.", Lang.EN).pass(Duration.ofSeconds(6));
    assertThat(call.spoken).extracting(Spoken::whole).containsExactly(true);
    assertThat(call.turns).isEmpty();
  }

  @Test
  void norDoesABackchannelThatSoundedLikeAWordAtFirst() {
    met();
    call.talk.say(
        VirtualCall.asking(
            2, Expecting.OPEN, 0, "This is a long sentence that goes on and on and on and on."));
    call.pass(Duration.ofMillis(600));
    call.ears.understands("write", "right");
    call.say("All right.", Lang.EN).pass(Duration.ofSeconds(6));
    assertThat(call.spoken).extracting(Spoken::whole).containsExactly(true);
    assertThat(call.turns).isEmpty();
  }

  @Test
  void afterACoughWeGoOnWhereWeWere() {
    met();
    call.talk.say(
        VirtualCall.asking(
            2, Expecting.OPEN, 0, "This is a long sentence that goes on and on and on and on."));
    call.pass(Duration.ofMillis(600));
    // Nothing is understood of it.
    call.say("Ah, ah, ah, ah.", Lang.EN).untilTheyEnd();
    call.pass(Duration.ofSeconds(8));
    assertThat(call.spoken).extracting(Spoken::whole).containsExactly(true);
    assertThat(call.turns).isEmpty();
  }

  @Test
  void whatTheLawWantsSaidIsSaidToItsEndAndWhatWasSaidMeanwhileIsKept() {
    call.talk.say(
        VirtualCall.greeting(
            1, "Hello this is a machine and the law wants that you hear all of this", true));
    call.pass(Duration.ofMillis(500));
    call.ears.understands("who is this and what do you want");
    call.say("Who is this, and what do you want?", Lang.EN).pass(Duration.ofSeconds(7));
    assertThat(call.spoken).extracting(Spoken::whole).containsExactly(true);
    assertThat(call.told).contains("said who is this and what do you want");
  }

  @Test
  void whatNoVoiceCanSayThoughTheLawWantsItEndsTheCall() {
    call.talk.say(VirtualCall.greeting(1, VirtualCall.UNSAYABLE, true));
    call.pass(SECOND);
    assertThat(call.told).contains("we hang up");
    assertThat(call.faults).hasSize(1);
  }

  @Test
  void aKeyAnswersAtOnceAndOutweighsWords() {
    met();
    call.talk.say(VirtualCall.asking(2, Expecting.YES_NO, 1, "Press one for yes, two for no."));
    call.pass(Duration.ofMillis(500));
    call.talk.pressed('1');
    call.tellsLast("keyed 1");
    call.pass(Duration.ofMillis(100));
    assertThat(call.spoken).extracting(Spoken::whole).containsExactly(false);
    call.talk.say(VirtualCall.asking(3, Expecting.SUM, 0, "How much?"));
    call.pass(SECOND);
    for (char key : "250#".toCharArray()) {
      call.talk.pressed(key);
      call.pass(Duration.ofMillis(200));
    }
    call.tellsLast("keyed 250");
    call.talk.say(VirtualCall.asking(4, Expecting.NUMBER, 4, "Which four?"));
    call.pass(SECOND);
    for (char key : "0012".toCharArray()) {
      call.talk.pressed(key);
    }
    call.tellsLast("keyed 0012");
    call.talk.say(VirtualCall.asking(5, Expecting.SUM, 0, "How much?"));
    call.pass(SECOND);
    call.talk.pressed('7');
    call.pass(Duration.ofSeconds(4));
    call.tellsLast("keyed 7");
  }

  @Test
  void aHashEndsAnEntryThatMayBeEmptyAndUnknownKeysAreNone() {
    met();
    call.talk.say(VirtualCall.asking(2, Expecting.YES_NO, 1, "Press one for yes, two for no."));
    call.pass(SECOND);
    call.talk.pressed('A');
    call.pass(SECOND);
    assertThat(call.told).isEmpty();
    call.talk.pressed('#');
    assertThat(call.told).containsExactly("keyed ");
  }

  @Test
  void silenceIsToldOnceForEachOfOurQuestions() {
    met();
    call.talk.say(VirtualCall.asking(2, Expecting.YES_NO, 1, "Is that you?"));
    call.pass(Duration.ofSeconds(20));
    assertThat(call.told).containsExactly("quiet");
    call.talk.say(VirtualCall.asking(3, Expecting.YES_NO, 1, "Are you there?"));
    call.pass(Duration.ofSeconds(20));
    assertThat(call.told).containsExactly("quiet", "quiet");
  }

  @Test
  void whoIsntUnderstoodIsToldSo() {
    met();
    call.talk.say(VirtualCall.asking(2, Expecting.YES_NO, 1, "Is that you?"));
    call.pass(Duration.ofSeconds(2));
    call.ears.understands(Scripted.BREAKS);
    call.say("Something that nobody understands.", Lang.EN).pass(Duration.ofSeconds(5));
    assertThat(call.told).containsExactly("said ");
    assertThat(call.faults).isNotEmpty();
  }

  @Test
  void weLeaveOnceAllIsSaid() {
    met();
    call.talk.say(VirtualCall.asking(2, Expecting.OPEN, 0, "Goodbye then."));
    call.talk.leave();
    call.pass(Duration.ofSeconds(3));
    assertThat(call.told).containsExactly("we hang up", "ended ANSWERED_PERSON");
    assertThat(call.spoken).extracting(Spoken::whole).containsExactly(true);
  }

  @Test
  void aCallThatNobodyTakesSaysSo() {
    VirtualCall other = new VirtualCall(MODEL, Lang.EN);
    other.talk.ringing();
    other.talk.ended(new Ending(Ending.How.REFUSED, 486, List.of(), ""), false);
    assertThat(other.told).containsExactly("ended BUSY");
  }

  /** What is said begins with the rhythm that says that a machine speaks. */
  private static Saying cued(Saying saying) {
    return new Saying(
        saying.id(),
        saying.sentences(),
        saying.hearers(),
        saying.answer(),
        saying.keys(),
        saying.quiet(),
        saying.delivery().withCue(true));
  }

  @Test
  void theRhythmIsHeardOnceBeforeTheWordsAndCountsAsNone() {
    met();
    call.out.clear();
    call.talk.say(cued(VirtualCall.asking(2, Expecting.OPEN, 0, "Good day.", "How are you?")));
    call.pass(Duration.ofSeconds(4));
    short[] rhythm = Cue.rhythm(8_000).samples();
    assertThat(call.out).hasSize(rhythm.length + 960 + 21 * 480);
    for (int at = 0; at < rhythm.length; at++) {
      assertThat(call.out.get(at)).isEqualTo(rhythm[at]);
    }
    assertThat(call.out.subList(rhythm.length, rhythm.length + 960)).containsOnly((short) 0);
    assertThat(call.out.get(rhythm.length + 960)).isEqualTo((short) 1_000);
    assertThat(call.spoken).containsExactly(new Spoken(2, 21, true));

    call.out.clear();
    call.talk.say(VirtualCall.asking(3, Expecting.OPEN, 0, "Good day."));
    call.pass(Duration.ofSeconds(2));
    assertThat(call.out).hasSize(9 * 480);
  }

  @Test
  void ofWhatIsBrokenOffInTheRhythmNoWordWasSaid() {
    met();
    call.talk.say(cued(VirtualCall.asking(2, Expecting.OPEN, 0, "Good day, how are you?")));
    call.pass(Duration.ofMillis(300));
    call.talk.hush();
    call.pass(SECOND);
    assertThat(call.spoken).containsExactly(new Spoken(2, 0, false));

    call.spoken.clear();
    call.talk.say(cued(VirtualCall.asking(3, Expecting.OPEN, 0, "一二三四五六七八九十")));
    call.pass(Duration.ofMillis(560 + 320));
    call.talk.hush();
    call.pass(SECOND);
    assertThat(call.spoken).containsExactly(new Spoken(3, 5, false));
  }

  /** Notes what a borrower is told. */
  private static final class Noting implements Borrower {
    final List<String> told = new ArrayList<>();
    int frames;

    @Override
    public void lent() {
      told.add("lent");
    }

    @Override
    public void heard(short[] frame, long at) {
      frames++;
    }

    @Override
    public void ended() {
      told.add("ended");
    }
  }

  @Test
  void aTalkThatIsLentHearsNothingAndGoesOnWhenItComesBack() {
    met();
    Noting borrower = new Noting();
    call.talk.say(VirtualCall.asking(2, Expecting.OPEN, 0, "Please hold the line."));
    Loan loan = call.talk.lend(borrower);
    call.pass(Duration.ofMillis(500));
    assertThat(borrower.told).as("we still speak").isEmpty();
    call.pass(SECOND);
    assertThat(borrower.told).containsExactly("lent");
    int before = call.ears.expected.size();
    call.say("Is anybody there?", Lang.EN).untilTheyEnd();
    call.talk.pressed('1');
    call.talk.say(VirtualCall.asking(3, Expecting.OPEN, 0, "Sorry, nobody is there."));
    call.pass(Duration.ofSeconds(20));
    assertThat(call.ears.expected).as("recognised").hasSize(before);
    assertThat(call.told).isEmpty();
    assertThat(borrower.frames).isGreaterThan(1_000);
    assertThat(call.spoken).hasSize(1);

    loan.giveBack();
    call.pass(Duration.ofSeconds(3));
    assertThat(call.spoken).extracting(Spoken::whole).containsExactly(true, true);
    call.ears.understands("tomorrow");
    call.say("Tomorrow.", Lang.EN).pass(Duration.ofSeconds(3));
    call.tellsLast("said tomorrow");
    int frames = borrower.frames;
    call.pass(SECOND);
    assertThat(borrower.frames).isEqualTo(frames);
    loan.hangUp();
    assertThat(call.told).doesNotContain("we hang up");
  }

  @Test
  void aTalkThatIsKeptSaysNothingMoreAndTellsTheEnd() {
    met();
    Noting borrower = new Noting();
    Loan loan = call.talk.lend(borrower);
    call.pass(SECOND);
    loan.keep();
    loan.giveBack();
    call.talk.say(VirtualCall.asking(2, Expecting.OPEN, 0, "Nobody hears this."));
    call.talk.leave();
    call.say("Is anybody there?", Lang.EN).pass(Duration.ofSeconds(30));
    assertThat(call.spoken).isEmpty();
    assertThat(call.told).isEmpty();
    loan.hangUp();
    assertThat(call.told).containsExactly("we hang up", "ended ANSWERED_PERSON");
    assertThat(borrower.told).containsExactly("lent", "ended");
  }
}
