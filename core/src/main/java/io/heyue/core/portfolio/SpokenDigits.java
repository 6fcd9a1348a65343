package io.heyue.core.portfolio;

import java.util.ArrayList;
import java.util.List;

/** Digits as people type and say them. Linear in the length of the text. */
final class SpokenDigits {
  private static final String CHINESE = "零一二三四五六七八九";
  private static final List<String> ENGLISH =
      List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  private SpokenDigits() {}

  /** The stretches of digits in {@code said}, with an X counted where it ends one. */
  static List<String> runs(String said) {
    List<String> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    int at = 0;
    while (at < said.length()) {
      char c = said.charAt(at);
      int english = englishLength(said, at);
      if (english > 0) {
        run.append(englishDigit(said, at));
        at += english;
        continue;
      }
      int digit = digit(c);
      if (digit >= 0) {
        run.append((char) ('0' + digit));
      } else if ((c == 'x' || c == 'X') && run.length() >= 3) {
        run.append('X');
      } else if (!between(c)) {
        end(run, runs);
      }
      at++;
    }
    end(run, runs);
    return runs;
  }

  private static void end(StringBuilder run, List<String> runs) {
    if (!run.isEmpty()) {
      runs.add(run.toString());
      run.setLength(0);
    }
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= '０' && c <= '９') {
      return c - '０';
    }
    return switch (c) {
      case '幺' -> 1;
      case '两' -> 2;
      case '〇' -> 0;
      default -> CHINESE.indexOf(c);
    };
  }

  private static boolean between(char c) {
    return c == ' ' || c == '-' || c == '，' || c == ',' || c == '、';
  }

  private static int englishLength(String said, int at) {
    int digit = englishDigit(said, at) - '0';
    return digit < 0 ? 0 : ENGLISH.get(digit).length();
  }

  private static char englishDigit(String said, int at) {
    for (int i = 0; i < ENGLISH.size(); i++) {
      String word = ENGLISH.get(i);
      if (said.regionMatches(true, at, word, 0, word.length())) {
        return (char) ('0' + i);
      }
    }
    return '0' - 1;
  }
}
