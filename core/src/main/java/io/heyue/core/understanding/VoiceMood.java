package io.heyue.core.understanding;

import io.heyue.core.base.Check;
import io.heyue.core.channel.VoiceTone;
import io.heyue.core.understanding.Emotion.Feeling;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a voice seems to feel, beside what its words say. Pure.
 *
 * <p>A multinomial logistic model over how the voice departs from its own beginning. Nothing in it
 * is trained: only which way each weight goes, and which is the largest, is from the literature,
 * and the rest is set by hand. Anger is loud, fast, high and lively; anxiety high, fast and even;
 * sadness soft, slow, low and even, with pauses (Scherer 2003, "Vocal communication of emotion",
 * table 2; Juslin and Laukka 2003, "Communication of emotions in vocal expression and music
 * performance", table 7); whoever hesitates pauses and slows down (Goldman-Eisler 1968,
 * "Psycholinguistics"). Since such cues tell feelings apart badly (a mean recall of 0.41 on acted
 * Mandarin), its scores are flattened by a temperature, and words count for far more.
 *
 * @param scores of each feeling, above 0, together 1
 */
public record VoiceMood(Map<Feeling, Double> scores) {
  /**
   * Whoever speaks calmly, or of whom words alone tell what they feel, is never held for more moved
   * than this by the voice alone: below what any row of a flow answers to.
   */
  public static final double LOW = 0.3;

  /** What words show is held for so much stronger at most, for the voice in which they come. */
  public static final double SWAY = 0.1;

  /** Stands in the name of what understood; another mark than that of a second opinion. */
  private static final String WITH = " & ";

  private static final String SOURCE = "voice@1";

  /** Further than that a voice doesn't depart; what is measured so is a fault of the line. */
  private static final double FURTHEST = 3;

  /** Above 1, so that scores are nearer to each other than the weights say. */
  private static final double TEMPERATURE = 2;

  /** A voice that is as it began is calm, as far as anybody can tell. */
  private static final double CALM_BIAS = 4;

  /** What words without a feeling say of it: little, since few feelings are put into words. */
  private static final double CALM_WORDS = 0.7;

  /** What words say that barely show a feeling; those that show an extreme one say 1 less EDGE. */
  private static final double FELT_WORDS = 0.5;

  private static final double EDGE = 0.04;

  /** A feeling that no word shows is named where the voice makes it so many times as likely. */
  private static final double CLEARLY = 1.5;

  private static final VoiceTone BEGINNING = new VoiceTone(0, 0, 0, 0, 0, 0);

  public VoiceMood {
    scores = Map.copyOf(scores);
  }

  /**
   * What a voice seems to feel. More of the cue that is most a feeling's own never makes that
   * feeling less likely: loudness anger, pitch anxiety, softness sadness, pauses hesitation.
   */
  public static VoiceMood of(VoiceTone tone) {
    EnumMap<Feeling, Double> logits = new EnumMap<>(Feeling.class);
    for (Feeling feeling : Feeling.values()) {
      logits.put(feeling, logit(feeling, tone) / TEMPERATURE);
    }
    logits.replaceAll((_, logit) -> Math.exp(logit));
    return new VoiceMood(normal(logits));
  }

  /** Weights of pitch, its range, loudness, its range, rate and pauses. */
  private static double logit(Feeling feeling, VoiceTone tone) {
    return switch (feeling) {
      case CALM -> CALM_BIAS;
      case ANXIOUS -> dot(tone, 1.0, -0.3, 0.1, 0.2, 0.6, 0.2);
      case ANGRY -> dot(tone, 0.5, 0.5, 1.2, 0.5, 0.4, -0.3);
      case SAD -> dot(tone, -0.6, -0.6, -0.8, -0.3, -0.5, 0.5);
      case HESITANT -> dot(tone, 0, 0, -0.3, 0, -0.8, 1.2);
    };
  }

  private static double dot(
      VoiceTone tone,
      double pitch,
      double pitchRange,
      double loudness,
      double loudnessRange,
      double rate,
      double pauses) {
    return pitch * bound(tone.pitch())
        + pitchRange * bound(tone.pitchRange())
        + loudness * bound(tone.loudness())
        + loudnessRange * bound(tone.loudnessRange())
        + rate * bound(tone.rate())
        + pauses * bound(tone.pauses());
  }

  private static double bound(double value) {
    return Math.clamp(value, -FURTHEST, FURTHEST);
  }

  /**
   * What was understood, with the voice as far as it is trusted. The voice may make us softer: it
   * never takes a feeling away that words show, nor puts another in its place, and it touches
   * nothing but the feeling, so that it finds nobody in distress. Its part is named in the
   * provenance.
   *
   * <p>The words' and the voice's distributions are pooled log-linearly (Genest and Zidek 1986),
   * the voice's relative to that of a voice as it began and to the power of its reliability.
   *
   * @param reliability 0, where the words alone count, to 1
   */
  public static Understanding fuse(
      Understanding words, Optional<VoiceTone> tone, double reliability) {
    Check.that(reliability >= 0 && reliability <= 1, "reliability", reliability, "0 to 1");
    if (tone.isEmpty() || reliability == 0) {
      return words;
    }
    Provenance by = words.provenance();
    return new Understanding(
        words.text(),
        words.language(),
        words.intents(),
        words.entities(),
        fuse(words.emotion(), of(tone.get()), reliability),
        words.cooperation(),
        new Provenance(by.model() + WITH + SOURCE, by.lexicon()));
  }

  /** The feeling alone; see {@link #fuse(Understanding, Optional, double)}. */
  static Emotion fuse(Emotion words, VoiceMood voice, double reliability) {
    Map<Feeling, Double> before = said(words);
    Map<Feeling, Double> after = pooled(before, voice, reliability);
    if (words.label() != Feeling.CALM) {
      double more = in(after, words.label()) - in(before, words.label());
      double intensity = Math.min(1, words.intensity() + Math.clamp(more, 0, SWAY));
      return new Emotion(words.label(), intensity, words.evidence());
    }
    Feeling strongest = Feeling.ANXIOUS;
    for (Feeling feeling : Feeling.values()) {
      if (feeling != Feeling.CALM && in(after, feeling) > in(after, strongest)) {
        strongest = feeling;
      }
    }
    return in(after, strongest) >= CLEARLY * in(before, strongest)
        ? new Emotion(strongest, Math.min(LOW, in(after, strongest)), List.of())
        : words;
  }

  private static double in(Map<Feeling, Double> scores, Feeling feeling) {
    return scores.getOrDefault(feeling, 0.0);
  }

  /** What words say of what is felt, as a distribution. */
  private static Map<Feeling, Double> said(Emotion words) {
    double own =
        words.label() == Feeling.CALM
            ? CALM_WORDS
            : FELT_WORDS + (1 - EDGE - FELT_WORDS) * Math.clamp(words.intensity(), 0, 1);
    EnumMap<Feeling, Double> said = new EnumMap<>(Feeling.class);
    for (Feeling feeling : Feeling.values()) {
      said.put(feeling, feeling == words.label() ? own : (1 - own) / (Feeling.values().length - 1));
    }
    return said;
  }

  private static Map<Feeling, Double> pooled(
      Map<Feeling, Double> said, VoiceMood voice, double reliability) {
    VoiceMood beginning = of(BEGINNING);
    EnumMap<Feeling, Double> pooled = new EnumMap<>(Feeling.class);
    for (Feeling feeling : Feeling.values()) {
      double lift = in(voice.scores, feeling) / in(beginning.scores, feeling);
      pooled.put(feeling, in(said, feeling) * Math.pow(lift, reliability));
    }
    return normal(pooled);
  }

  private static Map<Feeling, Double> normal(EnumMap<Feeling, Double> weights) {
    double sum = 0;
    for (double weight : weights.values()) {
      sum += weight;
    }
    double all = sum;
    weights.replaceAll((_, weight) -> weight / all);
    return weights;
  }
}
