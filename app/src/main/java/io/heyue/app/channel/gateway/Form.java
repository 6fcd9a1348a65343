package io.heyue.app.channel.gateway;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with placeholders. A value is escaped for the place where it is put, and its own text is
 * never read as a placeholder.
 */
final class Form {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");

  private Form() {}

  static String fill(String form, Map<String, String> values, UnaryOperator<String> escape) {
    Matcher place = PLACE.matcher(form);
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      String value = values.get(place.group(1));
      place.appendReplacement(
          filled, Matcher.quoteReplacement(value == null ? place.group() : escape.apply(value)));
    }
    place.appendTail(filled);
    return filled.toString();
  }

  /** How values are written where a body of {@code contentType} is made. */
  static UnaryOperator<String> escape(String contentType) {
    String type = contentType.split(";", 2)[0].strip();
    return switch (type) {
      case "application/json" -> Form::json;
      case "application/x-www-form-urlencoded" -> Form::url;
      case "text/xml", "application/xml" -> Form::xml;
      case "text/plain" -> UnaryOperator.identity();
      default ->
          throw new IllegalArgumentException(
              "gateway.content-type is "
                  + type
                  + ". Maybe one of application/json, application/x-www-form-urlencoded,"
                  + " application/xml, text/plain was meant.");
    };
  }

  static String url(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String json(String value) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }

  private static String xml(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;");
  }
}
