package io.heyue.brain.encoder;

import io.heyue.brain.model.Tokens;
import io.heyue.core.base.Lang;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which tokens a small build of the model of a language keeps: the marks, letters and digits, in
 * Chinese the usual characters (first level of GB 2312), and whatever people say more than once in
 * the examples.
 */
public final class EdgeVocabulary {
  private static final Charset GB = Charset.forName("GB18030");
  private static final int FIRST = 0xb0;
  private static final int LAST = 0xd7;
  private static final int OFTEN = 2;
  private static final int LONGEST = 512;

  private EdgeVocabulary() {}

  /** The tokens, by number. */
  public static BitSet of(SpeechSchooling schooling, Lang lang) {
    BitSet kept = new BitSet();
    try (Tokens tokens = Tokens.of(lang)) {
      Map<Long, Integer> counts = new HashMap<>();
      Stream.concat(
              schooling.learned().stream().map(Example::text),
              schooling.questions().values().stream().flatMap(each -> Stream.of(each, each)))
          .flatMapToLong(text -> Arrays.stream(tokens.of(PlainText.of(text), LONGEST)))
          .forEach(token -> counts.merge(token, 1, Integer::sum));
      counts.forEach((token, count) -> {
        if (count >= OFTEN) {
          kept.set(Math.toIntExact(token));
        }
      });
      always(lang)
          .forEach(text -> {
            for (long token : tokens.of(text, LONGEST)) {
              kept.set(Math.toIntExact(token));
            }
          });
    }
    return kept;
  }

  private static Stream<String> always(Lang lang) {
    Stream<String> signs =
        Stream.concat(
            Stream.of("$€£¥%,.?!'-，。？！、"),
            IntStream.concat(IntStream.rangeClosed('a', 'z'), IntStream.rangeClosed('0', '9'))
                .mapToObj(Character::toString)
                .flatMap(sign -> Stream.of(sign, "x" + sign)));
    return lang == Lang.ZH ? Stream.concat(signs, usual()) : signs;
  }

  /** The usual characters, one by one. */
  private static Stream<String> usual() {
    return IntStream.rangeClosed(FIRST, LAST)
        .boxed()
        .flatMap(row ->
            IntStream.rangeClosed(0xa1, 0xfe)
                .mapToObj(cell -> new String(new byte[] {row.byteValue(), (byte) cell}, GB)));
  }
}
