package io.heyue.voice.media;

import io.heyue.core.base.Check;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who hears whom, and how loud: a matrix over the legs of a call. An agent who listens in, one who
 * whispers, all who talk together, a customer who hears music meanwhile: each is one such matrix. A
 * leg never hears itself. Immutable and thread-safe.
 */
public final class Mixer {
  /** The loudest that anybody is made, 12 dB. */
  public static final double LOUDEST = 4;

  private final List<String> legs;

  /** By who hears, then by who is heard. */
  private final double[][] gains;

  private Mixer(List<String> legs, double[][] gains) {
    this.legs = legs;
    this.gains = gains;
  }

  /** Legs of these names of which nobody hears anybody. */
  public static Mixer of(String... legs) {
    Check.that(
        Set.copyOf(Arrays.asList(legs)).size() == legs.length,
        "legs",
        Arrays.toString(legs),
        "all different");
    return new Mixer(List.of(legs), new double[legs.length][legs.length]);
  }

  /** The same, but all hear each other. */
  public Mixer joined() {
    Mixer mixer = this;
    for (String listener : legs) {
      for (String speaker : legs) {
        mixer = listener.equals(speaker) ? mixer : mixer.hears(listener, speaker, 1);
      }
    }
    return mixer;
  }

  /** The same, but {@code listener} hears {@code speaker}. */
  public Mixer hears(String listener, String speaker) {
    return hears(listener, speaker, 1);
  }

  /**
   * The same, but {@code listener} hears {@code speaker} so loud.
   *
   * @param gain by which samples are multiplied, 0, not at all, to {@value #LOUDEST}
   */
  public Mixer hears(String listener, String speaker, double gain) {
    Check.that(!listener.equals(speaker), "speaker", speaker, "another than the listener");
    Check.that(gain >= 0 && gain <= LOUDEST, "gain", gain, "0 to 4");
    double[][] other = Arrays.stream(gains).map(double[]::clone).toArray(double[][]::new);
    other[place(listener)][place(speaker)] = gain;
    return new Mixer(legs, other);
  }

  /** The same, but {@code leg} hears nobody and nobody hears it. */
  public Mixer apart(String leg) {
    Mixer mixer = this;
    for (String other : legs) {
      if (!other.equals(leg)) {
        mixer = mixer.hears(leg, other, 0).hears(other, leg, 0);
      }
    }
    return mixer;
  }

  private int place(String leg) {
    int place = legs.indexOf(leg);
    Check.that(place >= 0, "leg", leg, "one of " + legs);
    return place;
  }

  /**
   * What each leg hears.
   *
   * @param spoken a frame of each leg; who is missing is silent
   * @return a frame for each leg; where a sum is too loud it stays at the loudest
   */
  public Map<String, short[]> mix(Map<String, short[]> spoken) {
    check(spoken);
    Map<String, short[]> heard = new LinkedHashMap<>();
    for (int listener = 0; listener < legs.size(); listener++) {
      heard.put(legs.get(listener), sum(gains[listener], spoken));
    }
    return heard;
  }

  /** What one leg hears: the same, where each is asked for its frame by itself. */
  public short[] mix(String listener, Map<String, short[]> spoken) {
    check(spoken);
    return sum(gains[place(listener)], spoken);
  }

  /** Whether {@code listener} hears anything of {@code speaker}. */
  public boolean heard(String listener, String speaker) {
    return gains[place(listener)][place(speaker)] > 0;
  }

  private void check(Map<String, short[]> spoken) {
    spoken.forEach((leg, frame) -> {
      Check.that(place(leg) >= 0, "leg", leg, "known");
      Check.that(frame.length == Frame.SAMPLES, "frame", frame.length + " long", "160 long");
    });
  }

  private short[] sum(double[] loudness, Map<String, short[]> spoken) {
    double[] sum = new double[Frame.SAMPLES];
    for (int speaker = 0; speaker < legs.size(); speaker++) {
      short[] frame = spoken.get(legs.get(speaker));
      if (frame != null && loudness[speaker] > 0) {
        for (int at = 0; at < sum.length; at++) {
          sum[at] += loudness[speaker] * frame[at];
        }
      }
    }
    short[] frame = new short[Frame.SAMPLES];
    for (int at = 0; at < frame.length; at++) {
      frame[at] = (short) Math.clamp(Math.round(sum[at]), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return frame;
  }
}
