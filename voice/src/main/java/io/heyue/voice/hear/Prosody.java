package io.heyue.voice.hear;

import io.heyue.voice.audio.Sound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Measures how speech sounds: pitch, loudness, rate and pauses, every 10 ms, then over a piece.
 * Pure; it takes about 7 ms of a core for each second of speech.
 */
public final class Prosody {
  /** Frames with a pitch that a piece must have, 0.3 s. */
  private static final int VOICED = 30;

  /** Frames of silence that are a pause and no stop consonant, 0.2 s. */
  private static final int PAUSE = 20;

  /** Frames of a piece, 2 s, and from one to the next, 1 s. */
  private static final int PIECE = 200;

  private static final int STEP = 100;

  private Prosody() {}

  /**
   * Measures a piece of speech, 1 to 10 s of it.
   *
   * @return empty where there is too little voice in it
   */
  public static Optional<ProsodyMeasure> measure(Sound speech) {
    Intensity intensity = Intensity.of(speech);
    double[] tones =
        Arrays.stream(pitches(speech, intensity, Pitch.CLEAR))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(pitch -> 12 * Math.log(pitch.getAsDouble() / 100) / Math.log(2))
            .sorted()
            .toArray();
    if (tones.length < VOICED) {
      return Optional.empty();
    }
    double floor = intensity.floor();
    double[] levels = intensity.levels();
    double[] sounding = Arrays.stream(levels).filter(level -> level >= floor).sorted().toArray();
    double power = Arrays.stream(sounding).map(level -> Math.pow(10, level / 10)).sum();
    return Optional.of(
        new ProsodyMeasure(
            tones[tones.length / 2],
            range(tones),
            10 * Math.log10(power / sounding.length),
            range(sounding),
            nuclei(speech, intensity) * (double) Intensity.FRAMES / sounding.length,
            pauses(levels, floor)));
  }

  /** Measures what is longer, in pieces of 2 s, one from each second. */
  public static List<ProsodyMeasure> pieces(Sound speech) {
    short[] samples = speech.samples();
    int hop = speech.rate() / Intensity.FRAMES;
    List<ProsodyMeasure> pieces = new ArrayList<>();
    for (int from = 0; from + PIECE * hop <= samples.length; from += STEP * hop) {
      short[] piece = Arrays.copyOfRange(samples, from, from + PIECE * hop);
      measure(new Sound(speech.rate(), piece)).ifPresent(pieces::add);
    }
    return pieces;
  }

  static int nuclei(Sound speech, Intensity intensity) {
    OptionalDouble[] voice = pitches(speech, intensity, Pitch.VOICED);
    return SyllableNuclei.count(intensity, frame -> voice[frame].isPresent());
  }

  /** The pitch of each frame that is no pause. */
  private static OptionalDouble[] pitches(Sound speech, Intensity intensity, double aperiodic) {
    short[] samples = speech.samples();
    int hop = speech.rate() / Intensity.FRAMES;
    Pitch pitch = new Pitch(speech.rate(), aperiodic);
    double floor = intensity.floor();
    double[] levels = intensity.levels();
    OptionalDouble[] pitches = new OptionalDouble[levels.length];
    for (int frame = 0; frame < pitches.length; frame++) {
      int from = frame * hop + (hop - pitch.window()) / 2;
      boolean whole = from >= 0 && from + pitch.window() <= samples.length;
      pitches[frame] =
          whole && levels[frame] >= floor ? pitch.of(samples, from) : OptionalDouble.empty();
    }
    return pitches;
  }

  private static double range(double[] sorted) {
    int last = sorted.length - 1;
    return sorted[(int) Math.round(0.9 * last)] - sorted[(int) Math.round(0.1 * last)];
  }

  /** The share of pauses between the first and the last sound. */
  private static double pauses(double[] levels, double floor) {
    int first = 0;
    int last = levels.length - 1;
    while (first < last && levels[first] < floor) {
      first++;
    }
    while (last > first && levels[last] < floor) {
      last--;
    }
    int silent = 0;
    int run = 0;
    for (int at = first; at <= last; at++) {
      run = levels[at] < floor ? run + 1 : 0;
      if (run == PAUSE) {
        silent += PAUSE;
      } else if (run > PAUSE) {
        silent++;
      }
    }
    return silent / (double) (last - first + 1);
  }
}
