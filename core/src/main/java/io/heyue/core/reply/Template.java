package io.heyue.core.reply;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A phrase with places to be filled: {@code 您的{product}已逾期{days}天}; with marked stretches that
 * claim something by themselves: {@code [right:person|转人工]}; and with stretches that stand only
 * where the books hold a figure, with other words for where they don't: {@code
 * [known:balance|余额{balance}|余额我这里没有]}.
 *
 * @param parts in order
 */
public record Template(List<Part> parts) {
  private static final String KNOWN = "known:";

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

    /** {@code words} where the books hold {@code figure}, else {@code otherwise}. */
    record Known(Placeholder figure, Template words, Template otherwise) implements Part {}
  }

  /** Every part, also those of stretches that stand only where something is known. */
  public Stream<Part> all() {
    return parts.stream()
        .flatMap(part ->
            part instanceof Part.Known known
                ? Stream.concat(known.words.all(), known.otherwise.all())
                : Stream.of(part));
  }

  /** The phrase as it was read, if it is words and places alone: nothing marked, nothing gated. */
  public Optional<String> plain() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Words words -> text.append(words.text());
        case Part.Place place ->
            text.append('{')
                .append(place.placeholder().name().toLowerCase(Locale.ROOT))
                .append('}');
        case Part.Marked _, Part.Known _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(text.toString());
  }

  /**
   * Reads a phrase.
   *
   * @throws IllegalArgumentException naming the place that there is not, the bracket that stays
   *     open, or the figure that would be stated where the books may not hold it
   */
  public static Template parse(String text) {
    return parse(text, EnumSet.noneOf(Placeholder.class));
  }

  private static Template parse(String text, Set<Placeholder> known) {
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
      int end = close == '}' ? text.indexOf(close, next) : closing(text, next);
      if (end < 0) {
        throw new IllegalArgumentException(
            "Phrase '" + text + "' opens a bracket at " + next + " and never closes it.");
      }
      String inside = text.substring(next + 1, end);
      parts.add(close == '}' ? place(inside, known) : stretch(inside, known));
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

  /** Where the bracket that opens at {@code from} closes; negative if it doesn't. */
  private static int closing(String text, int from) {
    int open = 0;
    for (int i = from; i < text.length(); i++) {
      open += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
      if (open == 0) {
        return i;
      }
    }
    return -1;
  }

  private static Part place(String name, Set<Placeholder> known) {
    Placeholder placeholder = placeholder(name);
    if (placeholder.mayBeUnknown() && !known.contains(placeholder)) {
      throw new IllegalArgumentException(
          "The books may not hold {%1$s}. Maybe [known:%1$s|words with {%1$s}|words without]."
              .formatted(name));
    }
    return new Part.Place(placeholder);
  }

  private static Placeholder placeholder(String name) {
    for (Placeholder placeholder : Placeholder.values()) {
      if (placeholder.name().equals(name.toUpperCase(Locale.ROOT))) {
        return placeholder;
      }
    }
    throw new IllegalArgumentException(
        "There is no place {" + name + "}. Maybe one of " + List.of(Placeholder.values()) + ".");
  }

  private static Part stretch(String inside, Set<Placeholder> known) {
    return inside.startsWith(KNOWN) ? known(inside, known) : marked(inside);
  }

  private static Part known(String inside, Set<Placeholder> outside) {
    int bar = inside.indexOf('|');
    if (bar < 0) {
      throw new IllegalArgumentException(
          "Words [" + inside + "] need a bar. Maybe [known:balance|words|other words].");
    }
    Placeholder figure = placeholder(inside.substring(KNOWN.length(), bar));
    if (!figure.mayBeUnknown()) {
      throw new IllegalArgumentException(
          "{"
              + figure.name().toLowerCase(Locale.ROOT)
              + "} is always known, so [known:…] is idle.");
    }
    Set<Placeholder> within = EnumSet.of(figure);
    within.addAll(outside);
    String rest = inside.substring(bar + 1);
    int second = bar(rest);
    return new Part.Known(
        figure,
        parse(rest.substring(0, second), within),
        parse(rest.substring(Math.min(rest.length(), second + 1)), outside));
  }

  /** The first bar that stands in no bracket, or the end. */
  private static int bar(String text) {
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      open += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (c == '|' && open == 0) {
        return i;
      }
    }
    return text.length();
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
