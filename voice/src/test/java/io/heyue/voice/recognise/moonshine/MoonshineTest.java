package io.heyue.voice.recognise.moonshine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.voice.audio.Sound;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.Heard;
import io.heyue.voice.recognise.Hypothesis;
import io.heyue.voice.recognise.Listening;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.RecogniserFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoonshineTest {
  private static final String SENTENCE = "I lost my job and I can't pay right now";

  private static final List<String> SENTENCES =
      List.of(
          SENTENCE,
          "I want to speak to a real person",
          "Stop calling me or I will complain",
          "My husband is not at home",
          "Let me check with my wife first",
          "What happens if I don't pay",
          "Please don't call me at work",
          "I am in hospital at the moment",
          "I don't understand what you mean");

  private static @Nullable Moonshine moonshine;

  @BeforeAll
  static void open() {
    moonshine = Line.moonshine(2);
  }

  @AfterAll
  static void close() {
    if (moonshine != null) {
      moonshine.close();
    }
  }

  private static Listening listen(Expected expected) {
    if (moonshine == null) {
      throw new IllegalStateException("It isn't open.");
    }
    return moonshine.listen(expected);
  }

  private static short[] heard(String words) {
    return Line.heard(Line.say(words), 90, 1);
  }

  private static Heard of(short[] samples, Expected expected) {
    try (Listening listening = listen(expected)) {
      listening.hear(samples);
      return listening.finish();
    }
  }

  @Test
  void wordsComeWithOtherWaysToWriteThem() {
    Heard heard = of(heard(SENTENCE), Expected.ANYTHING);
    assertThat(heard.words()).isEqualTo(SENTENCE);
    assertThat(heard.best()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(heard.best().getFirst().confidence())
        .isGreaterThan(heard.best().get(1).confidence());
    assertThat(heard.best().stream().mapToDouble(Hypothesis::confidence).sum())
        .isLessThanOrEqualTo(1.000_001);
    assertThat(heard.best().stream().map(each -> Written.key(each.words())))
        .doesNotHaveDuplicates();
  }

  @Test
  void silenceNoiseAndTheShortestSoundsAreNoWords() {
    Random random = new Random(1);
    short[] noise = new short[2 * Recogniser.RATE];
    short[] tone = new short[2 * Recogniser.RATE];
    for (int at = 0; at < noise.length; at++) {
      noise[at] = (short) (1_000 * Math.clamp(random.nextGaussian(), -4, 4));
      tone[at] = (short) (3_000 * Math.sin(2 * Math.PI * 450 * at / Recogniser.RATE));
    }
    assertThat(of(new short[Recogniser.RATE], Expected.ANYTHING)).isEqualTo(Heard.NOTHING);
    assertThat(of(new short[0], Expected.ANYTHING)).isEqualTo(Heard.NOTHING);
    assertThat(of(Arrays.copyOf(heard(SENTENCE), Utterance.LEAST - 1), Expected.ANYTHING))
        .isEqualTo(Heard.NOTHING);
    assertThat(of(noise, Expected.ANYTHING)).isEqualTo(Heard.NOTHING);
    assertThat(of(Arrays.copyOf(noise, 3_000), Expected.ANYTHING)).isEqualTo(Heard.NOTHING);
    assertThat(of(tone, Expected.ANYTHING)).isEqualTo(Heard.NOTHING);
  }

  @Test
  void wordsGrowWhileSomebodySpeaks() {
    short[] samples = heard(SENTENCE);
    try (Listening listening = listen(Expected.ANYTHING)) {
      String before = "";
      int changes = 0;
      for (int from = 0; from < samples.length; from += 160) {
        listening.hear(Arrays.copyOfRange(samples, from, Math.min(samples.length, from + 160)));
        String now = listening.sofar().words();
        changes += now.equals(before) ? 0 : 1;
        before = now;
      }
      // At most every 0.3 s, of 3 s or so.
      assertThat(changes).isBetween(2, 11);
      assertThat(listening.finish().words()).isEqualTo(SENTENCE);
      assertThat(listening.sofar().words()).isEqualTo(SENTENCE);
      assertThatThrownBy(() -> listening.hear(samples)).hasMessageContaining("finished");
    }
  }

  /** More than half a minute is cut in a pause, and no word is lost there. */
  @Test
  void aLongUtteranceIsCutWhereItIsQuiet() {
    Sound pause = Sound.silence(Recogniser.RATE, Duration.ofMillis(1_500));
    List<Sound> parts = new ArrayList<>();
    for (String sentence : SENTENCES) {
      parts.add(Line.say(sentence));
      parts.add(pause);
    }
    short[] samples = Sound.of(Recogniser.RATE, parts).samples();
    assertThat(samples.length).isGreaterThan(Utterance.LONGEST);
    String words = Written.key(of(samples, Expected.ANYTHING).words());
    assertThat(words).startsWith(Written.key(SENTENCES.getFirst()));
    assertThat(words).endsWith(Written.key(SENTENCES.getLast()));
  }

  @Test
  void severalAreHeardAtOnce() throws Exception {
    short[] samples = heard(SENTENCE);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<String>> all =
          IntStream.range(0, 4)
              .mapToObj(each -> threads.submit(() -> of(samples, Expected.ANYTHING).words()))
              .toList();
      for (Future<String> each : all) {
        assertThat(each.get()).isEqualTo(SENTENCE);
      }
    }
  }

  @Test
  void whatIsMissingIsNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> Moonshine.open(folder, 1))
        .isInstanceOf(RecogniserFailure.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("./heyue models add moonshine-tiny-en");
    Listening listening = listen(Expected.ANYTHING);
    listening.close();
    listening.close();
    assertThatThrownBy(listening::sofar).hasMessageContaining("closed");
  }
}
