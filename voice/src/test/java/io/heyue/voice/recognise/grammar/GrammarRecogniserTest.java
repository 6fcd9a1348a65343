package io.heyue.voice.recognise.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.hear.Expecting;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.Heard;
import io.heyue.voice.recognise.Listening;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.RecogniserFailure;
import io.heyue.voice.speech.Espeak;
import io.heyue.voice.speech.Mouth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Speech is espeak-ng's, which is far from what the model was trained on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrammarRecogniserTest {
  private static final List<String> CHOICES =
      List.of(
          "我已经还了",
          "下个月十五号",
          "你们是哪里",
          "等会儿打给我",
          "我不是本人",
          "九千九百九十九块",
          "工资还没发",
          "最低还多少",
          "可以延期吗",
          "利息太高了");

  private static final Expected CHOICE = new Expected(Expecting.CHOICE, CHOICES);

  private final Mouth mouth = new Mouth(new Espeak("espeak-ng", 160), Recogniser.RATE, 64);

  private GrammarRecogniser recogniser;

  @BeforeAll
  void open() {
    recogniser = GrammarRecogniser.open(Models.present(), 2);
  }

  @AfterAll
  void close() {
    if (recogniser != null) {
      recogniser.close();
    }
  }

  private short[] said(String words) {
    Sound quiet = Sound.silence(Recogniser.RATE, Duration.ofMillis(300));
    return Sound.of(Recogniser.RATE, List.of(quiet, mouth.say(words, Lang.ZH), quiet)).samples();
  }

  private Heard heard(short[] samples, Expected expected) {
    try (Listening listening = recogniser.listen(expected)) {
      for (int at = 0; at < samples.length; at += 1600) {
        listening.hear(Arrays.copyOfRange(samples, at, Math.min(samples.length, at + 1600)));
      }
      return listening.finish();
    }
  }

  @Test
  void itSaysThatItIsClosed() {
    assertThat(recogniser.closed()).isTrue();
    assertThat(recogniser.lang()).isEqualTo(Lang.ZH);
  }

  @Test
  void oneOfAFewIsHeardAndSurerThanWhatIsNoneOfThem() {
    int right = 0;
    double sure = 0;
    for (String choice : CHOICES) {
      Heard heard = heard(said(choice), CHOICE);
      if (heard.words().equals(choice)) {
        right++;
        sure += heard.first().orElseThrow().confidence();
      }
    }
    assertThat(right).isGreaterThanOrEqualTo(7);
    double off = 0;
    List<String> others = List.of("妈妈做的红烧肉特别好吃", "火车从上海开往广州", "她穿着一件红色的大衣", "冰箱里没有鸡蛋了");
    for (String other : others) {
      off += heard(said(other), CHOICE).first().map(best -> best.confidence()).orElse(0.0);
    }
    assertThat(sure / right).isGreaterThan(3 * off / others.size());
  }

  @Test
  void someWordsAreThereBeforeTheEnd() {
    short[] samples = said("你们是哪里");
    try (Listening listening = recogniser.listen(CHOICE)) {
      assertThat(listening.sofar()).isEqualTo(Heard.NOTHING);
      listening.hear(Arrays.copyOf(samples, samples.length * 3 / 4));
      assertThat(listening.sofar().best()).isNotEmpty();
      listening.hear(Arrays.copyOfRange(samples, samples.length * 3 / 4, samples.length));
      Heard heard = listening.finish();
      assertThat(heard.words()).isEqualTo("你们是哪里");
      assertThat(listening.sofar()).isEqualTo(heard);
      assertThatThrownBy(() -> listening.hear(samples)).isInstanceOf(IllegalStateException.class);
    }
  }

  /** What one caller said must not bear on what the next one is heard to say. */
  @Test
  void theSameSoundIsHeardTheSameWhateverCameBefore() {
    short[] samples = said("我已经还了");
    Heard first = heard(samples, CHOICE);
    heard(said("九千九百九十九块"), new Expected(Expecting.SUM, List.of()));
    assertThat(heard(samples, CHOICE)).isEqualTo(first);
  }

  @Test
  void everyKindHasAGrammarThatTheLibraryTakes() {
    short[] samples = said("好的");
    for (Expecting kind : Expecting.values()) {
      assertThat(heard(samples, new Expected(kind, List.of("分三期还"))).best()).hasSizeLessThan(2);
    }
    assertThat(heard(new short[4], CHOICE)).isEqualTo(Heard.NOTHING);
  }

  /** Of each utterance all memory is given back; of grammars a few are kept. */
  @Test
  void threeHundredUtterancesTakeNoMemory() throws Exception {
    short[] samples = Arrays.copyOf(said("好的"), Recogniser.RATE * 3 / 4);
    long before = 0;
    for (int times = 0; times < 360; times++) {
      if (times == 60) {
        before = resident();
      }
      heard(
          samples,
          new Expected(
              Expecting.CHOICE,
              List.of("好的", CHOICES.get(times % 10), CHOICES.get(times / 10 % 10))));
    }
    assertThat(resident() - before).isLessThan(24 << 10);
  }

  /** Kilobytes of this process that aren't Java's heap can't be told apart; the heap is small. */
  private static long resident() throws Exception {
    System.gc();
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoGetsNoDecoderIsToldSo() throws Exception {
    Decoders decoders =
        new Decoders(
            () -> {
              throw new RecogniserFailure("no model");
            },
            1,
            Duration.ZERO);
    assertThatThrownBy(() -> decoders.with(Decoder::grammars)).hasMessage("no model");
    Decoders one = new Decoders(() -> decoder(), 1, Duration.ZERO);
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Integer> work =
          other.submit(() ->
              one.with(decoder -> {
                taken.countDown();
                try {
                  over.await();
                } catch (InterruptedException fault) {
                  Thread.currentThread().interrupt();
                }
                return decoder.grammars();
              }));
      taken.await();
      assertThatThrownBy(() -> one.with(Decoder::grammars))
          .isInstanceOf(RecogniserFailure.class)
          .hasMessageContaining("None of 1 decoders was free");
      over.countDown();
      assertThat(work.get()).isZero();
    }
    one.close();
    assertThatThrownBy(() -> one.with(Decoder::grammars)).hasMessageContaining("closed");
  }

  private Decoder decoder() {
    try {
      Path model = Models.present();
      Path words = Files.writeString(folder.resolve("none.dic"), "<none> SIL\n");
      return new Decoder(
          PocketSphinx.load(), Lexicon.read(model.resolve(Lexicon.FILE)), model, words);
    } catch (java.io.IOException fault) {
      throw new java.io.UncheckedIOException(fault);
    }
  }

  @TempDir Path folder;

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> GrammarRecogniser.open(folder, 1))
        .isInstanceOf(RecogniserFailure.class)
        .hasMessageContaining("feat.params")
        .hasMessageContaining("HEYUE_MODELS");
    assertThatThrownBy(() -> PocketSphinx.load("libnone.so.9", "libnone.so.9"))
        .isInstanceOf(RecogniserFailure.class)
        .hasMessageContaining("apt-get install libpocketsphinx3");
  }
}
