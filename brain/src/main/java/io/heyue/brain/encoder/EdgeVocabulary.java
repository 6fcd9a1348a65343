package io.heyue.brain.encoder;

import io.heyue.brain.model.Tokens;
import io.heyue.core.base.Lang;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which tokens a small build of the model of a language keeps: the marks, letters and digits, and
 * whatever people say in the examples at least twice.
 */
public final class EdgeVocabulary {
  private static final int LONGEST = 512;

  private EdgeVocabulary() {}

  /** The tokens, by number. */
  public static BitSet of(SpeechSchooling schooling, Lang lang) {
    BitSet met = new BitSet();
    BitSet kept = new BitSet();
    try (Tokens tokens = Tokens.of(lang)) {
      schooling
          .learned()
          .forEach(example -> {
            BitSet own = tokens(tokens, example.text());
            BitSet again = (BitSet) own.clone();
            again.and(met);
            kept.or(again);
            met.or(own);
          });
      Stream.concat(schooling.questions().values().stream(), signs())
          .forEach(text -> kept.or(tokens(tokens, text)));
    }
    return kept;
  }

  private static BitSet tokens(Tokens tokens, String text) {
    BitSet own = new BitSet();
    for (long token : tokens.of(PlainText.of(text), LONGEST)) {
      own.set(Math.toIntExact(token));
    }
    return own;
  }

  private static Stream<String> signs() {
    return Stream.concat(
        Stream.of("$€£¥%,.?!'-，。？！、"),
        IntStream.concat(IntStream.rangeClosed('a', 'z'), IntStream.rangeClosed('0', '9'))
            .mapToObj(Character::toString)
            .flatMap(sign -> Stream.of(sign, "x" + sign)));
  }
}
