package io.heyue.core.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
  @Test
  void shortSentencesAreReadTogetherAndLongOnesAlone() {
    assertThat(together("今天还。不然后果自负。")).containsExactly("今天还。不然后果自负。");
    String lengthy = "您的账单一共分成三期来还".repeat(5) + "。";
    assertThat(together("您好。" + lengthy + "再见。")).containsExactly("您好。", lengthy, "再见。");
    assertThat(together("Pay today. Or else.")).containsExactly("Pay today. Or else.");
  }

  /** Together they are the whole text: nothing is left out, nothing is read twice. */
  @Test
  void nothingIsLeftOut() {
    for (String text : List.of("", "。", "一。二!三?四", "no end", "a. b! c? ".repeat(60))) {
      assertThat(String.join("", together(text))).isEqualTo(text);
    }
  }

  private static List<String> together(String text) {
    return Sentences.together(text).stream().map((Span span) -> span.of(text)).toList();
  }
}
