package io.heyue.voice.hear;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;

/**
 * Whether words said over us only tell that somebody listens (嗯, 好, "yeah") and don't ask us to
 * stop (Yngve, On getting a word in edgewise, 1970). Pure.
 */
public final class Backchannel {
  /** Of more of them in a row it is somebody who wants to be heard. */
  private static final int MOST = 3;

  private Backchannel() {}

  /**
   * Judges the whole of what was said over us so far.
   *
   * @param words as the recogniser gives them
   * @param asked whether a question of ours was said to its end and isn't answered: then 好 is no
   *     backchannel but the answer
   */
  public static boolean is(String words, Lang lang, boolean asked) {
    Check.that(!words.isBlank(), "words", words.length(), "not empty");
    // Who asks 啊？ or "Right?" wants an answer.
    if (asked || words.indexOf('?') >= 0 || words.indexOf('？') >= 0) {
      return false;
    }
    Wording wording = Wording.of(lang);
    return wording.consists(wording.normal(words), Wording.Kind.BACKCHANNEL, MOST);
  }
}
