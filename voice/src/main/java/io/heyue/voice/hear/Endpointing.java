package io.heyue.voice.hear;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import io.heyue.voice.hear.AnswerShape.Figure;
import java.time.Duration;

/**
 * When the other side's turn is over: after a silence whose length depends on what was said before
 * it ({@link Patience}) and on what we asked. Pure, immutable and thread-safe.
 *
 * <p>The words are those of a recogniser that lags a little. So what they lack only ever makes the
 * silence longer that is waited out, but for the answers that are whole as they stand.
 */
public final class Endpointing {
  /** After so much silence it is over, whatever was said (LiveKit's most). */
  public static final Duration LONGEST = Duration.ofSeconds(3);

  /** Words after which an answer to yes or no is none any more, but a tale. */
  private static final int SHORT = 3;

  private final Wording wording;
  private final AnswerShape shape;

  public Endpointing(Lang lang) {
    this.wording = Wording.of(lang);
    this.shape =
        switch (lang) {
          case ZH -> new ChineseAnswers(wording);
          case EN -> new EnglishAnswers(wording);
        };
  }

  /**
   * What was decided.
   *
   * @param over whether the turn is over
   * @param patience the silence that is waited out
   * @param reason why so long, for the record
   * @param telling whether a pause there tells how they speak; a figure is looked up
   */
  public record Decision(boolean over, Duration patience, String reason, boolean telling) {}

  /**
   * Decides.
   *
   * @param silence samples since they spoke last
   * @param words what was understood so far of what they say; empty for nothing
   * @param pace 1 as a rule; 2 waits twice as long, for whoever speaks slowly; 0.5 to 3
   */
  public Decision decide(long silence, String words, Expecting expecting, double pace) {
    Check.that(silence >= 0, "silence", silence, "0 or more");
    Check.that(pace >= 0.5 && pace <= 3, "pace", pace, "0.5 to 3");
    Patience patience = patience(wording.normal(words), expecting);
    Duration wait = Duration.ofMillis(Math.round(patience.span().toMillis() * pace));
    if (wait.compareTo(LONGEST) > 0) {
      wait = LONGEST;
    }
    return new Decision(
        silence >= HearingSettings.samples(wait), wait, patience.id(), !patience.ofFigure());
  }

  private Patience patience(String said, Expecting expecting) {
    if (said.isEmpty()) {
      return Patience.NOTHING_UNDERSTOOD;
    }
    boolean hesitates = wording.ends(said, Wording.Kind.HESITATION);
    if (expecting == Expecting.YES_NO && wording.consists(said, Wording.Kind.ANSWER, SHORT)) {
      return hesitates ? Patience.MAYBE_ANSWERED : Patience.ANSWERED;
    }
    String firm = wording.without(said, Wording.Kind.HESITATION);
    if (hesitates) {
      return shape.figure(said, expecting) == Figure.NONE
              && shape.figure(firm, expecting) == Figure.NONE
          ? Patience.HESITATES
          : Patience.FIGURE_GOES_ON;
    }
    return switch (shape.figure(said, expecting)) {
      case GOES_ON -> Patience.FIGURE_GOES_ON;
      case MAY_GO_ON -> Patience.FIGURE_MAY_GO_ON;
      case NONE -> plain(said, expecting);
    };
  }

  /** For words that end in no figure and announce no more. */
  private Patience plain(String said, Expecting expecting) {
    if (shape.complete(wording.without(said, Wording.Kind.PARTICLE), expecting)) {
      return Patience.ANSWERED;
    }
    if (shape.asks(said)) {
      return Patience.ASKED;
    }
    return shape.sentence(said) ? Patience.SENTENCE : Patience.USUAL;
  }
}
