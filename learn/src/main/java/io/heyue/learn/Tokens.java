package io.heyue.learn;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;

/** Splits sentences into the tokens that the published encoder of a language knows. */
final class Tokens implements AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;

  private Tokens(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  static Tokens of(Lang lang) {
    String name = "/bge-small-" + lang.code() + "-v1.5-tokenizer.json";
    try (InputStream stream = Tokens.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("Word list " + name + " is not on the class path.");
      }
      return new Tokens(
          HuggingFaceTokenizer.newInstance(
              stream, Map.of("truncation", "false", "padding", "false")));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** The tokens of {@code text}, the marks of start and end among them; what is too long is cut. */
  long[] of(String text, int longest) {
    long[] ids = tokenizer.encode(text).getIds();
    if (ids.length <= longest) {
      return ids;
    }
    long[] cut = Arrays.copyOf(ids, longest);
    cut[longest - 1] = ids[ids.length - 1];
    return cut;
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
