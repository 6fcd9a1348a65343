package io.heyue.core.portfolio;

import java.util.ArrayList;
import java.util.List;

/**
 * Digits as people type and say them. Linear in the length of the text.
 *
 * <p>A stretch is a row of groups with nothing but fillers between them; a group is a row of digits
 * with nothing between them, all typed or all Chinese, or one English word. So the stretch
 * "张三，3105" has the groups 3 and 3105, and "三幺 05" the groups 31 and 05.
 */
final class SpokenDigits {
  private static final String CHINESE = "零一二三四五六七八九";
  private static final String FILLERS = "-－，,、。…—~～嗯呃额啊哦";
  static final List<String> ENGLISH =
      List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "oh");

  /** Before so many digits an X is no digit, since it ends an identity number's last four. */
  private static final int DIGITS_BEFORE_X = 3;

  private final List<List<String>> stretches = new ArrayList<>();
  private final List<String> stretch = new ArrayList<>();
  private final StringBuilder group = new StringBuilder();
  private int digits;
  private boolean chinese;

  private SpokenDigits() {}

  /** The stretches of digits in {@code said}, each as its groups. */
  static List<List<String>> stretches(String said) {
    SpokenDigits digits = new SpokenDigits();
    int at = 0;
    while (at < said.length()) {
      at += digits.take(said, at);
    }
    digits.endStretch();
    return digits.stretches;
  }

  /** Takes what stands at {@code at}, and says how long it is. */
  private int take(String said, int at) {
    char c = said.charAt(at);
    int word = englishWord(said, at);
    if (word >= 0) {
      endGroup();
      add(word % 10, false);
      endGroup();
      return ENGLISH.get(word).length();
    }
    if (typedDigit(c) >= 0) {
      add(typedDigit(c), false);
    } else if (chineseDigit(c) >= 0) {
      add(chineseDigit(c), true);
    } else if ("xXｘＸ叉".indexOf(c) >= 0 && digits >= DIGITS_BEFORE_X) {
      endGroup();
      stretch.add("X");
    } else if (Character.isWhitespace(c) || FILLERS.indexOf(c) >= 0) {
      endGroup();
    } else {
      endStretch();
    }
    return 1;
  }

  private void add(int digit, boolean inChinese) {
    if (inChinese != chinese) {
      endGroup();
    }
    chinese = inChinese;
    group.append((char) ('0' + digit));
    digits++;
  }

  private void endGroup() {
    if (!group.isEmpty()) {
      stretch.add(group.toString());
      group.setLength(0);
    }
  }

  private void endStretch() {
    endGroup();
    if (!stretch.isEmpty()) {
      stretches.add(List.copyOf(stretch));
      stretch.clear();
    }
    digits = 0;
  }

  private static int typedDigit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= '０' && c <= '９' ? c - '０' : -1;
  }

  private static int chineseDigit(char c) {
    return switch (c) {
      case '幺' -> 1;
      case '两' -> 2;
      case '〇', '○' -> 0;
      default -> CHINESE.indexOf(c);
    };
  }

  /** Which word for a digit stands at {@code at}, whole; -1 where none does ("phone" is no one). */
  private int englishWord(String said, int at) {
    if (at > 0 && isLetter(said.charAt(at - 1))) {
      return -1;
    }
    for (int i = 0; i < ENGLISH.size(); i++) {
      String word = ENGLISH.get(i);
      int end = at + word.length();
      boolean opens = word.equals("oh") && digits == 0;
      if (!opens
          && said.regionMatches(true, at, word, 0, word.length())
          && (end == said.length() || !isLetter(said.charAt(end)))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
