package io.heyue.brain.encoder;

import io.heyue.brain.model.Tokens;
import io.heyue.core.base.Lang;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which tokens a small build of the model of a language keeps: the marks, letters and digits, and
 * what people say most in the examples, and at least twice.
 */
public final class EdgeVocabulary {
  private static final int LONGEST = 512;

  /** For more a small device has no room: each is a row of the model. */
  private static final int MOST = 4_300;

  private EdgeVocabulary() {}

  /** The tokens, by number. */
  public static BitSet of(SpeechSchooling schooling, Lang lang) {
    BitSet kept = new BitSet();
    try (Tokens tokens = Tokens.of(lang)) {
      Map<Integer, Integer> met = new HashMap<>();
      schooling
          .learned()
          .forEach(example ->
              tokens(tokens, example.text()).stream()
                  .forEach(token -> met.merge(token, 1, Integer::sum)));
      met.entrySet().stream()
          .filter(each -> each.getValue() > 1)
          .sorted(
              Map.Entry.<Integer, Integer>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(MOST)
          .forEach(each -> kept.set(each.getKey()));
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
