package io.heyue.voice.recognise.moonshine;

import io.heyue.voice.recognise.RecogniserFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the model's numbers mean: the 32,000 pieces of words of Llama's tokenizer (byte pair
 * encoding with bytes for what has no piece), read from the script that carries them as Base64.
 * Immutable and thread-safe.
 */
final class Tokens {
  static final String FILE = "llama-tokenizer.js";

  /** A sentence begins with it. */
  static final int START = 1;

  /** A sentence is over. */
  static final int END = 2;

  static final int COUNT = 32_000;

  /** The first lines of the list, {@code <unk>}, as the script's Base64 writes them. */
  private static final String FIRST = "\"PHVuaz4KPHM+";

  /** The first piece that is neither a sign of the model's nor a byte. */
  private static final int FIRST_PIECE = 259;

  private static final char SPACE = '▁';

  private final List<String> pieces;

  private Tokens(List<String> pieces) {
    this.pieces = pieces;
  }

  /**
   * @throws RecogniserFailure where the file isn't there or holds no such list
   */
  static Tokens read(Path file) {
    String script;
    try {
      script = Files.readString(file);
    } catch (IOException e) {
      throw new RecogniserFailure(
          "Token table " + file + " can't be read. Maybe: ./heyue models add moonshine-tiny-en.",
          e);
    }
    int from = script.indexOf(FIRST);
    int to = from < 0 ? -1 : script.indexOf('"', from + 1);
    if (to < 0) {
      throw strange(file, "holds no list of pieces in Base64", null);
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(script.substring(from + 1, to));
      List<String> pieces = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
      if (pieces.size() < COUNT) {
        throw strange(file, "holds " + pieces.size() + " pieces; " + COUNT + " are needed", null);
      }
      return new Tokens(pieces.subList(0, COUNT));
    } catch (IllegalArgumentException e) {
      throw strange(file, "holds a list that is no Base64", e);
    }
  }

  private static RecogniserFailure strange(Path file, String what, @Nullable Throwable cause) {
    return new RecogniserFailure(
        "Token table "
            + file
            + " "
            + what
            + ". Maybe it is of another version; ./heyue models verify says.",
        cause == null ? new IllegalArgumentException(what) : cause);
  }

  /** What a sequence of numbers says; signs of the model's own say nothing. */
  String text(List<Integer> numbers) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int number : numbers) {
      OptionalInt single = single(number);
      if (single.isPresent()) {
        text.write(single.getAsInt());
      } else {
        text.writeBytes(piece(number).getBytes(StandardCharsets.UTF_8));
      }
    }
    return text.toString(StandardCharsets.UTF_8).strip();
  }

  /** The piece of a number, a space where it begins a word; empty for signs and bytes. */
  String piece(int number) {
    return number < FIRST_PIECE || number >= pieces.size()
        ? ""
        : pieces.get(number).replace(SPACE, ' ');
  }

  /** The byte that a number stands for. */
  private static OptionalInt single(int number) {
    return number > END && number < FIRST_PIECE
        ? OptionalInt.of(number - END - 1)
        : OptionalInt.empty();
  }
}
