package io.heyue.brain.model;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Splits sentences into the tokens that the published encoder of a language knows. Thread-safe;
 * closing it while it is used is not.
 */
public final class Tokens implements AutoCloseable {
  /** The token for what no other token covers, in both word lists. */
  static final int UNKNOWN = 100;

  private static final int ASKED = 20;

  private final HuggingFaceTokenizer tokenizer;

  private Tokens(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** Those of {@code lang}, from the class path. */
  public static Tokens of(Lang lang) {
    // The library would otherwise tell its makers that it runs, and look for downloads.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    String name = "/bge-small-" + lang.code() + "-v1.5-q-tokenizer.json";
    try (InputStream stream = Tokens.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(
            "Word list " + name + " is not on the class path. Maybe the model's jar is missing.");
      }
      return new Tokens(
          HuggingFaceTokenizer.newInstance(
              stream, Map.of("truncation", "false", "padding", "false")));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** The tokens of {@code text}, the marks of start and end among them; what is too long is cut. */
  public long[] of(String text, int longest) {
    return window(all(text), 0, longest);
  }

  /**
   * The tokens of {@code text} in windows that overlap by a quarter, each with its marks of start
   * and end; one window if it is short enough.
   *
   * @param longest tokens of a window, the marks among them
   */
  public List<long[]> windows(String text, int longest) {
    long[] all = all(text);
    List<long[]> windows = new ArrayList<>();
    int stride = Math.max(1, 3 * (longest - 2) / 4);
    int from = 0;
    do {
      windows.add(window(all, from, longest));
      from += stride;
    } while (from + longest - 2 - stride < all.length - 2);
    return windows;
  }

  /**
   * The tokens of what was asked, at most {@value #ASKED}, then of {@code text}, with a mark
   * between them.
   *
   * @param asked empty where nothing was
   * @param longest tokens of both, all marks among them
   */
  public long[] of(String asked, String text, int longest) {
    return asked.isEmpty() ? of(text, longest) : joined(question(asked), text, longest);
  }

  /** The tokens of {@code text} in windows as above, what was asked before each. */
  public List<long[]> windows(String asked, String text, int longest) {
    if (asked.isEmpty()) {
      return windows(text, longest);
    }
    long[] question = question(asked);
    return windows(text, longest - question.length + 1).stream()
        .map(window -> joined(question, window))
        .toList();
  }

  private long[] joined(long[] question, String text, int longest) {
    return joined(question, of(text, longest - question.length + 1));
  }

  private static long[] joined(long[] question, long[] text) {
    long[] joined = Arrays.copyOf(question, question.length + text.length - 1);
    System.arraycopy(text, 1, joined, question.length, text.length - 1);
    return joined;
  }

  private long[] question(String asked) {
    return of(asked, ASKED);
  }

  private long[] all(String text) {
    return tokenizer.encode(text).getIds();
  }

  /** Start mark, up to {@code longest} - 2 tokens from {@code from} on, end mark. */
  private static long[] window(long[] all, int from, int longest) {
    int inner = Math.min(longest - 2, all.length - 2 - from);
    if (from == 0 && inner == all.length - 2) {
      return all;
    }
    long[] window = Arrays.copyOfRange(all, from, from + inner + 2);
    window[0] = all[0];
    window[inner + 1] = all[all.length - 1];
    return window;
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
