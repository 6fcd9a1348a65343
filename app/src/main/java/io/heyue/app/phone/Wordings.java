package io.heyue.app.phone;

import io.heyue.app.engine.Said;
import io.heyue.core.base.Span;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Mark;
import io.heyue.core.words.Sentences;
import io.heyue.voice.progress.MayHear;
import io.heyue.voice.talk.Saying;
import io.heyue.voice.talk.Saying.Delivery;
import io.heyue.voice.talk.Saying.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes of messages what is to be spoken. Pure. */
final class Wordings {
  private static final String QUESTION = "？?";

  private Wordings() {}

  /**
   * A message as it is spoken, under its number.
   *
   * @param opening whether it is the first of a call: safe for any listener, and to be heard up to
   *     its last question
   * @return empty where it holds nothing that can be said
   */
  static Optional<Saying> of(Said message, Leader.Stand stand, boolean opening) {
    return of(message, stand, Asked.by(stand), opening);
  }

  /**
   * The same.
   *
   * @param asked what it asks
   */
  static Optional<Saying> of(Said message, Leader.Stand stand, Asked asked, boolean opening) {
    DialogueState state = stand.state();
    List<Sentence> sentences = sentences(message.text(), opening);
    if (sentences.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Saying(
            message.seq(),
            sentences,
            state.verified() ? MayHear.CONVERSATION : MayHear.GREETING,
            asked.expected(),
            asked.keys(),
            asked.quiet(),
            delivery(state).withCue(stand.cue())));
  }

  /**
   * Together they are the message to the character, so that what was heard of it can be counted.
   */
  static List<Sentence> sentences(String text, boolean opening) {
    List<String> parts = new ArrayList<>();
    // Full-width marks are cut at as their narrow ones; positions stay.
    String marks = text.replace('？', '?').replace('！', '!').replace('；', ';');
    for (Span span : Sentences.of(marks)) {
      String part = span.of(text);
      boolean says = part.codePoints().anyMatch(Character::isLetterOrDigit);
      if (says || parts.isEmpty()) {
        parts.add(part);
      } else {
        parts.add(parts.removeLast() + part);
      }
    }
    int question = opening ? lastQuestion(parts) : -1;
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).isBlank()) {
        sentences.add(new Sentence(parts.get(i), opening && i != question));
      }
    }
    return sentences;
  }

  /** Sentences each of which must be heard to its end. */
  static List<Sentence> mandatory(String text) {
    return sentences(text, false).stream()
        .map(sentence -> new Sentence(sentence.words(), true))
        .toList();
  }

  private static int lastQuestion(List<String> parts) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      String part = parts.get(i).strip();
      if (!part.isEmpty() && QUESTION.indexOf(part.charAt(part.length() - 1)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** To whoever is in a bad way we speak slowly and softly. */
  private static Delivery delivery(DialogueState state) {
    boolean distressed = state.marks().contains(Mark.DISTRESS);
    boolean low =
        switch (state.mood().feeling()) {
          case ANXIOUS, SAD -> true;
          case CALM, ANGRY, HESITANT -> false;
        };
    return distressed || low ? Delivery.GENTLE : Delivery.USUAL;
  }
}
