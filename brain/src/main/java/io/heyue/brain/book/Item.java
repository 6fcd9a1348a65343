package io.heyue.brain.book;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value of a file and where it stands. Each reading method throws {@link Unreadable} where the
 * value is of another kind.
 */
final class Item {
  private final Source source;
  private final String key;
  private final Node node;

  Item(Source source, String key, Node node) {
    this.source = source;
    this.key = key;
    this.node = node;
  }

  Source source() {
    return source;
  }

  int line() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  boolean isNothing() {
    return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** A text with at least one character. */
  String text() {
    String text = anyText();
    if (text.isBlank()) {
      throw unreadable("'" + key + "' is empty. Maybe its text is missing.");
    }
    return text;
  }

  /** A text, maybe an empty one. */
  String anyText() {
    ScalarNode scalar = scalar("a text");
    if (!scalar.getTag().equals(Tag.STR)) {
      throw wrong("a text", "Maybe it needs quotes.");
    }
    return scalar.getValue();
  }

  int number() {
    ScalarNode scalar = scalar("a whole number");
    return read(
        "a whole number",
        "Maybe it has quotes or a decimal point.",
        scalar.getTag().equals(Tag.INT) ? scalar.getValue() : "",
        Integer::valueOf);
  }

  /** A decimal, bare or in quotes. */
  BigDecimal decimal() {
    return read(
        "a decimal",
        "Maybe it has a per cent sign.",
        scalar("a decimal").getValue(),
        BigDecimal::new);
  }

  boolean flag() {
    return switch (scalar("true or false").getValue()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong("true or false", "Maybe it was written as yes or no.");
    };
  }

  LocalDate date() {
    LocalDate day = read("a day", "Maybe 2026-01-31.", text(), LocalDate::parse);
    if (day.getYear() < 1900 || day.getYear() > 2999) {
      throw unreadable("'" + key + "' is " + day + ". Maybe a digit of the year is wrong.");
    }
    return day;
  }

  LocalTime time() {
    return read("a time of day", "Maybe \"08:00\".", text(), LocalTime::parse);
  }

  Period period() {
    return read("a period", "Maybe P3Y or P30D.", text(), Period::parse);
  }

  Duration duration() {
    return read("a duration", "Maybe PT5H or P1D.", text(), Duration::parse);
  }

  ZoneId zone() {
    return read("a time zone", "Maybe Asia/Shanghai.", text(), ZoneId::of);
  }

  /** A regular expression; it doesn't tell capital letters from small ones. */
  Pattern pattern() {
    String written = text();
    try {
      return Pattern.compile(written, Caseless.flags(written));
    } catch (PatternSyntaxException e) {
      throw unreadable(
          "'"
              + key
              + "' is no regular expression: "
              + e.getDescription()
              + " at "
              + e.getIndex()
              + ". Maybe a bracket needs a backslash.");
    }
  }

  /** The members of a list; a single value counts as a list of one. */
  List<Item> items() {
    if (!(node instanceof SequenceNode sequence)) {
      return List.of(this);
    }
    return sequence.getValue().stream().map(member -> new Item(source, key, member)).toList();
  }

  Entry entry() {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("a mapping", "Maybe its keys are not indented.");
    }
    return new Entry(source, key, mapping);
  }

  /** Reads this text, maybe an empty one, by a parser that throws where it is wrong. */
  <T> T parse(Function<String, T> parser) {
    try {
      return parser.apply(anyText());
    } catch (IllegalArgumentException e) {
      throw unreadable(String.valueOf(e.getMessage()));
    }
  }

  Unreadable unreadable(String message) {
    return new Unreadable(line(), message);
  }

  /** Notes that something is wrong with this value. */
  void flaw(String message) {
    source.flaw(line(), message);
  }

  private <T> T read(String kind, String maybe, String written, Function<String, T> parser) {
    try {
      return parser.apply(written);
    } catch (NumberFormatException | DateTimeException e) {
      throw wrong(kind, maybe);
    }
  }

  private ScalarNode scalar(String kind) {
    if (node instanceof ScalarNode scalar && !isNothing()) {
      return scalar;
    }
    throw wrong(
        kind, isNothing() ? "Maybe its value is missing." : "Maybe it is indented too far.");
  }

  private Unreadable wrong(String kind, String maybe) {
    String found = node instanceof ScalarNode scalar ? "'" + scalar.getValue() + "'" : shape();
    return unreadable("'" + key + "' is " + found + "; it must be " + kind + ". " + maybe);
  }

  private String shape() {
    return isList() ? "a list" : "a mapping";
  }
}
