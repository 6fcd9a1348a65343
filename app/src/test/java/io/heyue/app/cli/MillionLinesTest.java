package io.heyue.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Language;
import io.heyue.core.understanding.Listener;
import io.heyue.core.understanding.Provenance;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.core.understanding.Understanding;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * That what is held at once doesn't grow with what comes. The listener understands nothing, since a
 * million sentences would take it half an hour.
 */
class MillionLinesTest {
  private static final int LINES = 1_000_000;

  /** Lines that are being answered, and what the buffer of the input holds beyond them. */
  private static final long AHEAD = 64 + 4 + (1 << 16) / 24;

  private final AtomicLong written = new AtomicLong();
  private long most;

  @Test
  void aMillionLinesAreAnsweredInOrderWhileFewAreHeld() throws IOException {
    Order order = new Order();
    ZonedDateTime now = ZonedDateTime.parse("2026-03-02T10:00:00+08:00");
    new Interview(hollow(), now, Optional.empty(), new Answer(false)).hold(new Endless(), order);
    assertThat(written.get()).isEqualTo(LINES);
    assertThat(order.broken).isZero();
    assertThat(most).as("lines that were read and not yet answered").isLessThanOrEqualTo(AHEAD);
  }

  private static Listener hollow() {
    return heard ->
        new Understanding(
            heard.text(),
            new Language("zh", 1),
            List.of(new ScoredIntent(Intent.UNCLEAR, 1)),
            List.of(),
            Emotion.calm(),
            Cooperation.MID,
            new Provenance("none", "none"));
  }

  /** Makes each line when it is read. */
  private final class Endless extends InputStream {
    private long number;
    private byte[] line = new byte[0];
    private int at;

    @Override
    public int read() {
      if (at == line.length) {
        if (number == LINES) {
          return -1;
        }
        most = Math.max(most, number - written.get());
        line =
            "{\"id\":\"%08d\",\"text\":\"a\"}\n"
                .formatted(number++)
                .getBytes(StandardCharsets.UTF_8);
        at = 0;
      }
      return line[at++];
    }

    /** A line at a time, so that the buffer holds no more than it must. */
    @Override
    public int read(byte[] into, int from, int length) {
      int first = read();
      if (first < 0) {
        return -1;
      }
      into[from] = (byte) first;
      int rest = Math.min(length - 1, line.length - at);
      System.arraycopy(line, at, into, from + 1, rest);
      at += rest;
      return rest + 1;
    }
  }

  /** Counts answers, and those that are out of order; keeps none. */
  private final class Order extends Writer {
    private final StringBuilder answer = new StringBuilder();
    private long broken;

    @Override
    public void write(char[] letters, int from, int length) {
      for (int letter = from; letter < from + length; letter++) {
        if (letters[letter] != '\n') {
          answer.append(letters[letter]);
          continue;
        }
        broken += answer.indexOf("\"id\":\"%08d\"".formatted(written.get())) < 0 ? 1 : 0;
        written.incrementAndGet();
        answer.setLength(0);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
