package io.heyue.core.words;

import java.util.Arrays;

/** A text under normalisation: its characters, and where each came from. Not thread-safe. */
final class Traced {
  private final String original;
  private final StringBuilder text;
  private int[] starts;
  private int[] ends;

  Traced(String original) {
    this.original = original;
    this.text = new StringBuilder(original.length());
    this.starts = new int[Math.max(8, original.length())];
    this.ends = new int[starts.length];
  }

  int length() {
    return text.length();
  }

  char at(int index) {
    return text.charAt(index);
  }

  StringBuilder text() {
    return text;
  }

  String original() {
    return original;
  }

  /** Adds {@code what}, which stood at {@code [start, end)} of the original. */
  void add(String what, int start, int end) {
    for (int index = 0; index < what.length(); index++) {
      add(what.charAt(index), start, end);
    }
  }

  void add(char what, int start, int end) {
    if (text.length() == starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    starts[text.length()] = start;
    ends[text.length()] = end;
    text.append(what);
  }

  /** Adds {@code [from, to)} of another of the same original. */
  void copy(Traced other, int from, int to) {
    for (int index = from; index < to; index++) {
      add(other.text.charAt(index), other.starts[index], other.ends[index]);
    }
  }

  /** Adds {@code what} in the place of {@code [from, to)} of another of the same original. */
  void replace(Traced other, int from, int to, String what) {
    add(what, other.starts[from], other.ends[to - 1]);
  }

  Plain plain() {
    return new Plain(
        original,
        text.toString(),
        Arrays.copyOf(starts, text.length()),
        Arrays.copyOf(ends, text.length()));
  }
}
