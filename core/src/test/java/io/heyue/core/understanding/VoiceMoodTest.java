package io.heyue.core.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.heyue.core.channel.VoiceTone;
import io.heyue.core.understanding.Emotion.Feeling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

/** Words count for more than the voice, which may make us softer and nothing else. */
class VoiceMoodTest {
  private static final VoiceTone AS_IT_BEGAN = new VoiceTone(0, 0, 0, 0, 0, 0);
  private static final VoiceTone SHOUTING = new VoiceTone(3, 3, 3, 3, 3, -3);
  private static final VoiceTone LOW_AND_SLOW = new VoiceTone(-2, -2, -2, -1, -2, 2);

  private static List<VoiceTone> tones() {
    Random random = new Random(11);
    List<VoiceTone> tones = new ArrayList<>(List.of(AS_IT_BEGAN, SHOUTING, LOW_AND_SLOW));
    for (int i = 0; i < 300; i++) {
      double wide = i % 3 == 0 ? 20 : 2;
      tones.add(
          new VoiceTone(
              wide * random.nextGaussian(),
              wide * random.nextGaussian(),
              wide * random.nextGaussian(),
              wide * random.nextGaussian(),
              wide * random.nextGaussian(),
              wide * random.nextGaussian()));
    }
    return tones;
  }

  private static List<Emotion> words() {
    List<Emotion> words = new ArrayList<>(List.of(Emotion.calm()));
    for (Feeling feeling : Feeling.values()) {
      for (double intensity : new double[] {0.1, 0.5, 1}) {
        if (feeling != Feeling.CALM) {
          words.add(new Emotion(feeling, intensity, List.of()));
        }
      }
    }
    return words;
  }

  private static Understanding heard(Emotion emotion) {
    return new Understanding(
        "嗯",
        new Language("zh", 1),
        List.of(new ScoredIntent(Intent.ACKNOWLEDGE, 0.9)),
        List.of(),
        emotion,
        Cooperation.MID,
        new Provenance("speech@1", "hash"));
  }

  private static Emotion fused(Emotion words, VoiceTone tone, double reliability) {
    return VoiceMood.fuse(words, VoiceMood.of(tone), reliability);
  }

  @Test
  void withoutReliabilityOrVoiceTheWordsAloneCount() {
    Understanding words = heard(Emotion.calm());
    assertThat(VoiceMood.fuse(words, Optional.of(SHOUTING), 0)).isSameAs(words);
    assertThat(VoiceMood.fuse(words, Optional.empty(), 1)).isSameAs(words);
    assertThatThrownBy(() -> VoiceMood.fuse(words, Optional.of(SHOUTING), 1.5))
        .hasMessageContaining("reliability");
  }

  @Test
  void aVoiceThatIsAsItBeganChangesNothing() {
    for (Emotion words : words()) {
      for (double reliability : new double[] {0.15, 1}) {
        Emotion fused = fused(words, AS_IT_BEGAN, reliability);
        assertThat(fused.label()).isEqualTo(words.label());
        assertThat(fused.intensity()).isCloseTo(words.intensity(), within(1e-9));
      }
    }
  }

  @Test
  void calmWordsNeverBecomeMoreThanALittleMoved() {
    for (VoiceTone tone : tones()) {
      for (double reliability : new double[] {0.05, 0.15, 0.5, 1}) {
        Emotion fused = fused(Emotion.calm(), tone, reliability);
        assertThat(fused.intensity()).isBetween(0.0, VoiceMood.LOW);
        assertThat(fused.evidence()).isEmpty();
      }
    }
    assertThat(fused(Emotion.calm(), SHOUTING, 1).label()).isEqualTo(Feeling.ANGRY);
    assertThat(fused(Emotion.calm(), SHOUTING, 1).intensity()).isEqualTo(VoiceMood.LOW);
  }

  @Test
  void whatWordsShowStaysAndIsHeldForLittleStronger() {
    for (Emotion words : words()) {
      for (VoiceTone tone : tones()) {
        Emotion fused = fused(words, tone, 1);
        if (words.label() != Feeling.CALM) {
          assertThat(fused.label()).isEqualTo(words.label());
          assertThat(fused.intensity() - words.intensity()).isBetween(-1e-9, VoiceMood.SWAY + 1e-9);
          assertThat(fused.intensity()).isLessThanOrEqualTo(1);
        }
      }
    }
  }

  @Test
  void byItsUsualReliabilityOnlyAClearVoiceIsNoticed() {
    assertThat(fused(Emotion.calm(), LOW_AND_SLOW, 0.15).label()).isEqualTo(Feeling.SAD);
    assertThat(fused(Emotion.calm(), LOW_AND_SLOW, 0.15).intensity()).isBetween(0.05, 0.2);
    assertThat(fused(Emotion.calm(), SHOUTING, 0.15).label()).isEqualTo(Feeling.ANGRY);
    VoiceTone somewhat = new VoiceTone(1, 1, 1, 1, 1, -1);
    assertThat(fused(Emotion.calm(), somewhat, 0.15)).isEqualTo(Emotion.calm());
  }

  /** The cue that is most a feeling's own makes it likelier, whatever the others are. */
  @Test
  void moreOfItsOwnCueNeverMakesAFeelingLessLikely() {
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      double[] z = random.doubles(6, -4, 4).toArray();
      rises(Feeling.ANXIOUS, at -> new VoiceTone(at, z[1], z[2], z[3], z[4], z[5]));
      rises(Feeling.ANGRY, at -> new VoiceTone(z[0], z[1], at, z[3], z[4], z[5]));
      rises(Feeling.SAD, at -> new VoiceTone(z[0], z[1], -at, z[3], z[4], z[5]));
      rises(Feeling.HESITANT, at -> new VoiceTone(z[0], z[1], z[2], z[3], z[4], at));
    }
  }

  private static void rises(Feeling feeling, DoubleFunction<VoiceTone> of) {
    Emotion words = new Emotion(feeling, 0.5, List.of());
    double score = 0;
    double intensity = 0;
    for (double at = -4; at <= 4; at += 0.5) {
      double next = VoiceMood.of(of.apply(at)).scores().getOrDefault(feeling, 0.0);
      assertThat(next).isGreaterThanOrEqualTo(score - 1e-12);
      score = next;
      double felt = fused(words, of.apply(at), 0.15).intensity();
      assertThat(felt).isGreaterThanOrEqualTo(intensity - 1e-12);
      intensity = felt;
    }
  }

  @Test
  void aMoreReliableVoiceCountsForMore() {
    double before = 0;
    for (double reliability = 0.1; reliability <= 1; reliability += 0.1) {
      double felt = fused(Emotion.calm(), SHOUTING, reliability).intensity();
      assertThat(felt).isGreaterThanOrEqualTo(before);
      before = felt;
    }
    assertThat(before).isPositive();
  }

  @Test
  void nothingButTheFeelingIsTouchedAndTheVoicesPartIsNamed() {
    Understanding words = heard(Emotion.calm());
    Understanding fused = VoiceMood.fuse(words, Optional.of(SHOUTING), 0.15);
    assertThat(fused.provenance().model()).isEqualTo("speech@1 & voice@1");
    assertThat(fused.provenance().lexicon()).isEqualTo("hash");
    assertThat(fused.intents()).isEqualTo(words.intents());
    assertThat(fused.entities()).isEqualTo(words.entities());
    assertThat(fused.cooperation()).isEqualTo(words.cooperation());
    assertThat(SecondOpinion.wasAsked(fused)).isFalse();
  }

  @Test
  void scoresAreADistributionWhateverWasMeasured() {
    for (VoiceTone tone : tones()) {
      VoiceMood mood = VoiceMood.of(tone);
      assertThat(mood.scores()).containsOnlyKeys(Feeling.values());
      assertThat(mood.scores().values().stream().mapToDouble(each -> each).sum())
          .isCloseTo(1, within(1e-9));
    }
    assertThatThrownBy(() -> new VoiceTone(0, 0, Double.NaN, 0, 0, 0))
        .hasMessageContaining("loudness");
    assertThat(SHOUTING).hasToString("VoiceTone[]");
  }
}
