package io.heyue.voice.hear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Companding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SpeechHubTest {
  private static final int RATE = SpeechDetector.RATE;
  private static final int FRAME = SpeechDetector.FRAME;
  private static final int PIECE = 160;

  private static SpeechModel model;

  @BeforeAll
  static void load() {
    model = SpeechModel.load();
  }

  @AfterAll
  static void close() {
    model.close();
  }

  /** Writes down what it is told. */
  private static class Scores implements SpeechHub.Listener {
    final List<Double> all = new ArrayList<>();
    final List<Long> places = new ArrayList<>();
    final List<Throwable> faults = new ArrayList<>();

    @Override
    public void scored(double probability, long at) {
      all.add(probability);
      places.add(at);
    }

    @Override
    public void failed(Throwable fault) {
      faults.add(fault);
    }

    List<SpeechEvent> events() {
      return SpeechHubTest.events(all);
    }
  }

  private static List<SpeechEvent> events(List<Double> probabilities) {
    SpeechSegments segments = new SpeechSegments(HearingSettings.usual());
    List<SpeechEvent> events = new ArrayList<>();
    for (double each : probabilities) {
      segments.came(each).ifPresent(events::add);
    }
    segments.close().ifPresent(events::add);
    return events;
  }

  private static List<Double> detected(short[] samples) {
    SpeechDetector detector = model.detector();
    List<Double> all = new ArrayList<>();
    for (int from = 0; from + PIECE <= samples.length; from += PIECE) {
      detector.came(Arrays.copyOfRange(samples, from, from + PIECE)).ifPresent(all::add);
    }
    return all;
  }

  /** All calls at once, a piece of each and then a tick. */
  private static List<Scores> heard(SpeechRounds rounds, List<short[]> calls) {
    List<Scores> heard = new ArrayList<>();
    List<SpeechHub.Line> lines = new ArrayList<>();
    for (short[] _ : calls) {
      Scores scores = new Scores();
      heard.add(scores);
      lines.add(rounds.line(scores));
    }
    int longest = calls.stream().mapToInt(call -> call.length).max().orElseThrow();
    for (int from = 0; from < longest; from += PIECE) {
      for (int call = 0; call < calls.size(); call++) {
        short[] samples = calls.get(call);
        if (from + PIECE <= samples.length) {
          lines.get(call).came(Arrays.copyOfRange(samples, from, from + PIECE), from);
        }
      }
      rounds.tick();
    }
    return heard;
  }

  /** The sentences of {@link SpeechDetectorTest} at their places, over noise or over nothing. */
  private static List<short[]> calls(double noise) {
    Random random = new Random(41);
    List<short[]> calls = new ArrayList<>();
    for (int at = 0; at < 5; at++) {
      for (Lang lang : Lang.values()) {
        String said =
            lang == Lang.ZH
                ? SpeechDetectorTest.CHINESE.get(at)
                : SpeechDetectorTest.ENGLISH.get(at);
        short[] speech = Speaker.say(said, lang, 170).trimmed(300).samples();
        int pause = RATE * (1 + random.nextInt(3));
        short[] call =
            Noise.white(
                random,
                2 * speech.length + 4 * pause + random.nextInt(RATE),
                noise * Noise.loudness(speech));
        Noise.add(call, speech, pause);
        Noise.add(call, speech, speech.length + 3 * pause);
        calls.add(Companding.PCMA.decode(Companding.PCMA.encode(call)));
      }
    }
    return calls;
  }

  @Test
  void whoHasTooMuchToJudgeStillRests() {
    assertThat(SpeechHub.next(108, 102, 2)).isEqualTo(108);
    assertThat(SpeechHub.next(108, 200, 100)).isEqualTo(225);
  }

  @Test
  void togetherTheyHearWhatEachAloneWould() {
    SpeechRounds rounds = new SpeechRounds(model);
    List<short[]> calls = calls(0.1);
    List<Scores> heard = heard(rounds, calls);
    for (int call = 0; call < calls.size(); call++) {
      List<Double> alone = detected(calls.get(call));
      Scores scores = heard.get(call);
      assertThat(scores.all).hasSameSizeAs(alone);
      for (int frame = 0; frame < alone.size(); frame++) {
        assertThat(scores.all.get(frame)).isCloseTo(alone.get(frame), within(0.001));
        assertThat(scores.places.get(frame)).isEqualTo((long) frame * FRAME);
      }
      assertThat(scores.events()).isEqualTo(events(alone)).hasSizeGreaterThanOrEqualTo(4);
    }
    assertThat(rounds.figures().batches()).isLessThan(rounds.figures().scored() / 5);
    rounds.close();
  }

  /**
   * Silence of no sound at all, and of comfort noise as the media engine makes it. Speech begins
   * within a frame of where a detector alone finds it, or earlier, since that one grows dull of
   * long silence; never before there is a sound. It ends within two frames.
   */
  @Test
  void whereSilenceIsNotJudgedSpeechIsFoundAllTheSame() {
    for (double noise : new double[] {0, 0.001}) {
      SpeechRounds rounds = new SpeechRounds(model);
      List<short[]> calls = calls(noise);
      List<Scores> heard = heard(rounds, calls);
      for (int call = 0; call < calls.size(); call++) {
        List<SpeechEvent> alone = events(detected(calls.get(call)));
        List<SpeechEvent> together = heard.get(call).events();
        assertThat(together).hasSameSizeAs(alone).hasSizeGreaterThanOrEqualTo(4);
        for (int at = 0; at < alone.size(); at++) {
          near(calls.get(call), together.get(at), alone.get(at));
        }
      }
      assertThat(rounds.figures().silent()).isGreaterThan(rounds.figures().scored() / 3);
      rounds.close();
    }
  }

  private static void near(short[] call, SpeechEvent together, SpeechEvent alone) {
    switch (together) {
      case SpeechEvent.Began(long at, long _) -> {
        assertThat(alone).isInstanceOf(SpeechEvent.Began.class);
        assertThat(at).isLessThanOrEqualTo(((SpeechEvent.Began) alone).atSample() + FRAME);
        int from = Math.toIntExact(at);
        assertThat(Noise.loudness(Arrays.copyOfRange(call, from, from + FRAME))).isGreaterThan(20);
      }
      case SpeechEvent.Ended(long _, long to) -> {
        assertThat(alone).isInstanceOf(SpeechEvent.Ended.class);
        assertThat(to).isCloseTo(((SpeechEvent.Ended) alone).toSample(), within(2L * FRAME));
      }
    }
  }

  @Test
  void aBatchMayBeFullAndALineHaveManyFrames() {
    SpeechRounds rounds = new SpeechRounds(model);
    short[] noise = Noise.white(new Random(3), 5 * FRAME, 3_000);
    List<Scores> all = new ArrayList<>();
    for (int line = 0; line < 2 * SpeechRounds.BATCH + 3; line++) {
      Scores scores = new Scores();
      all.add(scores);
      rounds.line(scores).came(noise, 0);
    }
    rounds.tick();
    List<Double> alone = detected(noise);
    assertThat(all)
        .allSatisfy(scores -> {
          assertThat(scores.places).containsExactly(0L, 256L, 512L, 768L, 1_024L);
          assertThat(scores.all.get(4)).isCloseTo(alone.get(4), within(0.001));
        });
    assertThat(rounds.figures().batches()).isEqualTo(15);
    rounds.close();
  }

  @Test
  void whatDidNotComeIsSilence() {
    SpeechRounds rounds = new SpeechRounds(model);
    Scores scores = new Scores();
    Scores straight = new Scores();
    short[] noise = Noise.white(new Random(4), FRAME, 3_000);
    SpeechHub.Line line = rounds.line(scores);
    line.came(noise, 2 * FRAME);
    line.came(noise, 2 * FRAME + 100);
    rounds.tick();
    assertThat(scores.places).containsExactly(0L, 256L, 512L);
    line.came(new short[1], 4 * FRAME);
    rounds.tick();
    assertThat(scores.places).containsExactly(0L, 256L, 512L, 768L);

    short[] whole = new short[4 * FRAME];
    System.arraycopy(noise, 0, whole, 2 * FRAME, FRAME);
    System.arraycopy(noise, FRAME - 100, whole, 3 * FRAME, 100);
    rounds.line(straight).came(whole, 0);
    rounds.tick();
    assertThat(scores.all).hasSize(4);
    for (int frame = 0; frame < 4; frame++) {
      assertThat(scores.all.get(frame)).isCloseTo(straight.all.get(frame), within(0.001));
    }
    assertThat(line.dropped()).isZero();
    rounds.close();
  }

  @Test
  void aJumpOfAnHourIsAnHourOfSilence() {
    SpeechRounds rounds = new SpeechRounds(model);
    Scores scores = new Scores();
    SpeechHub.Line line = rounds.line(scores);
    int hour = 3_600 * RATE;
    line.came(new short[PIECE], hour);
    for (int tick = 0; tick <= hour / FRAME / 4_096; tick++) {
      rounds.tick();
    }
    assertThat(scores.places).hasSize((hour + PIECE) / FRAME).doesNotHaveDuplicates().isSorted();
    assertThat(rounds.figures().scored()).isEqualTo(10);
    rounds.close();
  }

  @Test
  void ofTooMuchTheOldestIsDroppedAndCounted() {
    SpeechRounds rounds = new SpeechRounds(model);
    Scores scores = new Scores();
    SpeechHub.Line line = rounds.line(scores);
    short[] noise = Noise.white(new Random(5), FRAME, 3_000);
    for (int frame = 0; frame < 40; frame++) {
      line.came(noise, (long) frame * FRAME);
    }
    assertThat(line.dropped()).isEqualTo(8 * FRAME);
    assertThat(rounds.figures().dropped()).isEqualTo(8 * FRAME);
    rounds.tick();
    rounds.tick();
    assertThat(scores.places).hasSize(40).isSorted();

    short[] whole = new short[40 * FRAME];
    for (int frame = 8; frame < 40; frame++) {
      System.arraycopy(noise, 0, whole, frame * FRAME, FRAME);
    }
    List<Double> alone = detected(whole);
    for (int frame = 0; frame < alone.size(); frame++) {
      assertThat(scores.all.get(frame)).isCloseTo(alone.get(frame), within(0.001));
    }
    rounds.close();
  }

  @Test
  void whoThrowsIsDeafAndNobodyElse() {
    SpeechRounds rounds = new SpeechRounds(model);
    Scores good = new Scores();
    Scores bad =
        new Scores() {
          @Override
          public void scored(double probability, long at) {
            super.scored(probability, at);
            throw new IllegalStateException("wrong");
          }
        };
    SpeechHub.Line first = rounds.line(bad);
    SpeechHub.Line second = rounds.line(good);
    first.came(new short[3 * FRAME], 0);
    second.came(new short[3 * FRAME], 0);
    rounds.tick();
    assertThat(bad.all).hasSize(1);
    assertThat(bad.faults).singleElement().asString().contains("wrong");
    assertThat(good.all).hasSize(3);
    assertThat(rounds.lines()).isOne();
    second.close();
    second.came(new short[3 * FRAME], 3 * FRAME);
    rounds.tick();
    assertThat(good.all).hasSize(3);
    assertThat(good.faults).isEmpty();
    rounds.close();
  }

  @Test
  void whatCantBeIsRefused() {
    SpeechRounds rounds = new SpeechRounds(model);
    SpeechHub.Line line = rounds.line(new Scores());
    assertThatThrownBy(() -> line.came(new short[1], -1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> line.came(new short[8_193], 0)).hasMessageContaining("8193");
    rounds.close();
  }

  /** With its thread: calls come in by threads of their own, as fast as they are heard. */
  @Test
  void theHubWorksByItself() throws InterruptedException {
    short[] speech = Speaker.say("我想先还两千块。", Lang.ZH, 160).samples();
    int frames = speech.length / FRAME;
    int callers = 4;
    CountDownLatch all = new CountDownLatch(callers * frames);
    List<List<Double>> heard = new ArrayList<>();
    SpeechHub hub = SpeechHub.start(model);
    try (hub) {
      List<Thread> threads = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        List<Double> scores = new ArrayList<>();
        Semaphore waiting = new Semaphore(16);
        heard.add(scores);
        SpeechHub.Line line =
            hub.line((probability, _) -> {
              scores.add(probability);
              waiting.release();
              all.countDown();
            });
        threads.add(
            Thread.ofPlatform()
                .start(() -> {
                  for (int frame = 0; frame < frames; frame++) {
                    waiting.acquireUninterruptibly();
                    int from = frame * FRAME;
                    line.came(Arrays.copyOfRange(speech, from, from + FRAME), from);
                  }
                }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    }
    List<SpeechEvent> alone = events(detected(speech));
    assertThat(heard).allSatisfy(scores -> assertThat(events(scores)).isEqualTo(alone));
    assertThat(hub.figures().dropped()).isZero();
    assertThatThrownBy(() -> hub.line((_, _) -> {})).isInstanceOf(IllegalStateException.class);
  }
}
