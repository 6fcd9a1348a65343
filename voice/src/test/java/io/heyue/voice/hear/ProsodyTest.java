package io.heyue.voice.hear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProsodyTest {
  private static final int RATE = SpeechDetector.RATE;

  private static String calm(Lang lang) {
    return switch (lang) {
      case ZH -> "我这个月工资还没有发，所以想问一下能不能晚几天再还，大概下个月中旬就可以全部还清了。";
      case EN ->
          "My pay for this month has not come yet, so I wanted to ask whether I may pay a few days"
              + " later, around the middle of next month.";
    };
  }

  private static String other(Lang lang) {
    return switch (lang) {
      case ZH -> "我已经跟你们说过很多次了，不要再打电话到我公司来，这样对我影响非常不好。";
      case EN ->
          "I have told you people many times that you must not call me at my office, it makes a lot"
              + " of trouble for me there.";
    };
  }

  private static Sound louder(Sound sound, double decibels) {
    short[] samples = sound.samples();
    for (int at = 0; at < samples.length; at++) {
      samples[at] = Noise.clipped(samples[at] * Math.pow(10, decibels / 20));
    }
    return new Sound(sound.rate(), samples);
  }

  private static ProsodyFeatures against(Sound first, Sound later) {
    return ProsodyBaseline.find(List.of(first))
        .orElseThrow()
        .of(Prosody.measure(later).orElseThrow());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aVoiceIsMeasured(Lang lang) {
    ProsodyMeasure measure = Prosody.measure(Speaker.say(calm(lang), lang, 160)).orElseThrow();
    // espeak-ng's man speaks at 80 to 120 Hz as a rule.
    assertThat(100 * Math.pow(2, measure.pitch() / 12)).isBetween(70.0, 160.0);
    assertThat(measure.pitchRange()).isBetween(1.0, 14.0);
    assertThat(measure.rate()).isBetween(2.0, 7.0);
    assertThat(measure.loudness()).isBetween(-35.0, -8.0);
    assertThat(measure.pauses()).isBetween(0.0, 0.3);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void whoSpeaksAsBeforeIsFoundCalm(Lang lang) {
    ProsodyFeatures features =
        against(Speaker.say(calm(lang), lang, 160), Speaker.say(other(lang), lang, 160));
    assertThat(features.loudness()).isBetween(-2.0, 2.0);
    assertThat(features.rate()).isBetween(-2.0, 2.0);
    assertThat(features.pitch()).isBetween(-2.0, 2.0);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void whoSpeaksLouderOrQuieterIsFoundSo(Lang lang) {
    Sound first = louder(Speaker.say(calm(lang), lang, 160), -12);
    Sound later = Speaker.say(other(lang), lang, 160);
    assertThat(against(first, later).loudness()).isGreaterThan(2);
    assertThat(against(first, louder(later, -24)).loudness()).isLessThan(-2);
    assertThat(against(first, later).rate()).isBetween(-2.0, 2.0);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void whoSpeaksFasterOrSlowerIsFoundSo(Lang lang) {
    Sound first = Speaker.say(calm(lang), lang, 150);
    double same = against(first, Speaker.say(other(lang), lang, 150)).rate();
    assertThat(against(first, Speaker.say(other(lang), lang, 240)).rate())
        .isGreaterThan(same + 1)
        .isGreaterThan(1);
    assertThat(against(first, Speaker.say(other(lang), lang, 95)).rate()).isLessThan(same - 0.5);
  }

  /** The same played faster: higher and faster. */
  @Test
  void whoSpeaksHigherIsFoundSo() {
    Sound first = Speaker.say(calm(Lang.ZH), Lang.ZH, 160);
    short[] samples = Speaker.say(other(Lang.ZH), Lang.ZH, 160).samples();
    Sound higher = new Sound(RATE, new Sound(RATE * 5 / 4, samples).at(RATE).samples());
    assertThat(against(first, higher).pitch()).isGreaterThan(1.5);
  }

  @Test
  void pausesAreMeasured() {
    Sound word = Speaker.say("我没有钱", Lang.ZH, 160).trimmed(300);
    Duration silence = Duration.ofMillis(800);
    Sound halting =
        Sound.of(
            RATE,
            List.of(word, Sound.silence(RATE, silence), word, Sound.silence(RATE, silence), word));
    double share = 1_600.0 / halting.length().toMillis();
    assertThat(Prosody.measure(halting).orElseThrow().pauses()).isCloseTo(share, within(0.12));
    assertThat(Prosody.measure(word).orElseThrow().pauses()).isLessThan(0.05);
  }

  /** Calm and fast: 33 syllables of Mandarin, 29 of English. */
  @ParameterizedTest
  @EnumSource(Lang.class)
  void theSyllablesOfASentenceAreCounted(Lang lang) {
    double syllables = lang == Lang.ZH ? 33 : 29;
    for (int wordsPerMinute : new int[] {120, 150, 240}) {
      Sound speech = Speaker.say(other(lang), lang, wordsPerMinute).trimmed(100);
      assertThat((double) Prosody.nuclei(speech, Intensity.of(speech)))
          .as("%s at %s", lang, wordsPerMinute)
          .isCloseTo(syllables, within(0.15 * syllables));
    }
  }

  /** Six syllables as six swells of a tone. */
  @Test
  void syllablesAreCounted() {
    short[] samples = new short[3 * RATE];
    for (int syllable = 0; syllable < 6; syllable++) {
      short[] tone = Noise.tones(RATE, RATE / 5, 2_500, 120, 240, 360, 480);
      for (int at = 0; at < tone.length; at++) {
        tone[at] = (short) (tone[at] * Math.sin(Math.PI * at / tone.length));
      }
      Noise.add(samples, tone, RATE / 4 + syllable * RATE / 3);
    }
    assertThat(SyllableNuclei.count(Intensity.of(new Sound(RATE, samples)), _ -> true))
        .isEqualTo(6);
    assertThat(SyllableNuclei.count(Intensity.of(new Sound(RATE, samples)), _ -> false)).isZero();
  }

  @Test
  void aFullSineIsThreeDecibelsBelowTheMost() {
    Sound sine = new Sound(RATE, Noise.tones(RATE, RATE, 32_767, 440));
    double[] levels = Intensity.of(sine).levels();
    assertThat(levels).hasSize(100);
    assertThat(levels[50]).isCloseTo(-3.01, within(0.1));
    assertThat(Intensity.of(Sound.silence(RATE, Duration.ofSeconds(1))).levels())
        .containsOnly(Intensity.SILENCE);
  }

  @Test
  void whatHasNoVoiceIsNotMeasured() {
    assertThat(Prosody.measure(Sound.silence(RATE, Duration.ofSeconds(2)))).isEmpty();
    Sound noise = new Sound(RATE, Noise.white(new Random(3), 10 * RATE, 2_000));
    assertThat(Prosody.measure(noise)).isEmpty();
    assertThat(ProsodyBaseline.find(List.of(noise))).isEmpty();
  }
}
