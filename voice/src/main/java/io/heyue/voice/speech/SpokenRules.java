package io.heyue.voice.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites what it knows, the first rule that fits at each place. Immutable and thread-safe. */
final class SpokenRules {
  /**
   * @param written of bounded length, so that reading stays linear
   */
  record Rule(Pattern written, Function<MatchResult, String> said) {
    static Rule of(String written, Function<MatchResult, String> said) {
      return new Rule(Pattern.compile(written), said);
    }
  }

  private final List<Rule> rules;

  SpokenRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * A stretch of the text and what is said of it.
   *
   * @param end of the stretch in the text
   * @param single whether it is a character that is said as it is
   */
  record Part(int end, String said, boolean single) {}

  String of(String text) {
    StringBuilder said = new StringBuilder(text.length() * 2);
    parts(text).forEach(part -> said.append(part.said()));
    return said.toString();
  }

  /** All of the text, a stretch after the other. */
  List<Part> parts(String text) {
    List<Matcher> matchers = rules.stream().map(rule -> matcher(rule, text)).toList();
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int rule = fitting(matchers, at, text.length());
      if (rule < 0) {
        at++;
        parts.add(new Part(at, text.substring(at - 1, at), true));
      } else {
        MatchResult found = matchers.get(rule).toMatchResult();
        at = found.end();
        parts.add(new Part(at, rules.get(rule).said().apply(found), false));
      }
    }
    return parts;
  }

  /** Looking before and behind sees the whole text, whatever was said of it already. */
  private static Matcher matcher(Rule rule, String text) {
    return rule.written().matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }

  private static int fitting(List<Matcher> matchers, int at, int end) {
    for (int rule = 0; rule < matchers.size(); rule++) {
      if (matchers.get(rule).region(at, end).lookingAt()) {
        return rule;
      }
    }
    return -1;
  }
}
