package io.heyue.store.intake;

import io.heyue.core.base.IdentityNumber;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers of identity documents as files write them. */
final class IdentityNumbers {
  private static final Pattern ANY = Pattern.compile("[0-9A-Z()\\-]{4,32}");

  /** A resident's number of mainland China. */
  private static final Pattern RESIDENT = Pattern.compile("\\d{17}[\\dX]");

  /** GB 11643-1999, ISO 7064 MOD 11-2: two to the power of the digit's place, modulo eleven. */
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private static final String CHECK_DIGITS = "10X98765432";

  private IdentityNumbers() {}

  /**
   * Reads a number. One that looks like a resident's must have the right check digit: a mistyped
   * one would be another person.
   */
  static IdentityNumber read(String written) {
    String number = written.replace(" ", "").toUpperCase(Locale.ROOT);
    if (!ANY.matcher(number).matches()) {
      throw new BadCell(Column.IDENTITY_NUMBER, Reason.NOT_AN_IDENTITY_NUMBER);
    }
    if (RESIDENT.matcher(number).matches() && number.charAt(17) != checkDigit(number)) {
      throw new BadCell(Column.IDENTITY_NUMBER, Reason.WRONG_CHECK_DIGIT);
    }
    return new IdentityNumber(number);
  }

  private static char checkDigit(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK_DIGITS.charAt(sum % 11);
  }
}
