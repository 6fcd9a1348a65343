package io.heyue.voice.record;

import io.heyue.core.base.Check;
import java.nio.charset.StandardCharsets;

/**
 * Says that a voice is made by a machine (人工智能生成合成内容标识办法, 4 and 5; GB 45438-2025: the words must
 * hold 人工智能 or AI, and 生成 or 合成). Immutable.
 *
 * @param producer who makes the voice: name or code of the service's provider
 * @param words what people read
 */
public record Label(String producer, String words) {
  private static final int MOST = 500;

  /** In English, and in ASCII where a format knows nothing else. */
  public static final String ENGLISH =
      "The voice on the right channel is made by a machine (AI-generated speech).";

  private static final String CHINESE = "右声道的语音由人工智能（AI）合成。";

  public Label {
    Check.filled("producer", producer);
    Check.that(fits(producer), "producer", producer, "at most 500 bytes");
    Check.that(fits(words), "words", words, "at most 500 bytes");
    Check.that(
        words.contains("人工智能") || words.contains("AI"), "words", words, "with 人工智能 or AI in it");
    Check.that(words.contains("生成") || words.contains("合成"), "words", words, "with 生成 or 合成 in it");
  }

  /** The usual words, in Chinese and English. */
  public static Label of(String producer) {
    return new Label(producer, CHINESE + ENGLISH);
  }

  private static boolean fits(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length <= MOST;
  }
}
