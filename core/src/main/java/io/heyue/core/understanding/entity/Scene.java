package io.heyue.core.understanding.entity;

import java.time.ZonedDateTime;
import java.util.Currency;

/**
 * What all recognisers of one utterance share.
 *
 * @param text the normal text
 * @param now the person's local time
 * @param currency the currency of a sum that names none
 * @param past whether the utterance tells of something done, so that a bare date lies behind
 */
record Scene(String text, ZonedDateTime now, Currency currency, boolean past) {

  Cursor cursor(int start) {
    return new Cursor(text, start);
  }

  /** The character {@code steps} before {@code place}, or 0 outside the text. */
  char before(int place, int steps) {
    return place - steps >= 0 ? text.charAt(place - steps) : 0;
  }

  /** Whether {@code word} ends right before {@code place}. */
  boolean follows(int place, String word) {
    return place >= word.length() && text.startsWith(word, place - word.length());
  }

  /** Whether nothing but signs and white space stands outside {@code start..end}. */
  boolean isAlone(int start, int end) {
    return isFiller(0, start) && isFiller(end, text.length());
  }

  private boolean isFiller(int from, int to) {
    if (to - from > 12) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (Character.isLetterOrDigit(text.charAt(i)) && "嗯啊呃额哦吧呢呀那就是对".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
