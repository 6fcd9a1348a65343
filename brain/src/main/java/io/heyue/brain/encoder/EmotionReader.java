package io.heyue.brain.encoder;

import io.heyue.core.base.Span;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Emotion.Feeling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells how somebody feels: the model hears it, the words of feeling show where. Where a feeling
 * shows in no such word, the clause without which the model would hear it least is shown.
 * Thread-safe.
 */
final class EmotionReader {
  /** Words as strong as this are believed even where the model hears nothing. */
  private static final double PLAIN = 0.7;

  /** Below this a feeling is no better than a guess, and who states a fact is calm. */
  private static final double LIKELY = 0.5;

  /** Below this it is too weak to speak of; a slight feeling is a third. */
  private static final double FAINT = 0.25;

  private final FeelingReader words;
  private final SpeechModel model;

  EmotionReader(FeelingReader words, SpeechModel model) {
    this.words = words;
    this.model = model;
  }

  /**
   * @param retold the evidence is told by where it stands in what this was retold from
   * @param asked what was asked before, as it was for {@code reading}
   */
  Emotion read(Retold retold, String asked, Reading reading) {
    Emotion felt = read(retold.text(), asked, reading);
    return new Emotion(
        felt.label(), felt.intensity(), felt.evidence().stream().map(retold::original).toList());
  }

  private Emotion read(String text, String asked, Reading reading) {
    Feeling heard = Reading.likeliest(reading.feelings());
    Emotion worded = words.read(text);
    boolean guessed = share(reading.feelings(), heard) < LIKELY || reading.intensity() < FAINT;
    if (heard == Feeling.CALM || guessed) {
      return worded.intensity() >= PLAIN ? worded : Emotion.calm();
    }
    Emotion shown = words.read(text, heard);
    double intensity =
        Math.max(reading.intensity(), shown.evidence().isEmpty() ? 0 : shown.intensity());
    List<Span> evidence =
        shown.evidence().isEmpty() ? clause(text, asked, heard, reading) : shown.evidence();
    return new Emotion(heard, Math.min(1, intensity), evidence);
  }

  private List<Span> clause(String text, String asked, Feeling heard, Reading reading) {
    List<Span> clauses = Clauses.spans(text);
    if (clauses.size() < 2) {
      return clauses;
    }
    double least = share(reading.feelings(), heard);
    List<Span> evidence = new ArrayList<>();
    for (Span clause : clauses) {
      String rest = text.substring(0, clause.start()) + " " + text.substring(clause.end());
      double without = share(model.read(asked, PlainText.of(rest)).feelings(), heard);
      if (without < least) {
        least = without;
        evidence = List.of(clause);
      }
    }
    return evidence;
  }

  private static double share(Map<Feeling, Double> feelings, Feeling feeling) {
    return feelings.getOrDefault(feeling, 0.0);
  }
}
