package io.heyue.core.understanding.entity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number in western digits: 2300, 1,200.50, 82,225.00.
 *
 * @param value what it is worth
 * @param whole how many digits stand before the point; 2 or more also where it begins with 0, so
 *     that 1百01 is not read as tenths
 */
record WesternNumber(BigDecimal value, int whole) {

  /** The number that stands here, at most {@code longest} characters; the cursor stays if none. */
  static @Nullable WesternNumber read(Cursor cursor, int longest) {
    int start = cursor.at();
    StringBuilder digits = new StringBuilder();
    while (Cursor.isDigit(cursor.here()) && digits.length() <= longest) {
      digits.append(cursor.here());
      cursor.back(cursor.at() + 1);
    }
    if (digits.isEmpty() || digits.length() > longest) {
      cursor.back(start);
      return null;
    }
    if (digits.length() <= 3) {
      while (isGroup(cursor) && digits.length() <= longest) {
        digits.append(cursor.text(), cursor.at() + 1, cursor.at() + 4);
        cursor.back(cursor.at() + 4);
      }
    }
    int whole = digits.length();
    if (cursor.here() == '.' && Cursor.isDigit(cursor.ahead(1))) {
      digits.append('.');
      cursor.take(".");
      while (Cursor.isDigit(cursor.here()) && digits.length() <= longest) {
        digits.append(cursor.here());
        cursor.back(cursor.at() + 1);
      }
      whole = Math.max(2, whole);
    }
    return new WesternNumber(new BigDecimal(digits.toString()), whole);
  }

  private static boolean isGroup(Cursor cursor) {
    return cursor.here() == ','
        && Cursor.isDigit(cursor.ahead(1))
        && Cursor.isDigit(cursor.ahead(2))
        && Cursor.isDigit(cursor.ahead(3))
        && !Cursor.isDigit(cursor.ahead(4));
  }
}
