package io.heyue.voice.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever happens to a call, a machine hears nothing but what anybody may hear. */
class SafeWordsTest {
  private static final ProgressTable TABLE = ProgressTable.standard();
  private static final Announcements ANNOUNCEMENTS = Announcements.standard();
  private static final short[] SILENCE = new short[CallProgress.FRAME];
  private static final short[] TONE = tone();
  private static final List<String> WORDS =
      List.of(
          "喂",
          "你好哪位",
          "我在开会",
          "请在提示音后留言",
          "我是机主的智能助理",
          "已关机",
          "hello",
          "state your name",
          "你打错了我不认识这个人以后不要再打了",
          "");

  private static short[] tone() {
    short[] tone = new short[CallProgress.FRAME];
    for (int at = 0; at < tone.length; at++) {
      tone[at] = (short) (6_000 * Math.sin(2 * Math.PI * 1_000 * at / 8_000));
    }
    return tone;
  }

  /** A call, with a memory of its own of what was a machine. */
  private static final class Life implements ProgressListener {
    private final CallProgress call =
        new CallProgress(TABLE, ANNOUNCEMENTS, Figures.standard(), this);

    private final Random random;
    private boolean machine;
    private boolean beeped;
    private boolean asked;
    private boolean ended;
    private final Set<Answerer> seen = EnumSet.noneOf(Answerer.class);

    Life(Random random) {
      this.random = random;
    }

    @Override
    public void came(Progress progress) {
      assertThat(ended).as("%s after the end", progress).isFalse();
      switch (progress) {
        case Progress.Judged judged -> {
          Opinion opinion = judged.opinion();
          seen.add(opinion.who());
          switch (opinion.who()) {
            case MACHINE, SCREENING -> machine = true;
            case PERSON -> {
              assertThat(machine && !asked).as("%s", opinion).isFalse();
              assertThat(beeped).as("after a beep: %s", opinion).isFalse();
              machine = false;
            }
            case UNSURE -> assertThat(machine).as("%s", opinion).isFalse();
          }
          beeped |= opinion.ground() == Opinion.Ground.BEEP;
        }
        case Progress.Ended _ -> ended = true;
        default -> {
          // Of the others no word depends.
        }
      }
    }

    private void frames(short[] samples, int count) {
      for (int times = 0; times < count; times++) {
        call.frame(samples);
        check();
      }
    }

    private void check() {
      if ((machine || seen.isEmpty()) && !call.mayHear().onlySafe()) {
        throw new AssertionError("More than safe words: " + call.opinion());
      }
    }

    private void something() {
      switch (random.nextInt(40)) {
        case 0, 1, 2, 3, 4 -> call.answered();
        case 5, 6, 7, 8, 9, 10 -> call.speechBegan(random.nextLong(call.now() + 1));
        case 11, 12, 13, 14, 15, 16 -> call.speechEnded(random.nextLong(call.now() + 1));
        case 17, 18 -> call.words(WORDS.get(random.nextInt(WORDS.size())), random.nextBoolean());
        case 20, 21 -> {
          asked = true;
          call.answeredUs(random.nextBoolean() ? HumanAnswer.WORDS : HumanAnswer.KEY);
          asked = false;
        }
        case 22 -> call.ringing();
        case 23 -> {
          frames(TONE, 8 + random.nextInt(8));
          frames(SILENCE, 2);
        }
        case 24 -> end();
        default -> frames(SILENCE, random.nextInt(3) == 0 ? 45 : 1);
      }
      check();
    }

    private void end() {
      switch (random.nextInt(8)) {
        case 0 -> call.refused(300 + random.nextInt(400), List.of("Q.850;cause=16"));
        case 1 -> call.failed();
        case 2 -> call.hungUp();
        default -> call.gaveUp(random.nextBoolean());
      }
    }
  }

  @Test
  void onceAMachineNothingButSafeWords() {
    Random random = new Random(77);
    Set<Answerer> seen = EnumSet.noneOf(Answerer.class);
    int machines = 0;
    for (int times = 0; times < 100_000; times++) {
      Life life = new Life(random);
      for (int more = 4 + random.nextInt(12); more > 0; more--) {
        life.something();
      }
      seen.addAll(life.seen);
      machines += life.seen.contains(Answerer.MACHINE) ? 1 : 0;
      life.call.hungUp();
      assertThat(life.call.verdict()).isPresent();
    }
    assertThat(seen).containsExactlyInAnyOrder(Answerer.values());
    assertThat(machines).isGreaterThan(5_000);
  }
}
