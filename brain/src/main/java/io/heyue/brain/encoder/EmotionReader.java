package io.heyue.brain.encoder;

import io.heyue.core.base.Span;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Emotion.Feeling;
import java.util.List;

/**
 * Tells how somebody feels: the model hears it, the words of feeling show where. Where a feeling
 * shows in no such word, the clause is shown in which the model hears it most. Thread-safe.
 */
final class EmotionReader {
  /** Words as strong as this are believed even where the model hears nothing. */
  private static final double PLAIN = 0.7;

  /** Below this a feeling is no better than a guess, and who states a fact is calm. */
  private static final double LIKELY = 0.5;

  /** Below this it is too weak to speak of; a slight feeling is a third. */
  private static final double FAINT = 0.25;

  private final FeelingReader words;

  EmotionReader(FeelingReader words) {
    this.words = words;
  }

  /**
   * @param retold the evidence is told by where it stands in what this was retold from
   * @param reading of the whole
   * @param spans of its clauses
   * @param clauses of each of them, where there are several
   */
  Emotion read(Retold retold, Reading reading, List<Span> spans, List<Reading> clauses) {
    Emotion felt = felt(retold.text(), reading, spans, clauses);
    return new Emotion(
        felt.label(), felt.intensity(), felt.evidence().stream().map(retold::original).toList());
  }

  private Emotion felt(String text, Reading reading, List<Span> spans, List<Reading> clauses) {
    Feeling heard = Reading.likeliest(reading.feelings());
    Emotion worded = words.read(text);
    boolean guessed = share(reading, heard) < LIKELY || reading.intensity() < FAINT;
    if (heard == Feeling.CALM || guessed) {
      return worded.intensity() >= PLAIN ? worded : Emotion.calm();
    }
    Emotion shown = words.read(text, heard);
    double intensity =
        Math.max(reading.intensity(), shown.evidence().isEmpty() ? 0 : shown.intensity());
    List<Span> evidence =
        shown.evidence().isEmpty() ? most(heard, spans, clauses) : shown.evidence();
    return new Emotion(heard, Math.min(1, intensity), evidence);
  }

  /** The clause in which it is heard most; all where there is but one. */
  private static List<Span> most(Feeling heard, List<Span> spans, List<Reading> clauses) {
    int most = 0;
    for (int at = 1; at < clauses.size(); at++) {
      if (share(clauses.get(at), heard) > share(clauses.get(most), heard)) {
        most = at;
      }
    }
    return clauses.isEmpty() ? spans : List.of(spans.get(most));
  }

  private static double share(Reading reading, Feeling feeling) {
    return reading.feelings().getOrDefault(feeling, 0.0);
  }
}
