package io.heyue.voice.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as JSON (RFC 8259), on one line. */
final class Json {
  private Json() {}

  /** Of texts, numbers, booleans, maps, lists, and what may be absent. */
  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> text(String.valueOf(entry.getKey())) + ':' + of(entry.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case List<?> list -> list.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
      case Optional<?> maybe -> of(maybe.orElse(null));
      case Double number when number.isNaN() || number.isInfinite() -> "null";
      case Double number -> String.format(Locale.ROOT, "%.3f", number);
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> text(value.toString());
    };
  }

  private static String text(String value) {
    StringBuilder out = new StringBuilder("\"");
    value
        .chars()
        .forEach(unit -> {
          switch (unit) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            default -> {
              if (unit < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", unit));
              } else {
                out.append((char) unit);
              }
            }
          }
        });
    return out.append('"').toString();
  }
}
