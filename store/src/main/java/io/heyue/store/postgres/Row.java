package io.heyue.store.postgres;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row at which a result stands, read by column name. The {@code get}-like methods demand a
 * value, the {@code find} methods allow null. Of no use once the mapper returns.
 */
public final class Row {
  private final ResultSet rows;

  Row(ResultSet rows) {
    this.rows = rows;
  }

  public String text(String column) {
    return present(column, findText(column));
  }

  public Optional<String> findText(String column) {
    return read(column, String.class);
  }

  public UUID uuid(String column) {
    return present(column, findUuid(column));
  }

  public Optional<UUID> findUuid(String column) {
    return read(column, UUID.class);
  }

  public long number(String column) {
    return present(column, findNumber(column));
  }

  public Optional<Long> findNumber(String column) {
    try {
      long number = rows.getLong(column);
      return rows.wasNull() ? Optional.empty() : Optional.of(number);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  public boolean truth(String column) {
    return present(column, findTruth(column));
  }

  public Optional<Boolean> findTruth(String column) {
    return read(column, Boolean.class);
  }

  public BigDecimal decimal(String column) {
    return present(column, findDecimal(column));
  }

  public Optional<BigDecimal> findDecimal(String column) {
    return read(column, BigDecimal.class);
  }

  public LocalDate date(String column) {
    return present(column, findDate(column));
  }

  public Optional<LocalDate> findDate(String column) {
    return read(column, LocalDate.class);
  }

  public Instant instant(String column) {
    return present(column, findInstant(column));
  }

  public Optional<Instant> findInstant(String column) {
    return read(column, OffsetDateTime.class).map(OffsetDateTime::toInstant);
  }

  public byte[] bytes(String column) {
    return present(column, findBytes(column));
  }

  public Optional<byte[]> findBytes(String column) {
    try {
      return Optional.ofNullable(rows.getBytes(column));
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** The elements of a {@code text[]}; none where the column is null. */
  public List<String> texts(String column) {
    try {
      @Nullable Array array = rows.getArray(column);
      return array == null ? List.of() : List.of((String[]) array.getArray());
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private <T> Optional<T> read(String column, Class<T> type) {
    try {
      return Optional.ofNullable(rows.getObject(column, type));
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private static <T> T present(String column, Optional<T> value) {
    return value.orElseThrow(
        () -> new IllegalStateException("Column " + column + " is null; it must hold a value."));
  }
}
