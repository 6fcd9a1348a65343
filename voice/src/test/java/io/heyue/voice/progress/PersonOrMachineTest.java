package io.heyue.voice.progress;

import static io.heyue.voice.progress.Answerer.MACHINE;
import static io.heyue.voice.progress.Answerer.PERSON;
import static io.heyue.voice.progress.Answerer.SCREENING;
import static io.heyue.voice.progress.Answerer.UNSURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.progress.Opinion.Ground;
import io.heyue.voice.progress.Whistles.Whistle;
import org.junit.jupiter.api.Test;

class PersonOrMachineTest {
  private static final long START = 24_000;

  private final PersonOrMachine judge =
      new PersonOrMachine(Figures.standard(), Announcements.standard(), START);

  private long now = START;

  private void pass(long milliseconds) {
    for (long end = now + 8 * milliseconds; now < end; ) {
      now += 160;
      judge.advance(now);
    }
  }

  private void speak(long milliseconds) {
    judge.speechBegan(now);
    pass(milliseconds);
    judge.speechEnded(now);
  }

  private void is(Answerer who, Ground ground) {
    assertThat(judge.opinion()).isEqualTo(new Opinion(who, ground));
  }

  @Test
  void aShortGreetingAndAPauseIsAPerson() {
    pass(600);
    speak(700);
    pass(780);
    is(UNSURE, Ground.NOTHING);
    pass(20);
    is(PERSON, Ground.SHORT_GREETING);
    assertThat(judge.opinion().confidence()).isBetween(0.5, 0.95);
  }

  @Test
  void whoSpeaksOnIsAMachine() {
    judge.speechBegan(now);
    pass(1_680);
    is(UNSURE, Ground.NOTHING);
    pass(20);
    is(MACHINE, Ground.LONG_GREETING);
    judge.speechEnded(now);
    pass(10_000);
    is(MACHINE, Ground.LONG_GREETING);
  }

  @Test
  void whoWaitedForOurQuestionMayAnswerItAtLength() {
    speak(700);
    pass(800);
    is(PERSON, Ground.SHORT_GREETING);
    pass(6_000);
    judge.asked();
    speak(4_000);
    pass(1_000);
    is(PERSON, Ground.SHORT_GREETING);
  }

  @Test
  void whoSaidNothingUntilWeAskedMayAnswerAtLength() {
    pass(9_000);
    is(UNSURE, Ground.SILENCE);
    judge.asked();
    speak(3_000);
    pass(1_000);
    is(PERSON, Ground.SHORT_GREETING);
  }

  @Test
  void whoTalksWhileWeAskHasNotWaited() {
    speak(700);
    pass(800);
    judge.speechBegan(now);
    pass(1_000);
    judge.asked();
    pass(2_000);
    is(MACHINE, Ground.MONOLOGUE);
  }

  @Test
  void wordsOfGreetingGiveAPersonTime() {
    judge.speechBegan(now);
    pass(1_000);
    assertThat(judge.words("喂您好", false)).isEmpty();
    pass(900);
    assertThat(judge.words("喂您好请问是哪位", false)).isEmpty();
    judge.speechEnded(now);
    pass(100);
    is(UNSURE, Ground.TOO_LATE);
    pass(400);
    is(PERSON, Ground.GREETING_WORDS);
  }

  @Test
  void theVerdictIsDueAfterTwoSeconds() {
    speak(500);
    pass(600);
    speak(300);
    pass(580);
    is(UNSURE, Ground.NOTHING);
    pass(20);
    is(PERSON, Ground.SHORT_GREETING);
  }

  @Test
  void manyStretchesOrManyWordsAreAMachine() {
    for (int times = 0; times < 4; times++) {
      speak(200);
      pass(200);
    }
    is(MACHINE, Ground.MANY_STRETCHES);
    PersonOrMachine other =
        new PersonOrMachine(Figures.standard(), Announcements.standard(), START);
    assertThat(other.words("欢迎致电本公司我们的上班时间是早上九点", false)).isEmpty();
    assertThat(other.opinion()).isEqualTo(new Opinion(MACHINE, Ground.MANY_WORDS));
  }

  @Test
  void aCoughIsNoGreeting() {
    speak(80);
    pass(2_600);
    is(UNSURE, Ground.SILENCE);
    speak(600);
    pass(900);
    is(PERSON, Ground.SHORT_GREETING);
  }

  @Test
  void aPersonMayTurnOutToBeAMachine() {
    speak(900);
    pass(900);
    is(PERSON, Ground.SHORT_GREETING);
    judge.speechBegan(now);
    pass(1_780);
    is(PERSON, Ground.SHORT_GREETING);
    pass(20);
    is(MACHINE, Ground.MONOLOGUE);
  }

  @Test
  void whatIsSaidAfterAQuestionOfOursIsAnAnswer() {
    speak(900);
    pass(900);
    judge.asked();
    speak(6_000);
    pass(900);
    speak(9_000);
    is(PERSON, Ground.SHORT_GREETING);
    assertThat(judge.words("请您在提示音后留言", true)).isPresent();
    is(MACHINE, Ground.PHRASE);
  }

  @Test
  void whoeverWasSilentUpToTheQuestionMayAnswerAtLength() {
    pass(2_600);
    judge.asked();
    for (int times = 0; times < 5; times++) {
      speak(4_000);
      pass(400);
    }
    assertThat(judge.words("我现在在外地开车不太方便你晚一点再打过来吧", true)).isEmpty();
    is(UNSURE, Ground.TOO_LATE);
    judge.whistled(Whistle.BEEP);
    is(MACHINE, Ground.BEEP);
  }

  @Test
  void aMachineIsAPersonOnlyByAnAnswer() {
    speak(3_000);
    is(MACHINE, Ground.LONG_GREETING);
    pass(2_000);
    speak(400);
    pass(2_000);
    is(MACHINE, Ground.LONG_GREETING);
    judge.answered(HumanAnswer.WORDS);
    is(PERSON, Ground.ANSWERED_US);
    speak(9_000);
    is(PERSON, Ground.ANSWERED_US);
    judge.whistled(Whistle.BEEP);
    is(MACHINE, Ground.BEEP);
    judge.answered(HumanAnswer.KEY);
    is(MACHINE, Ground.BEEP);
  }

  @Test
  void whereAMachineSpokeOnlyAKeyCounts() {
    assertThat(judge.words("请说出您的姓名和来意", false)).isPresent();
    is(SCREENING, Ground.PHRASE);
    judge.answered(HumanAnswer.WORDS);
    is(SCREENING, Ground.PHRASE);
    judge.answered(HumanAnswer.KEY);
    is(PERSON, Ground.ANSWERED_US);
    assertThat(judge.words("请在提示音后留言", true)).isEmpty();
    judge.whistled(Whistle.BEEP);
    is(PERSON, Ground.ANSWERED_US);
  }

  @Test
  void anAnswerInWordsYieldsToExactWordsOfAMachine() {
    judge.answered(HumanAnswer.WORDS);
    assertThat(judge.words("请再提示音后留盐", true)).isEmpty();
    is(PERSON, Ground.ANSWERED_US);
    assertThat(judge.words("请在提示音后留言", true)).isPresent();
    is(MACHINE, Ground.PHRASE);
  }

  @Test
  void eventsOutOfOrderChangeNothing() {
    judge.speechEnded(now);
    judge.speechBegan(now);
    judge.speechBegan(now + 8);
    pass(500);
    judge.speechEnded(now);
    judge.speechEnded(now);
    pass(800);
    is(PERSON, Ground.SHORT_GREETING);
  }
}
