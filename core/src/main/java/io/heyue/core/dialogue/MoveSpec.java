package io.heyue.core.dialogue;

import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.HandoverReason;
import java.util.Locale;

/** A move as a flow file names it, before its values are known: {@code ask:when}. */
public sealed interface MoveSpec {

  /** A move that needs no values. */
  record Fixed(Move move) implements MoveSpec {}

  /** Whatever brings the negotiation forward. */
  record Negotiate() implements MoveSpec {}

  /** What was proposed is agreed. */
  record Settle() implements MoveSpec {}

  /** The time to come back at is agreed. */
  record CallBack() implements MoveSpec {}

  /** The question that is still open, again. */
  record Resume() implements MoveSpec {}

  /** The question that was asked last, again, word for word. */
  record Again() implements MoveSpec {}

  /** A day that we propose to who can name none. */
  record Suggest() implements MoveSpec {}

  /** The keys that answer the question before it, or the open one where none stands before it. */
  record Keys() implements MoveSpec {}

  /** Ends with whatever was reached. */
  record Finish() implements MoveSpec {}

  /**
   * Reads one as it stands in a flow file.
   *
   * @throws IllegalArgumentException naming the word and those that there are
   */
  static MoveSpec parse(String written) {
    String[] parts = written.strip().split(":", 2);
    String argument = parts.length > 1 ? parts[1].strip() : "";
    return switch (parts[0]) {
      case "open" -> new Fixed(new Move.Identify());
      case "ask" -> new Fixed(new Move.Ask(question(argument)));
      case "tell" -> new Fixed(new Move.Inform(argument));
      case "ack" -> new Fixed(new Move.Acknowledge(argument));
      case "hand_over" ->
          new Fixed(
              new Move.HandOver(
                  HandoverReason.find(argument)
                      .orElseThrow(() -> unknown("reason for a hand-over", argument))));
      case "close" ->
          new Fixed(
              new Move.Close(
                  Disposition.find(argument).orElseThrow(() -> unknown("disposition", argument))));
      case "repeat" -> new Fixed(new Move.Repeat());
      case "clarify" -> new Fixed(new Move.Clarify());
      case "wait" -> new Fixed(new Move.Wait());
      case "negotiate" -> new Negotiate();
      case "settle" -> new Settle();
      case "call_back" -> new CallBack();
      case "again" -> new Again();
      case "suggest" -> new Suggest();
      case "resume" -> new Resume();
      case "keys" -> new Keys();
      case "finish" -> new Finish();
      default -> throw unknown("move", written);
    };
  }

  private static Question question(String word) {
    for (Question question : Question.values()) {
      if (question.name().equals(word.toUpperCase(Locale.ROOT))) {
        return question;
      }
    }
    throw unknown("question", word);
  }

  private static IllegalArgumentException unknown(String what, String word) {
    return new IllegalArgumentException(
        "There is no " + what + " '" + word + "'. Maybe it is misspelt.");
  }
}
