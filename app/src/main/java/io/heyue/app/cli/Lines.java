package io.heyue.app.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a stream of UTF-8, each of bounded length however long it is. */
final class Lines {
  private static final int LONGEST = 1 << 20;

  private final InputStream in;
  private boolean first = true;

  Lines(InputStream in) {
    this.in = in instanceof BufferedInputStream ? in : new BufferedInputStream(in, 1 << 16);
  }

  /**
   * A line.
   *
   * @param text its words; empty if it has a flaw
   * @param flaw why it can't be read, or empty
   */
  record Line(String text, String flaw) {}

  /** The next line, without its end; empty at the end of the stream. */
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long length = 0;
    int c = in.read();
    if (c < 0) {
      return Optional.empty();
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (++length <= LONGEST) {
        bytes.write(c);
      }
    }
    return Optional.of(length > LONGEST ? tooLong(length) : decode(bytes.toByteArray()));
  }

  private static Line tooLong(long length) {
    return new Line("", "The line has " + length + " bytes; at most " + LONGEST + " are read.");
  }

  private Line decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (first && text.startsWith("\uFEFF")) {
        text = text.substring(1);
      }
      first = false;
      return new Line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, "");
    } catch (CharacterCodingException e) {
      first = false;
      return new Line("", "The line is not UTF-8. Maybe the file is GB18030.");
    }
  }
}
