package io.heyue.core.understanding.entity;

/** What single Chinese characters count. */
final class ChineseDigit {
  private ChineseDigit() {}

  /** The value of a Chinese digit, -1 if {@code c} is none. */
  static int value(char c) {
    return switch (c) {
      case '零' -> 0;
      case '一', '幺' -> 1;
      case '二', '两' -> 2;
      case '三' -> 3;
      case '四' -> 4;
      case '五' -> 5;
      case '六' -> 6;
      case '七' -> 7;
      case '八' -> 8;
      case '九' -> 9;
      default -> -1;
    };
  }

  /** The value of a digit of either script, -1 if {@code c} is none. */
  static int anyValue(char c) {
    return Cursor.isDigit(c) ? c - '0' : value(c);
  }

  static boolean isUnit(char c) {
    return c != 0 && "十百千万亿".indexOf(c) >= 0;
  }

  /** Whether two digits in a row may be a guess: 五六, 三五. */
  static boolean isNeighbours(int first, int second) {
    return first > 0 && (second == first + 1 || (first == 3 && second == 5));
  }
}
