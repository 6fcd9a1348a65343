package io.heyue.app.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.heyue.app.installation.Checkout;
import io.heyue.brain.book.Books;
import io.heyue.brain.words.Ears;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Whatever words come in, a verdict goes out, and what it names lies within the words. With {@code
 * JAZZER_FUZZ=1} Jazzer looks for more: {@code JAZZER_FUZZ=1 ./heyue test app WordsFuzzTest}.
 */
class WordsFuzzTest {
  private static final Checkout CHECKOUT = Checkout.find();
  private static final WordsDesk DESK =
      new WordsDesk(
          Books.read(CHECKOUT.data()),
          Ears.open(CHECKOUT.data(), CHECKOUT.heads()),
          InstantSource.fixed(Instant.parse("2026-11-23T02:00:00Z")));

  private static final List<String> PIECES =
      List.of(
          "不还款就起诉",
          "您好",
          "起*诉",
          "qi su",
          "QS你",
          "征信",
          "3,280.50元",
          "下周五之前",
          "，",
          "。",
          "we will sue you",
          "p0lice",
          "please",
          "\u200b",
          "\ud83d\ude00",
          "\ud83d",
          "起素",
          "（",
          "\u0000",
          " ",
          "百分之五",
          "坐牢",
          "jail",
          "我们不会联系您的家人",
          "http://",
          "\u202e");

  @FuzzTest(maxDuration = "5m")
  void anyWordsAreJudged(FuzzedDataProvider data) {
    judged(data.consumeRemainingAsString());
  }

  private static void judged(String words) {
    WordsView view = DESK.judge(words, Optional.empty(), null, WordsDesk.PLACE);
    assertThat(view.verdict()).isIn("permitted", "amended", "forbidden");
    for (WordsView.SpanView span : view.spans()) {
      assertThat(span.text()).isEqualTo(words.substring(span.start(), span.end()));
    }
  }

  /** Seed 20261126; a failure prints the words. */
  @Test
  void wordsThatAreThrownTogetherAreJudged() {
    RandomGenerator chance = new SplittableRandom(20261126);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder words = new StringBuilder();
      int pieces = chance.nextInt(12);
      for (int piece = 0; piece < pieces; piece++) {
        words.append(PIECES.get(chance.nextInt(PIECES.size())));
      }
      if (!words.isEmpty() && chance.nextInt(4) == 0) {
        words.setCharAt(chance.nextInt(words.length()), (char) chance.nextInt(0x10000));
      }
      try {
        judged(words.toString());
      } catch (RuntimeException e) {
        throw new AssertionError("Not judged: " + words, e);
      }
    }
  }
}
