package io.heyue.core.base;

import org.jspecify.annotations.Nullable;

/** Assertions about arguments. A message names the variable, its value and what was expected. */
public final class Check {
  private Check() {}

  /**
   * Demands that something holds.
   *
   * @throws IllegalArgumentException naming {@code variable} and {@code value}; never pass personal
   *     data as {@code value}
   */
  public static void that(boolean holds, String variable, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          variable + " is " + value + "; it must be " + expected + ".");
    }
  }

  /** Demands that {@code text} has at least one character that is not white space. */
  public static String filled(String variable, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(variable + " is missing or empty; it must hold a text.");
    }
    return text;
  }
}
