package io.heyue.core.words;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Span;
import java.util.ArrayList;
import java.util.List;

/** Cuts normalised texts into sentences and clauses. */
public final class Sentences {
  private static final String ENDS = "。!?\n;";
  private static final String PAUSES = ",:，";

  /** Characters up to which sentences are read together; what one leaves open the next may say. */
  private static final int TOGETHER_HAN = 60;

  private static final int TOGETHER = 200;

  private Sentences() {}

  /** The sentences of {@code text}; what ends them belongs to them. */
  public static List<Span> of(String text) {
    return of(text, Span.of(0, text.length()));
  }

  /** The sentences within a part of a text. */
  public static List<Span> of(String text, Span within) {
    return cut(text, within, false);
  }

  /** Sentences that follow each other, together as far as they are short; none is cut. */
  public static List<Span> together(String text) {
    int longest = lang(text) == Lang.ZH ? TOGETHER_HAN : TOGETHER;
    List<Span> groups = new ArrayList<>();
    for (Span sentence : of(text)) {
      boolean joins = !groups.isEmpty() && sentence.end() - groups.getLast().start() <= longest;
      int start = joins ? groups.removeLast().start() : sentence.start();
      groups.add(Span.of(start, sentence.end()));
    }
    return groups;
  }

  /** The clauses of a sentence. */
  public static List<Span> clauses(String text, Span sentence) {
    return cut(text, sentence, true);
  }

  private static List<Span> cut(String text, Span within, boolean clauses) {
    List<Span> spans = new ArrayList<>();
    int start = within.start();
    for (int at = within.start(); at < within.end(); at++) {
      if (ends(text, at) || (clauses && PAUSES.indexOf(text.charAt(at)) >= 0)) {
        spans.add(Span.of(start, at + 1));
        start = at + 1;
      }
    }
    if (start < within.end()) {
      spans.add(Span.of(start, within.end()));
    }
    return spans;
  }

  /** A point ends a sentence only before a gap; 3.5 and app.example go on. */
  private static boolean ends(String text, int at) {
    return ENDS.indexOf(text.charAt(at)) >= 0
        || (text.charAt(at) == '.' && (at + 1 == text.length() || text.charAt(at + 1) == ' '));
  }

  /** The sentence in which {@code span} begins. */
  public static Span around(String text, Span span) {
    int start = Math.min(span.start(), text.length());
    while (start > 0 && !ends(text, start - 1)) {
      start--;
    }
    int end = span.start();
    while (end < text.length() && !ends(text, end)) {
      end++;
    }
    return Span.of(start, Math.max(start, end));
  }

  static int clauseStart(String text, int at) {
    int start = at;
    while (start > 0 && !ends(text, start - 1) && PAUSES.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return start;
  }

  /** The language whose script a text is written in. */
  public static Lang lang(String text) {
    return text.codePoints().anyMatch(Scripts::han) ? Lang.ZH : Lang.EN;
  }

  /** {@code span} without the gaps and marks at its ends. */
  public static Span trimmed(String text, Span span) {
    int start = span.start();
    int end = span.end();
    while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return Span.of(start, end);
  }
}
