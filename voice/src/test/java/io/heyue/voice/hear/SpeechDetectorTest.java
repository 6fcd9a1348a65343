package io.heyue.voice.hear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Companding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SpeechDetectorTest {
  private static final int RATE = SpeechDetector.RATE;
  private static final int PIECE = 160;

  static final List<String> CHINESE =
      List.of(
          "您好，请问您是哪位？",
          "我下个月十五号发工资。",
          "我现在没有钱还。",
          "我想先还两千块。",
          "能不能分三期还？",
          "你们不要再打给我家里人了。",
          "好的，我明天还。",
          "我已经还过了，你查一下。",
          "这个利息太高了。",
          "我在开车，晚一点再说。");

  static final List<String> ENGLISH =
      List.of(
          "Hello, who is calling please?",
          "I get paid on the fifteenth.",
          "I can't pay right now.",
          "I could pay two thousand this month.",
          "May I pay in three parts?",
          "Please don't call my family.",
          "All right, I'll do it tomorrow.",
          "I paid that last week already.",
          "The interest is too high for me.",
          "I'm driving, call me later.");

  private static SpeechModel model;

  @BeforeAll
  static void load() {
    model = SpeechModel.load();
  }

  @AfterAll
  static void close() {
    model.close();
  }

  private static List<SpeechEvent> events(short[] samples) {
    SpeechDetector detector = model.detector();
    SpeechSegments segments = new SpeechSegments(HearingSettings.usual());
    List<SpeechEvent> events = new ArrayList<>();
    for (int from = 0; from + PIECE <= samples.length; from += PIECE) {
      OptionalDouble probability = detector.came(Arrays.copyOfRange(samples, from, from + PIECE));
      if (probability.isPresent()) {
        segments.came(probability.getAsDouble()).ifPresent(events::add);
      }
    }
    segments.close().ifPresent(events::add);
    return events;
  }

  /** What was found of one sentence at a known place; in milliseconds after the truth. */
  private record Found(Lang lang, String said, long beginning, long end, int segments) {
    boolean right() {
      return Math.abs(beginning) <= 150 && Math.abs(end) <= 300;
    }
  }

  private static Found find(Lang lang, String said, int wordsPerMinute, Random random) {
    short[] speech = Speaker.say(said, lang, wordsPerMinute).trimmed(300).samples();
    int from = RATE / 2 + random.nextInt(2 * RATE);
    double noise = Noise.loudness(speech) / 10; // 20 dB below it
    int length = from + speech.length + RATE + random.nextInt(RATE);
    short[] call =
        random.nextBoolean()
            ? Noise.white(random, length, noise)
            : Noise.brown(random, length, noise);
    Noise.add(call, speech, from);
    // As the telephone carries it.
    List<SpeechEvent> events = events(Companding.PCMA.decode(Companding.PCMA.encode(call)));
    if (events.isEmpty()) {
      return new Found(lang, said, Long.MAX_VALUE, Long.MAX_VALUE, 0);
    }
    SpeechEvent.Began began = (SpeechEvent.Began) events.getFirst();
    SpeechEvent.Ended ended = (SpeechEvent.Ended) events.getLast();
    assertThat(began.keptFrom()).isLessThanOrEqualTo(began.atSample());
    return new Found(
        lang,
        said,
        (began.atSample() - from) * 1_000 / RATE,
        (ended.toSample() - from - speech.length) * 1_000 / RATE,
        events.size() / 2);
  }

  @Test
  void speechIsFoundWhereItIs() {
    Random random = new Random(41);
    List<Found> found = new ArrayList<>();
    for (int at = 0; at < 10; at++) {
      for (int wordsPerMinute : new int[] {150, 190}) {
        found.add(find(Lang.ZH, CHINESE.get(at), wordsPerMinute, random));
        found.add(find(Lang.EN, ENGLISH.get(at), wordsPerMinute, random));
      }
    }
    assertThat(found).hasSize(40);
    assertThat(found.stream().filter(Found::right).count())
        .as("%s", found.stream().filter(each -> !each.right()).toList())
        .isGreaterThanOrEqualTo(38);
  }

  @Test
  void noiseIsNoSpeech() {
    Random random = new Random(42);
    for (double loudness : new double[] {30, 300, 3_000}) {
      assertThat(events(Noise.white(random, 60 * RATE, loudness))).as("%s", loudness).isEmpty();
      assertThat(events(Noise.brown(random, 60 * RATE, loudness))).as("%s", loudness).isEmpty();
    }
  }

  @Test
  void silenceIsNoSpeech() {
    assertThat(events(new short[60 * RATE])).isEmpty();
  }

  /** Ringing, busy and congested, a minute each, with a little noise. */
  @Test
  void networkTonesAreNoSpeech() {
    Random random = new Random(43);
    for (int[] cadence : new int[][] {{1_000, 4_000}, {350, 350}, {700, 700}}) {
      short[] call = Noise.white(random, 60 * RATE, 30);
      int tone = cadence[0] * RATE / 1_000;
      int period = tone + cadence[1] * RATE / 1_000;
      for (int from = 0; from + tone <= call.length; from += period) {
        Noise.add(call, Noise.tones(RATE, tone, 6_000, 450), from);
      }
      assertThat(events(call)).as("%s", Arrays.toString(cadence)).isEmpty();
    }
  }

  /** However the sound is cut, the same is heard, and calls at the same time don't disturb it. */
  @Test
  void callsAreApart() {
    short[] speech = Speaker.say("我想先还两千块。", Lang.ZH, 160).samples();
    List<Double> alone = probabilities(model.detector(), speech, PIECE);
    assertThat(alone).hasSize(speech.length / PIECE * PIECE / SpeechDetector.FRAME);
    assertThat(Collections.max(alone)).isGreaterThan(0.9);
    List<Integer> pieces = List.of(PIECE, 256, 1, 100, 255, PIECE, 37, 80);
    assertThat(pieces.parallelStream().map(each -> probabilities(model.detector(), speech, each)))
        .allSatisfy(heard ->
            assertThat(alone.subList(0, alone.size() - 1))
                .isEqualTo(heard.subList(0, alone.size() - 1)));
  }

  /** A frame is heard with the last 32 samples before it, as the model was taught. */
  @Test
  void aFrameIsHeardWithWhatCameBefore() {
    short[] speech = Speaker.say("您好", Lang.ZH, 160).trimmed(300).samples();
    FloatBuffer input = floats(288);
    FloatBuffer state = floats(256);
    List<Double> expected = new ArrayList<>();
    for (int from = 0; from + 256 <= speech.length; from += 256) {
      for (int at = 0; at < 288; at++) {
        int sample = from - 32 + at;
        input.put(at, sample < 0 ? 0 : speech[sample] / 32_768f);
      }
      expected.add((double) model.score(input, state));
    }
    assertThat(probabilities(model.detector(), speech, 256))
        .isEqualTo(expected)
        .hasSizeGreaterThan(5);
  }

  private static FloatBuffer floats(int count) {
    return ByteBuffer.allocateDirect(4 * count).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  private static List<Double> probabilities(SpeechDetector detector, short[] samples, int piece) {
    List<Double> all = new ArrayList<>();
    for (int from = 0; from + piece <= samples.length; from += piece) {
      detector.came(Arrays.copyOfRange(samples, from, from + piece)).ifPresent(all::add);
    }
    return all;
  }

  @Test
  void moreThanAFrameAtOnceIsRefused() {
    SpeechDetector detector = model.detector();
    assertThatThrownBy(() -> detector.came(new short[257]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("257");
  }
}
