package io.heyue.store.ledger;

import io.heyue.core.audit.Canonical;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON text as its fields: each value that holds no other, in canonical form, by its normalized
 * path (RFC 9535 §2.7) such as {@code $['facts']['history'][0]['at']}. An object or a list that is
 * empty is such a value.
 */
public final class Flat {
  private static final int DEEPEST = 60;

  /** So many fields no entry has. */
  private static final int MOST = 100_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(1_000)
                  .build())
          .build();

  private final SequencedMap<String, String> fields = new LinkedHashMap<>();

  private Flat() {}

  /**
   * The fields of a text, in its order.
   *
   * @throws IllegalArgumentException if it is no JSON, or names a field twice
   */
  public static SequencedMap<String, String> of(String json) {
    Flat flat = new Flat();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      flat.value(parser, next(parser), "$");
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("The text goes on after its end.");
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The text is no JSON: " + e.getOriginalMessage(), e);
    }
    return flat.fields;
  }

  private void value(JsonParser parser, JsonToken token, String path) {
    switch (token) {
      case START_OBJECT -> object(parser, path);
      case START_ARRAY -> array(parser, path);
      case VALUE_STRING -> put(path, Canonical.text(parser.getString()));
      default -> put(path, parser.getString());
    }
  }

  private void object(JsonParser parser, String path) {
    boolean empty = true;
    for (JsonToken token = next(parser); token != JsonToken.END_OBJECT; token = next(parser)) {
      empty = false;
      String name = parser.currentName();
      value(parser, next(parser), path + "['" + escaped(name) + "']");
    }
    if (empty) {
      put(path, "{}");
    }
  }

  private void array(JsonParser parser, String path) {
    int at = 0;
    for (JsonToken token = next(parser); token != JsonToken.END_ARRAY; token = next(parser)) {
      value(parser, token, path + "[" + at++ + "]");
    }
    if (at == 0) {
      put(path, "[]");
    }
  }

  private static JsonToken next(JsonParser parser) {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new IllegalArgumentException("The text is no JSON: it ends too early.");
    }
    return token;
  }

  private void put(String path, String value) {
    if (fields.put(path, value) != null) {
      throw new IllegalArgumentException("The text holds " + path + " twice.");
    }
    if (fields.size() > MOST) {
      throw new IllegalArgumentException("The text holds more than " + MOST + " values.");
    }
  }

  /** RFC 9535 §2.7: what can't stand between single quotes. */
  private static String escaped(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      switch (c) {
        case '\'' -> out.append("\\'");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) {
            out.append("\\u00").append(Character.forDigit(c >> 4, 16));
            out.append(Character.forDigit(c & 15, 16));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }
}
