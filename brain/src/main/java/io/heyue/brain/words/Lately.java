package io.heyue.brain.words;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What a network said of the sentences that it read lately, since most of what we say is said to
 * many: the same sentence, to the letter, has the same scores. Sentences are known by their SHA-256
 * alone, so that nobody's words are kept. Thread-safe.
 */
final class Lately {
  private final Function<String, float[]> network;
  private final Map<String, float[]> kept;

  /**
   * @param network gives the same for the same sentence, always
   * @param most sentences; the one that was asked for longest ago is forgotten first
   */
  Lately(Function<String, float[]> network, int most) {
    this.network = network;
    this.kept =
        Collections.synchronizedMap(
            new LinkedHashMap<>(16, 0.75f, true) {
              private static final long serialVersionUID = 1;

              @Override
              protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
                return size() > most;
              }
            });
  }

  float[] scores(String sentence) {
    String key = hash(sentence);
    float[] known = kept.get(key);
    if (known == null) {
      // Two who ask at once ask the network twice; neither waits for the other.
      known = network.apply(sentence);
      kept.put(key, known.clone());
      return known;
    }
    return known.clone();
  }

  private static String hash(String sentence) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(sentence.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
