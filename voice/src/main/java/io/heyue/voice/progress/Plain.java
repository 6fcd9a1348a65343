package io.heyue.voice.progress;

import io.heyue.core.base.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text with nothing in it but letters and figures: no spaces, no punctuation, half width, lower
 * case; and where in the text as it came each of them stands. Immutable.
 */
final class Plain {
  /** Full-width forms of ASCII stand this far above it. */
  private static final int WIDE = 0xFF01 - 0x21;

  /** Below it lie the letters of the Latin alphabet, and figures. */
  private static final int LATIN = 0x250;

  /**
   * Characters that turn a meaning round; and 已, by which a network's 已停机 is none of a person's
   * 停机了.
   */
  private static final String FIRM = "不无未没已";

  /** Shorter words of Latin letters turn into others by one letter: not, now. */
  private static final int LONG = 5;

  private final int[] letters;
  private final int[] from;
  private final int[] to;
  private final boolean[] begins;
  private final boolean[] firm;

  private Plain(int[] letters, int[] from, int[] to, boolean[] begins) {
    this.letters = letters;
    this.from = from;
    this.to = to;
    this.begins = begins;
    this.firm = new boolean[letters.length];
    for (int at = 0; at < firm.length; at++) {
      firm[at] = letters[at] < LATIN ? word(at) < LONG : FIRM.indexOf(letters[at]) >= 0;
    }
  }

  /**
   * @param text any, half of a pair of surrogates too
   * @param start where to begin, in code units
   */
  static Plain of(String text, int start) {
    List<int[]> kept = new ArrayList<>();
    boolean apart = true;
    boolean latin = false;
    for (int at = start; at < text.length(); ) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      if (point >= 0xFF01 && point <= 0xFF5E) {
        point -= WIDE;
      }
      if (Character.isLetterOrDigit(point)) {
        boolean begins = apart || latin != (point < LATIN);
        kept.add(new int[] {Character.toLowerCase(point), at, next, begins ? 1 : 0});
        apart = false;
        latin = point < LATIN;
      } else {
        apart = true;
      }
      at = next;
    }
    int[] letters = new int[kept.size()];
    int[] from = new int[kept.size()];
    int[] to = new int[kept.size()];
    boolean[] begins = new boolean[kept.size()];
    for (int at = 0; at < letters.length; at++) {
      letters[at] = kept.get(at)[0];
      from[at] = kept.get(at)[1];
      to[at] = kept.get(at)[2];
      begins[at] = kept.get(at)[3] == 1;
    }
    return new Plain(letters, from, to, begins);
  }

  int length() {
    return letters.length;
  }

  int letter(int at) {
    return letters[at];
  }

  /** Whether a word ends before a letter and another begins with it; the end of all is one too. */
  boolean parts(int at) {
    return at == 0 || at == letters.length || begins[at];
  }

  /** Whether a letter can't be another without meaning something else. */
  boolean firm(int at) {
    return firm[at];
  }

  /** How long the word is that a letter stands in, as far as it matters. */
  private int word(int at) {
    int first = at;
    while (!parts(first) && at - first < LONG) {
      first--;
    }
    int end = at + 1;
    while (!parts(end) && end - at <= LONG) {
      end++;
    }
    return end - first;
  }

  /** Letters from one to another, as a stretch of the text as it came. */
  Span span(int first, int end) {
    return first >= end ? Span.of(0, 0) : Span.of(from[first], to[end - 1]);
  }

  /** Whether all are letters of the Latin alphabet, or figures. */
  boolean latin() {
    return Arrays.stream(letters).allMatch(letter -> letter < LATIN);
  }

  /** How many words of Latin letters, and how many other characters. */
  int words() {
    int words = 0;
    for (int at = 0; at < letters.length; at++) {
      words += letters[at] >= LATIN || begins[at] ? 1 : 0;
    }
    return words;
  }

  @Override
  public String toString() {
    return new String(letters, 0, letters.length);
  }
}
