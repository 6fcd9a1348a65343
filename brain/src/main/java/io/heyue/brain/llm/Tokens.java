package io.heyue.brain.llm;

/**
 * How many tokens a call used, there and back.
 *
 * @param in what was asked
 * @param out what was answered, in vain or not
 */
record Tokens(long in, long out) {
  /** In scripts with letters; a Chinese character is a token of its own, or nearly. */
  private static final int LETTERS_A_TOKEN = 4;

  /** About as many as a question has. */
  static long asked(Ask ask) {
    return guess(ask.system()) + guess(ask.user());
  }

  /** About as many as a text has, whatever a model says of it. */
  static long guess(String text) {
    long characters = text.codePoints().filter(Character::isIdeographic).count();
    long letters = text.codePointCount(0, text.length()) - characters;
    return characters + Math.ceilDiv(letters, LETTERS_A_TOKEN);
  }

  /** What an answer used: as the model counted it, or else as we guess. */
  static Tokens of(Ask ask, Reply.Said said) {
    return new Tokens(
        said.tokensIn() > 0 ? said.tokensIn() : asked(ask),
        said.tokensOut() > 0 ? said.tokensOut() : guess(said.text()));
  }

  /**
   * What a call used that came to nothing. One whose answer came too late, or was too long, is
   * billed like one that was heard; how long it was nobody waited to see, so it counts as whole.
   */
  static Tokens of(Ask ask, Reply.Reason reason, int mostTokens) {
    return switch (reason) {
      case SPENT, BUSY, OPEN -> new Tokens(0, 0);
      case BROKEN -> new Tokens(asked(ask), 0);
      case SILENT, LATE, ENDLESS -> new Tokens(asked(ask), Math.min(ask.mostTokens(), mostTokens));
    };
  }

  long all() {
    return in + out;
  }
}
