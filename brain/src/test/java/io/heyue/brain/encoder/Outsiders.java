package io.heyue.brain.encoder;

import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Intent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Utterances written without the lexicon in hand, as a stranger would type or say them: the intent
 * that decides the way, the move before it (or nothing), the words. One half may be looked at while
 * the lexicon is worked on; the other is only ever counted.
 */
final class Outsiders {
  /** Which half of the corpus. */
  enum Half {
    FIX,
    HELD
  }

  private Outsiders() {}

  static List<TestSentence> all(Lang lang, Half half) {
    String name = "outsiders-" + lang.code() + (half == Half.FIX ? "-fix" : "-held") + ".tsv";
    try (InputStream in = Objects.requireNonNull(Outsiders.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .map(row -> new TestSentence(row[2], row[1], Intent.find(row[0]).orElseThrow(), Set.of()))
          .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
