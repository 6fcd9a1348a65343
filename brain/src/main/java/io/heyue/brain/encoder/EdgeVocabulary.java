package io.heyue.brain.encoder;

import io.heyue.brain.model.Tokens;
import io.heyue.core.base.Lang;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which tokens a small build of the model of a language keeps: the marks, letters and digits, and
 * whatever people say in the examples. Of the Chinese characters of the corpus that judges four in
 * a thousand are none of these.
 */
public final class EdgeVocabulary {
  private static final int LONGEST = 512;

  private EdgeVocabulary() {}

  /** The tokens, by number. */
  public static BitSet of(SpeechSchooling schooling, Lang lang) {
    BitSet kept = new BitSet();
    try (Tokens tokens = Tokens.of(lang)) {
      Stream.of(
              schooling.learned().stream().map(Example::text),
              schooling.questions().values().stream(),
              signs())
          .flatMap(texts -> texts)
          .forEach(text -> {
            for (long token : tokens.of(PlainText.of(text), LONGEST)) {
              kept.set(Math.toIntExact(token));
            }
          });
    }
    return kept;
  }

  private static Stream<String> signs() {
    return Stream.concat(
        Stream.of("$€£¥%,.?!'-，。？！、"),
        IntStream.concat(IntStream.rangeClosed('a', 'z'), IntStream.rangeClosed('0', '9'))
            .mapToObj(Character::toString)
            .flatMap(sign -> Stream.of(sign, "x" + sign)));
  }
}
