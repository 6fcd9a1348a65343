package io.heyue.core.audit;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write a record down: JSON with sorted keys, no white space and no choice left, so
 * that equal values have equal bytes (after RFC 8785, with decimals written plainly).
 *
 * <p>A record becomes an object; a record of a sealed family says which in {@code type}; null and
 * empty optionals are left out; sets are sorted. Personal values write themselves masked, because
 * an archive that can't be altered must not hold what may have to be deleted.
 */
public final class Canonical {
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  /** Under this key a record of a sealed family says which it is. */
  private static final String TYPE = "type";

  private Canonical() {}

  /** The canonical UTF-8 bytes of a record, collection, map or simple value. */
  public static byte[] bytes(Object value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  /** The canonical text; {@link #bytes} is this in UTF-8. */
  public static String text(Object value) {
    StringBuilder out = new StringBuilder(512);
    write(value, out);
    return out.toString();
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    switch (value) {
      case null -> out.append("null");
      case Optional<?> optional -> write(optional.orElse(null), out);
      case OptionalInt optional -> write(optional.isPresent() ? optional.getAsInt() : null, out);
      case io.heyue.core.base.Personal personal -> string(personal.masked(), out);
      case Record plain -> object(plain, out);
      case String text -> string(text, out);
      case Character character -> string(character.toString(), out);
      case Enum<?> constant -> string(constant.name(), out);
      case Boolean flag -> out.append(flag);
      case Long _, Integer _, Short _, Byte _ -> out.append(value);
      case BigDecimal decimal -> string(decimal.toPlainString(), out);
      case Double number -> out.append(BigDecimal.valueOf(number).toPlainString());
      case Temporal _, Duration _, Period _, ZoneId _, UUID _, Currency _ ->
          string(value.toString(), out);
      case Set<?> set -> array(set.stream().map(Canonical::text).sorted().toList(), out);
      case Collection<?> list -> array(list.stream().map(Canonical::text).toList(), out);
      case Map<?, ?> map -> map(map, out);
      default ->
          throw new IllegalArgumentException(
              "No canonical form for "
                  + value.getClass().getName()
                  + ". Maybe it should be a record.");
    }
  }

  private static void object(Record value, StringBuilder out) {
    Shape shape = SHAPES.get(value.getClass());
    out.append('{');
    boolean first = true;
    String type = shape.type;
    for (RecordComponent component : shape.components) {
      Object part = Shape.read(component, value);
      if (part == null || part.equals(Optional.empty()) || part.equals(OptionalInt.empty())) {
        continue;
      }
      if (type != null && component.getName().compareTo(TYPE) > 0) {
        first = type(type, first, out);
        type = null;
      }
      first = key(component.getName(), first, out);
      write(part, out);
    }
    if (type != null) {
      type(type, first, out);
    }
    out.append('}');
  }

  /** The name within the sealed family, in its place among the sorted keys. */
  private static boolean type(String name, boolean first, StringBuilder out) {
    boolean next = key(TYPE, first, out);
    string(name, out);
    return next;
  }

  private static void map(Map<?, ?> map, StringBuilder out) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach(
        (key, part) -> sorted.put(key instanceof Enum<?> e ? e.name() : key.toString(), part));
    out.append('{');
    boolean first = true;
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      first = key(entry.getKey(), first, out);
      write(entry.getValue(), out);
    }
    out.append('}');
  }

  private static boolean key(String name, boolean first, StringBuilder out) {
    if (!first) {
      out.append(',');
    }
    string(name, out);
    out.append(':');
    return false;
  }

  private static void array(Collection<String> parts, StringBuilder out) {
    out.append('[').append(String.join(",", parts)).append(']');
  }

  /** RFC 8785 §3.2.2.2: the shortest escapes, everything else as it is. */
  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < 0x20 || loneSurrogate(text, i)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean loneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  /** How a record type is written. */
  private record Shape(List<RecordComponent> components, @Nullable String type) {
    static Shape of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      Arrays.sort(components, Comparator.comparing(RecordComponent::getName));
      for (RecordComponent component : components) {
        component.getAccessor().setAccessible(true);
      }
      boolean family = Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
      if (family && Arrays.stream(components).anyMatch(c -> c.getName().equals(TYPE))) {
        throw new IllegalArgumentException(
            type.getName() + " has a component 'type', which names the record itself.");
      }
      return new Shape(List.of(components), family ? type.getSimpleName() : null);
    }

    static @Nullable Object read(RecordComponent component, Record value) {
      try {
        return component.getAccessor().invoke(value);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(
            "Component " + component.getName() + " could not be read.", e);
      }
    }
  }
}
