package io.heyue.voice.hear;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.voice.hear.SpeechEvent.Began;
import io.heyue.voice.hear.SpeechEvent.Ended;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
  /** Samples of a millisecond. */
  private static final long MS = 8;

  /** So long that every moment between can be seen: half a second of speech is an interruption. */
  private static final HearingSettings PATIENT =
      new HearingSettings(
          0.5,
          0.35,
          Duration.ofMillis(90),
          Duration.ofMillis(200),
          Duration.ofMillis(200),
          Duration.ofMillis(500),
          Duration.ofMillis(200),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5));

  private final SpeakersPace pace = new SpeakersPace();

  private Turns turns = new Turns(PATIENT, Lang.ZH, pace);

  private final List<String> done = new ArrayList<>();
  private long now;

  private void did(List<TurnStep> steps) {
    steps.forEach(step -> done.add(now / MS + " " + step));
  }

  /** Goes on to a time, 20 ms at a time. */
  private void until(long milliseconds) {
    while (now + 20 * MS <= milliseconds * MS) {
      now += 20 * MS;
      did(turns.passed(now));
    }
  }

  private void weBegin(boolean mandatory) {
    did(turns.weBegin(now, mandatory));
  }

  private void weEnd() {
    did(turns.weEnd(now));
  }

  /** They begin, which is known 100 ms later. */
  private void theyBegin(long milliseconds) {
    until(milliseconds + 100);
    did(turns.heard(new Began(milliseconds * MS, 0), now));
  }

  /** They end, which is known 220 ms later. */
  private void theyEnd(long milliseconds) {
    until(milliseconds + 220);
    did(turns.heard(new Ended(0, milliseconds * MS), now));
  }

  private void understood(String words) {
    did(turns.understood(words, now - 200 * MS, now));
  }

  @Test
  void asAUsualSpeechStopsUsWithinAQuarterOfASecondAndABackchannelLetsUsGoOnAtOnce() {
    turns = new Turns(HearingSettings.usual(), Lang.ZH, pace);
    weBegin(false);
    theyBegin(1_000);
    until(1_240);
    assertThat(done).containsExactly("1120 STOP_SPEAKING");
    theyEnd(1_300);
    understood("嗯");
    until(1_600);
    assertThat(done).containsExactly("1120 STOP_SPEAKING", "1520 IGNORE", "1540 RESUME");
    assertThat(turns.state()).isEqualTo(TurnState.SPEAKING);
  }

  @Test
  void theSilenceThatARecogniserHeardIsNoSpeech() {
    theyBegin(1_000);
    until(1_900);
    // It heard all up to now; that they were silent from 1,700 on is known only later.
    did(turns.understood("两千块", 1_900 * MS, now));
    turns.asked(Expecting.SUM);
    theyEnd(1_700);
    until(2_080);
    assertThat(done).containsExactly("1900 KEEP");
    did(turns.understood("两千块钱", 1_920 * MS, now));
    until(2_100);
    assertThat(done).containsExactly("1900 KEEP", "2080 KEEP", "2100 GIVE_TURN");
    assertThat(turns.decided().orElseThrow().reason()).isEqualTo("answered");
  }

  @Test
  void speechStopsUsAfterHalfASecond() {
    weBegin(false);
    theyBegin(2_000);
    until(4_000);
    assertThat(done).containsExactly("2500 STOP_SPEAKING");
    assertThat(turns.state()).isEqualTo(TurnState.YIELDED);
  }

  @Test
  void wordsStopUsAtOnce() {
    weBegin(false);
    theyBegin(2_000);
    until(2_300);
    understood("等一下");
    until(4_000);
    assertThat(done).containsExactly("2300 KEEP", "2320 STOP_SPEAKING");
    assertThat(turns.state()).isEqualTo(TurnState.HEARING);
  }

  @Test
  void aShortWordThatIsUnderstoodLateStopsUsToo() {
    weBegin(false);
    theyBegin(2_000);
    theyEnd(2_240);
    assertThat(turns.state()).isEqualTo(TurnState.SPEAKING);
    until(2_600);
    understood("不对");
    until(4_000);
    assertThat(done).containsExactly("2600 STOP_SPEAKING", "2600 KEEP", "2940 GIVE_TURN");
  }

  @Test
  void aBackchannelLetsUsSpeakOn() {
    weBegin(false);
    theyBegin(2_000);
    until(2_400);
    understood("嗯");
    until(2_600);
    understood("嗯嗯");
    theyEnd(2_900);
    until(4_000);
    assertThat(done).containsExactly("2400 IGNORE", "2600 IGNORE");
    assertThat(turns.state()).isEqualTo(TurnState.SPEAKING);
  }

  @Test
  void aBackchannelThatGoesOnIsOne() {
    weBegin(false);
    theyBegin(2_000);
    until(2_400);
    understood("好的");
    until(2_800);
    understood("好的我明天还");
    until(3_000);
    assertThat(done).containsExactly("2400 IGNORE", "2800 KEEP", "2820 STOP_SPEAKING");
  }

  @Test
  void whoSpeaksOnAfterABackchannelIsHeardInTheEnd() {
    weBegin(false);
    theyBegin(2_000);
    until(2_400);
    understood("嗯");
    until(9_000);
    assertThat(done.subList(0, 2)).containsExactly("2400 IGNORE", "4400 STOP_SPEAKING");
  }

  @Test
  void theAnswerToAQuestionIsNoBackchannel() {
    weBegin(false);
    until(2_000);
    turns.asked(Expecting.YES_NO);
    theyBegin(2_200);
    until(2_500);
    understood("好的");
    theyEnd(2_600);
    until(4_000);
    assertThat(done).containsExactly("2500 KEEP", "2520 STOP_SPEAKING", "3000 GIVE_TURN");
  }

  @Test
  void aCoughIsForgottenAndWeGoOnWhereWeWere() {
    weBegin(false);
    theyBegin(2_000);
    theyEnd(2_700);
    until(6_000);
    assertThat(done).containsExactly("2500 STOP_SPEAKING", "4700 RESUME");
    assertThat(turns.state()).isEqualTo(TurnState.SPEAKING);
  }

  @Test
  void aLongBackchannelIsAFalseInterruptionToo() {
    weBegin(false);
    theyBegin(2_000);
    until(2_600);
    understood("嗯");
    theyEnd(2_700);
    until(6_000);
    assertThat(done).containsExactly("2500 STOP_SPEAKING", "2600 IGNORE", "2940 RESUME");
  }

  @Test
  void wordsThatComeAfterWeFellSilentTakeTheTurn() {
    weBegin(false);
    theyBegin(2_000);
    theyEnd(2_700);
    until(3_000);
    understood("我没有钱");
    until(6_000);
    assertThat(done).containsExactly("2500 STOP_SPEAKING", "3000 KEEP", "3400 GIVE_TURN");
  }

  @Test
  void whoIsNotUnderstoodIsToldSo() {
    weBegin(false);
    theyBegin(2_000);
    until(8_000);
    assertThat(done).containsExactly("2500 STOP_SPEAKING", "7500 GIVE_TURN");
  }

  @Test
  void aMandatoryPieceIsSaidToItsEndAndWhatTheySaidIsKept() {
    weBegin(true);
    theyBegin(2_000);
    until(2_400);
    understood("我不要听这个");
    theyEnd(3_500);
    until(6_000);
    assertThat(done).containsExactly("2400 KEEP");
    weEnd();
    assertThat(done).containsExactly("2400 KEEP", "6000 GIVE_TURN");
    assertThat(turns.state()).isEqualTo(TurnState.LISTENING);
  }

  @Test
  void whoStillSpeaksWhenItEndsIsHeardOut() {
    weBegin(true);
    theyBegin(5_000);
    until(6_000);
    weEnd();
    understood("我不要听了");
    theyEnd(6_500);
    until(8_000);
    assertThat(done).containsExactly("6000 KEEP", "7200 GIVE_TURN");
  }

  @Test
  void aSumIsWaitedFor() {
    turns.asked(Expecting.SUM);
    theyBegin(1_000);
    until(1_600);
    understood("两千");
    theyEnd(2_000);
    theyBegin(3_300);
    until(3_600);
    understood("五百块");
    theyEnd(4_000);
    until(6_000);
    assertThat(done).containsExactly("1600 KEEP", "3600 KEEP", "4400 GIVE_TURN");
    assertThat(pace.factor()).isEqualTo(1);
  }

  @Test
  void whatIsUnderstoodTooLateInterruptsNothing() {
    theyBegin(1_000);
    theyEnd(1_500);
    until(2_600);
    assertThat(done).containsExactly("2500 GIVE_TURN");
    weBegin(false);
    until(2_700);
    understood("我没有钱");
    until(4_000);
    assertThat(done).hasSize(1);
  }

  /** They say a sentence in two halves with a pause, and all that they mean to say after it. */
  private long saysInHalves(long from, long pause) {
    theyBegin(from);
    until(from + 600);
    understood("我这个月");
    theyEnd(from + 1_000);
    long second = from + 1_000 + pause;
    until(second);
    if (done.getLast().endsWith("GIVE_TURN")) {
      weBegin(false);
    }
    theyBegin(second);
    until(second + 400);
    understood("工资还没有发");
    theyEnd(second + 1_000);
    until(second + 3_000);
    weBegin(false);
    until(second + 5_000);
    weEnd();
    until(second + 6_000);
    return now / MS;
  }

  private long given() {
    return done.stream().filter(step -> step.endsWith("GIVE_TURN")).count();
  }

  @Test
  void whoWasCutInOnIsWaitedForFromThenOn() {
    long at = saysInHalves(1_000, 900);
    assertThat(given()).isEqualTo(2);
    assertThat(pace.factor()).isBetween(1.4, 1.9);
    at = saysInHalves(at, 900);
    assertThat(given()).isEqualTo(3);
    at = saysInHalves(at, 900);
    saysInHalves(at, 900);
    assertThat(given()).isEqualTo(5);
  }

  @Test
  void whoPausesForNearlyTooLongIsWaitedForALittleLonger() {
    saysInHalves(1_000, 590);
    assertThat(given()).isEqualTo(1);
    assertThat(pace.factor()).isBetween(1.01, 1.2);
  }

  @Test
  void whoSpeaksFluentlyIsWaitedForNoLongerAndWhatWasLearnedGoesAgain() {
    long at = saysInHalves(1_000, 300);
    assertThat(pace.factor()).isEqualTo(1);
    at = saysInHalves(at, 900);
    double learned = pace.factor();
    for (int turn = 0; turn < 3; turn++) {
      at = saysInHalves(at, 200);
    }
    assertThat(pace.factor()).isLessThan(1 + 0.75 * (learned - 1)).isGreaterThan(1);
  }

  @Test
  void whoSaysYesToUsOrAsksWhereWeAreHasNotGoneOn() {
    theyBegin(1_000);
    until(1_600);
    understood("我这个月");
    theyEnd(2_000);
    until(2_800);
    weBegin(false);
    theyBegin(2_900);
    until(3_200);
    understood("嗯");
    theyEnd(3_300);
    until(5_000);
    weEnd();
    theyBegin(6_000);
    until(6_600);
    understood("我没有钱");
    theyEnd(7_000);
    until(9_200);
    // Nothing was heard from us for two seconds.
    theyBegin(9_300);
    until(9_600);
    understood("听得到吗");
    theyEnd(10_000);
    until(12_000);
    assertThat(pace.factor()).isEqualTo(1);
  }

  @Test
  void whoAnswersAShortQuestionOfOursHasNotGoneOn() {
    theyBegin(1_000);
    until(1_600);
    understood("我这个月");
    theyEnd(2_000);
    until(2_720);
    weBegin(false);
    until(3_120);
    weEnd();
    theyBegin(3_300);
    until(3_600);
    understood("工资还没有发");
    theyEnd(4_000);
    until(6_000);
    assertThat(pace.factor()).isEqualTo(1);
  }

  @Test
  void noOneIsWaitedForMoreThanTwiceAsLong() {
    long at = 1_000;
    for (int turn = 0; turn < 6; turn++) {
      at = saysInHalves(at, 1_450);
    }
    assertThat(pace.factor()).isBetween(1.8, SpeakersPace.MOST);
  }
}
