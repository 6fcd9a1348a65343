package io.heyue.core.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A phrase with places to be filled: {@code 您的{product}已逾期{days}天}, and with marked stretches that
 * claim something by themselves: {@code [right:person|转人工]}.
 *
 * @param parts in order
 */
public record Template(List<Part> parts) {
  public Template {
    parts = List.copyOf(parts);
  }

  /** A part of a phrase. */
  public sealed interface Part {

    /** Words as they are. */
    record Words(String text) implements Part {}

    /** A place that a fact fills. */
    record Place(Placeholder placeholder) implements Part {}

    /** Words that claim something: {@code kind} is artificial, right or consequence. */
    record Marked(String kind, String name, String text) implements Part {}
  }

  /**
   * Reads a phrase.
   *
   * @throws IllegalArgumentException naming the place that there is not, or the bracket that stays
   *     open
   */
  public static Template parse(String text) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int next = nextBracket(text, at);
      if (next > at) {
        parts.add(new Part.Words(text.substring(at, next)));
      }
      if (next == text.length()) {
        break;
      }
      char close = text.charAt(next) == '{' ? '}' : ']';
      int end = text.indexOf(close, next);
      if (end < 0) {
        throw new IllegalArgumentException(
            "Phrase '" + text + "' opens a bracket at " + next + " and never closes it.");
      }
      String inside = text.substring(next + 1, end);
      parts.add(close == '}' ? place(inside) : marked(inside));
      at = end + 1;
    }
    return new Template(parts);
  }

  private static int nextBracket(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '{' || text.charAt(i) == '[') {
        return i;
      }
    }
    return text.length();
  }

  private static Part place(String name) {
    for (Placeholder placeholder : Placeholder.values()) {
      if (placeholder.name().equals(name.toUpperCase(Locale.ROOT))) {
        return new Part.Place(placeholder);
      }
    }
    throw new IllegalArgumentException(
        "There is no place {" + name + "}. Maybe one of " + List.of(Placeholder.values()) + ".");
  }

  private static Part marked(String inside) {
    int bar = inside.indexOf('|');
    int colon = inside.indexOf(':');
    if (bar < 0) {
      throw new IllegalArgumentException(
          "Marked words [" + inside + "] need a bar. Maybe [right:person|words].");
    }
    String kind = colon >= 0 && colon < bar ? inside.substring(0, colon) : inside.substring(0, bar);
    String name = colon >= 0 && colon < bar ? inside.substring(colon + 1, bar) : "";
    if (!List.of("artificial", "right", "consequence").contains(kind)) {
      throw new IllegalArgumentException(
          "Words can't be marked as '" + kind + "'. Maybe artificial, right or consequence.");
    }
    String words = inside.substring(bar + 1);
    if (words.indexOf('{') >= 0) {
      throw new IllegalArgumentException(
          "Marked words ["
              + inside
              + "] hold a place, which nothing fills. Maybe it stands outside.");
    }
    return new Part.Marked(kind, name, words);
  }
}
