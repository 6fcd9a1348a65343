package io.heyue.store.postgres;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Binds Java values to the places of a statement. */
final class Values {
  private Values() {}

  static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
  }

  /**
   * Binds one row of many. Where a value is absent the place gets the type of its sample, since the
   * server would plan a statement anew whenever the type of a place changes.
   */
  static void bind(PreparedStatement statement, Object[] values, @Nullable Object[] samples)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (present(values[i]) == null && present(samples[i]) instanceof UUID) {
        statement.setNull(i + 1, Types.OTHER, "uuid");
      } else {
        bind(statement, i + 1, values[i]);
      }
    }
  }

  /** For each place a value that one of the rows has there; null if none has. */
  static @Nullable Object[] samples(List<Object[]> rows) {
    @Nullable Object[] samples = new Object[rows.isEmpty() ? 0 : rows.getFirst().length];
    for (Object[] row : rows) {
      for (int i = 0; i < samples.length; i++) {
        samples[i] = samples[i] == null ? present(row[i]) : samples[i];
      }
    }
    return samples;
  }

  private static @Nullable Object present(@Nullable Object value) {
    return value instanceof Optional<?> optional ? optional.orElse(null) : value;
  }

  private static void bind(PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(place, Types.NULL);
      case Optional<?> optional -> bind(statement, place, optional.orElse(null));
      case String text -> statement.setString(place, text);
      case Integer number -> statement.setInt(place, number);
      case Long number -> statement.setLong(place, number);
      case Boolean truth -> statement.setBoolean(place, truth);
      case BigDecimal decimal -> statement.setBigDecimal(place, decimal);
      case byte[] bytes -> statement.setBytes(place, bytes);
      case UUID id -> statement.setObject(place, id);
      case LocalDate date -> statement.setObject(place, date);
      case Instant instant -> statement.setObject(place, kept(instant).atOffset(ZoneOffset.UTC));
      case Enum<?> constant -> statement.setString(place, constant.name().toLowerCase(Locale.ROOT));
      case List<?> elements -> bindArray(statement, place, elements);
      default ->
          throw new IllegalArgumentException(
              "Value "
                  + place
                  + " is a "
                  + value.getClass().getName()
                  + ", which has no place in a statement. Maybe unwrap it first.");
    }
  }

  /**
   * What the database keeps of a time. The driver would round to it, and a time that is sealed or
   * chained as well would be another one in the table half the time.
   */
  private static Instant kept(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  private static void bindArray(PreparedStatement statement, int place, List<?> elements)
      throws SQLException {
    String type =
        switch (elements.isEmpty() ? "" : elements.getFirst()) {
          case UUID id -> "uuid";
          case Long number -> "bigint";
          default -> "text";
        };
    statement.setArray(place, statement.getConnection().createArrayOf(type, elements.toArray()));
  }
}
