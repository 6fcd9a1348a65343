package io.heyue.core.dialogue;

import io.heyue.core.understanding.Intent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A conversation as a table, read from data.
 *
 * @param id by which campaigns name it
 * @param version hash of the file
 * @param first the step in which it begins
 * @param steps by their ids
 * @param rows in the order of the file; the first that fits wins
 * @param aid what a chat model may help with
 * @param sure from this confidence on speech counts as surely heard; see {@link Certainty}
 */
public record Flow(
    String id,
    String version,
    String first,
    Map<String, Step> steps,
    List<Row> rows,
    Aid aid,
    double sure) {
  /** From this confidence on speech counts as surely heard, where the flow says nothing of it. */
  public static final double SURE = 0.5;

  public Flow {
    steps = Map.copyOf(steps);
    rows = List.copyOf(rows);
  }

  /** One that says nothing of how surely something is heard. */
  public Flow(
      String id, String version, String first, Map<String, Step> steps, List<Row> rows, Aid aid) {
    this(id, version, first, steps, rows, aid, SURE);
  }

  /** One in which no chat model has a part. */
  public Flow(String id, String version, String first, Map<String, Step> steps, List<Row> rows) {
    this(id, version, first, steps, rows, Aid.NONE);
  }

  /**
   * What a chat model may help with in this conversation, where the lender lets it.
   *
   * @param readBelow it is asked what somebody meant where we are less sure; 0 for never
   * @param readAs how sure we are of what it says
   * @param phrases those that may be said in other words, as far as they ever may be
   */
  public record Aid(double readBelow, double readAs, Set<String> phrases) {
    /** Nothing. */
    public static final Aid NONE = new Aid(0, 0, Set.of());

    public Aid {
      phrases = Set.copyOf(phrases);
    }
  }

  /**
   * A place in the conversation.
   *
   * @param question what is said again when an answer is due and a digression is over
   * @param protectedStep whether nobody has been verified yet, so that nothing may be disclosed
   */
  public record Step(String id, Optional<MoveSpec> question, boolean protectedStep) {}

  /**
   * What happens when something is said somewhere.
   *
   * @param name unique; stands in the ledger
   * @param kind how it is looked for
   * @param in steps in which it holds; empty for all
   * @param when intents of which one must have been heard; empty for any
   * @param least the least confidence of such an intent
   * @param words if present, the words must match it
   * @param given conditions that must all hold
   * @param unless conditions of which none may hold
   * @param topic what is negotiated from here on
   * @param say moves in order
   * @param marks what is kept
   * @param then the step that follows; empty to stay
   */
  public record Row(
      String name,
      Kind kind,
      Set<String> in,
      Set<Intent> when,
      double least,
      Optional<Pattern> words,
      Set<Condition> given,
      Set<Condition> unless,
      Optional<Topic> topic,
      List<MoveSpec> say,
      Set<Mark> marks,
      Optional<String> then) {
    public Row {
      in = Set.copyOf(in);
      when = Set.copyOf(when);
      given = Set.copyOf(given);
      unless = Set.copyOf(unless);
      say = List.copyOf(say);
      marks = Set.copyOf(marks);
    }
  }

  /** How a row is looked for. */
  public enum Kind {
    /** Before everything else, whatever the strongest intent is. */
    URGENT,
    /** For the strongest intent that has one. */
    MAIN,
    /** Beside the main one: an answer to a question, an acknowledgment. */
    BESIDE,
    /** When the person says nothing. */
    SILENCE,
    /** When nothing else fits. */
    OTHERWISE,
    /** Instead of a row that decides something, where its words were heard unsurely. */
    UNSURE,
    /** When the conversation begins. */
    START,
    /** When a payment arrives while we talk. */
    PAYMENT
  }
}
