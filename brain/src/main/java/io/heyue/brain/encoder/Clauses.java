package io.heyue.brain.encoder;

import java.util.List;
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

  /** The clauses of {@code plain}, at most {@value #MOST}; a single one is not worth a look. */
  static List<String> of(String plain) {
    List<String> clauses =
        BREAK
            .splitAsStream(plain)
            .map(String::strip)
            .filter(Clauses::saysSomething)
            .limit(MOST)
            .toList();
    return clauses.size() > 1 ? clauses : List.of();
  }

  private static boolean saysSomething(String clause) {
    return clause.codePoints().filter(Character::isLetterOrDigit).count() >= LEAST_LETTERS;
  }
}
