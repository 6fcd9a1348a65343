package io.heyue.core.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Letters and digits as people type them, such as the last four characters of a contract's number.
 * Linear in the length of the text.
 */
final class SpokenCode {
  private static final Pattern GROUP = Pattern.compile("[A-Z0-9]+");
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\-，,、]*");

  private SpokenCode() {}

  /** The stretches of letters and digits in {@code said}, in capitals, each as its groups. */
  static List<List<String>> stretches(String said) {
    String capitals = narrow(said).toUpperCase(Locale.ROOT);
    List<List<String>> stretches = new ArrayList<>();
    List<String> stretch = new ArrayList<>();
    int end = 0;
    Matcher matcher = GROUP.matcher(capitals);
    while (matcher.find()) {
      if (!BETWEEN.matcher(capitals).region(end, matcher.start()).matches() && !stretch.isEmpty()) {
        stretches.add(List.copyOf(stretch));
        stretch.clear();
      }
      stretch.add(matcher.group());
      end = matcher.end();
    }
    if (!stretch.isEmpty()) {
      stretches.add(List.copyOf(stretch));
    }
    return stretches;
  }

  /** Characters of full width as their narrow ones. */
  private static String narrow(String text) {
    StringBuilder narrow = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      narrow.append(c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c);
    }
    return narrow.toString();
  }
}
