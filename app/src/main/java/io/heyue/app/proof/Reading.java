package io.heyue.app.proof;

import io.heyue.core.audit.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what somebody else may have written: every value is of its kind and in its bounds. */
final class Reading {
  private static final int MOST = 200_000;

  /** Writes as we write, and reads nothing that is deep, doubled or goes on after its end. */
  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(60)
                          .maxNumberLength(40)
                          .maxStringLength(8 << 20)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private Reading() {}

  static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable("it is not UTF-8");
    }
  }

  /** An object of one of our formats. */
  static JsonNode object(byte[] bytes, String format) {
    JsonNode node = tree(utf8(bytes));
    if (!node.isObject() || !node.path("format").asString("").equals(format)) {
      throw new Unreadable("it is no object of the format " + format);
    }
    return node;
  }

  static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      throw new Unreadable("it is no JSON that we write: " + place(e));
    }
  }

  private static String place(JacksonException e) {
    return e.getLocation() == null ? "unreadable" : "line " + e.getLocation().getLineNr();
  }

  static String text(JsonNode of, String name) {
    JsonNode found = of.path(name);
    if (!found.isString()) {
      throw new Unreadable("'" + name + "' is no text");
    }
    return found.asString();
  }

  static long number(JsonNode of, String name, long least, long most) {
    JsonNode found = of.path(name);
    if (!found.isIntegralNumber() || !found.canConvertToLong()) {
      throw new Unreadable("'" + name + "' is no whole number");
    }
    long number = found.asLong();
    if (number < least || number > most) {
      throw new Unreadable("'" + name + "' is not between " + least + " and " + most);
    }
    return number;
  }

  static Hash hash(JsonNode of, String name) {
    return Hash.find(text(of, name)).orElseThrow(() -> new Unreadable("'" + name + "' is no hash"));
  }

  static List<Hash> hashes(JsonNode of, String name) {
    return list(
        of,
        name,
        each ->
            Hash.find(each.isString() ? each.asString() : "")
                .orElseThrow(
                    () -> new Unreadable("'" + name + "' holds something else than hashes")));
  }

  static <T> List<T> list(JsonNode of, String name, Function<JsonNode, T> reader) {
    JsonNode found = of.path(name);
    if (!found.isArray() || found.size() > MOST) {
      throw new Unreadable("'" + name + "' is no list");
    }
    List<T> all = new ArrayList<>();
    found.forEach(each -> all.add(reader.apply(each)));
    return all;
  }

  static Instant instant(JsonNode of, String name) {
    try {
      return Instant.parse(text(of, name));
    } catch (DateTimeException e) {
      throw new Unreadable("'" + name + "' is no moment");
    }
  }

  static byte[] written(JsonNode node) {
    return (JSON.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
