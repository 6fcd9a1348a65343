package io.heyue.brain.encoder;

import io.heyue.core.base.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an utterance where one thing ends and another begins. */
final class Clauses {
  private static final int MOST = 8;
  private static final int LEAST_LETTERS = 3;
  private static final Pattern BREAK =
      Pattern.compile(
          "[，。；！？,;!?\\n…]+|(?<=[\\p{IsHan}]) +(?=[\\p{IsHan}])|\\.\\s+"
              + "|(?=然后|但是|不过|而且|另外|还有就是|再说)"
              + "|\\b(?:and|but|also|then|because)\\b");

  private Clauses() {}

  /**
   * Where the clauses of {@code text} stand, at most {@value #MOST}. What says nothing by itself
   * ("嗯") belongs to what follows.
   */
  static List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>();
    Matcher breaks = BREAK.matcher(text);
    int start = 0;
    int letters = 0;
    int from = 0;
    while (from <= text.length() && spans.size() < MOST) {
      boolean found = breaks.find();
      int end = found ? breaks.start() : text.length();
      letters += letters(text, from, end);
      from = found ? breaks.end() : text.length() + 1;
      if (letters >= LEAST_LETTERS) {
        spans.add(new Span(start, end));
        start = from;
        letters = 0;
      }
    }
    return spans;
  }

  private static int letters(String text, int from, int to) {
    return from >= to
        ? 0
        : (int) text.substring(from, to).codePoints().filter(Character::isLetterOrDigit).count();
  }
}
