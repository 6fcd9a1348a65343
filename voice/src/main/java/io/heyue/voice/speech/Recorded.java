package io.heyue.voice.speech;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.speech.RecordedIndex.Line;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Sentences that somebody recorded; only what differs from call to call, such as a sum, is said by
 * another voice and put between. All parts are brought to one level (−20 dB of full scale, root
 * mean square of what is no pause) and faded into each other, so that nothing clicks. What was not
 * recorded is said by the other voice as a whole. Immutable and thread-safe.
 *
 * <p>A folder holds {@code index.tsv}, with tabs between its three cells, and WAV files:
 *
 * <pre>
 * zh	您应还{sum}，请于{day}前还款。	owe.wav by.wav pay.wav
 * </pre>
 */
public final class Recorded implements Voice {
  /** Root mean square that all parts are brought to. */
  static final double LEVEL = 3_277;

  /** Parts lie over each other for so many seconds. */
  private static final double FADE = 0.01;

  /** What is quieter at the ends of a synthesised part is left away. */
  private static final int QUIET = 150;

  /** Sentences end in one of these; it is never heard. */
  private static final String MARKS = "。．.！!？?；;…";

  private final List<Line> lines;
  private final String fingerprint;
  private final int rate;
  private final Voice other;

  private Recorded(RecordedIndex.Read index, int rate, Voice other) {
    this.lines = index.lines();
    this.fingerprint = index.fingerprint();
    this.rate = rate;
    this.other = other;
  }

  /**
   * Reads a folder of recordings.
   *
   * @param rate samples a second of what it gives
   * @param other says what wasn't recorded
   * @throws VoiceFailure naming file and line where something is missing or wrong
   */
  public static Recorded read(Path folder, int rate, Voice other) {
    Check.that(rate >= 4_000 && rate <= 48_000, "rate", rate, "4000 to 48000");
    return new Recorded(RecordedIndex.read(folder, rate), rate, other);
  }

  /** That of the other voice with a fingerprint of all recordings. */
  @Override
  public String name() {
    return "recorded " + fingerprint + " " + other.name();
  }

  @Override
  public Sound say(String words, Lang lang) {
    return say(words, lang, 1);
  }

  @Override
  public Sound say(String words, Lang lang, double pace) {
    String plain = unmarked(words);
    for (Line line : lines) {
      if (line.lang() == lang) {
        Optional<List<String>> places = unmarked(line.template()).match(plain);
        if (places.isPresent()) {
          return Stretching.of(joined(line, places.get()), pace);
        }
      }
    }
    return other.say(words, lang, pace);
  }

  private static Template unmarked(Template template) {
    List<String> fixed = new ArrayList<>(template.fixed());
    fixed.add(unmarked(fixed.removeLast()));
    return new Template(fixed);
  }

  private static String unmarked(String words) {
    String end = words.stripTrailing();
    while (!end.isEmpty() && MARKS.indexOf(end.charAt(end.length() - 1)) >= 0) {
      end = end.substring(0, end.length() - 1).stripTrailing();
    }
    return end;
  }

  private Sound joined(Line line, List<String> places) {
    List<Sound> parts = new ArrayList<>();
    for (int at = 0; at < line.parts().size(); at++) {
      line.parts().get(at).ifPresent(parts::add);
      if (at < places.size()) {
        Sound said = other.say(places.get(at).strip(), line.lang()).at(rate).trimmed(QUIET);
        if (said.samples().length == 0) {
          throw new VoiceFailure("Voice " + other.name() + " gave no sound for a place.");
        }
        parts.add(Levels.at(said, LEVEL));
      }
    }
    return faded(rate, parts);
  }

  /** One after the other, each fading in while the one before it fades out. */
  static Sound faded(int rate, List<Sound> parts) {
    short[] all = parts.getFirst().samples();
    for (Sound part : parts.subList(1, parts.size())) {
      short[] next = part.samples();
      int over = Math.min((int) (rate * FADE), Math.min(all.length, next.length));
      int from = all.length - over;
      short[] longer = Arrays.copyOf(all, from + next.length);
      for (int at = 0; at < over; at++) {
        double in = (at + 0.5) / over;
        longer[from + at] = Levels.whole(all[from + at] * (1 - in) + next[at] * in);
      }
      System.arraycopy(next, over, longer, all.length, next.length - over);
      all = longer;
    }
    return new Sound(rate, all);
  }
}
