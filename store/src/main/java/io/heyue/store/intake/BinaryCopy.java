package io.heyue.store.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's binary COPY format [1]: about twice as fast as text, and nothing to escape.
 * A row that turns out bad can be taken back. Not thread-safe.
 *
 * <p>[1] https://www.postgresql.org/docs/18/sql-copy.html, "Binary Format"
 */
final class BinaryCopy {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final byte[] END = {-1, -1};
  private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private final int columns;
  private byte[] buffer = new byte[1 << 18];
  private int length;
  private int row;

  /** Rows of {@code columns} columns each; what comes before and after them is not written. */
  BinaryCopy(int columns) {
    this.columns = columns;
  }

  /** What comes before the first row. */
  static byte[] signature() {
    return SIGNATURE.clone();
  }

  /** What comes after the last row. */
  static byte[] end() {
    return END.clone();
  }

  void beginRow() {
    row = length;
    number16(columns);
  }

  /** Takes back what was written since {@link #beginRow}. */
  void undoRow() {
    length = row;
  }

  byte[] buffer() {
    return buffer;
  }

  int length() {
    return length;
  }

  BinaryCopy text(@Nullable String text) {
    return bytes(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  BinaryCopy bytes(byte @Nullable [] bytes) {
    if (bytes == null) {
      number32(-1);
    } else {
      number32(bytes.length);
      bytesBare(bytes);
    }
    return this;
  }

  BinaryCopy number(@Nullable Long number) {
    if (number == null) {
      number32(-1);
    } else {
      number32(Long.BYTES);
      number64(number);
    }
    return this;
  }

  BinaryCopy truth(@Nullable Boolean truth) {
    if (truth == null) {
      number32(-1);
    } else {
      number32(1);
      room(1);
      buffer[length++] = (byte) (truth ? 1 : 0);
    }
    return this;
  }

  BinaryCopy date(@Nullable LocalDate date) {
    if (date == null) {
      number32(-1);
    } else {
      number32(Integer.BYTES);
      number32((int) (date.toEpochDay() - EPOCH_DAY));
    }
    return this;
  }

  BinaryCopy instant(@Nullable Instant instant) {
    if (instant == null) {
      number32(-1);
      return this;
    }
    number32(Long.BYTES);
    number64(ChronoUnit.MICROS.between(EPOCH, instant));
    return this;
  }

  private void bytesBare(byte[] bytes) {
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
  }

  private void number16(int number) {
    room(2);
    buffer[length++] = (byte) (number >> 8);
    buffer[length++] = (byte) number;
  }

  private void number32(int number) {
    number16(number >> 16);
    number16(number);
  }

  private void number64(long number) {
    number32((int) (number >> 32));
    number32((int) number);
  }

  private void room(int more) {
    if (length + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
    }
  }
}
