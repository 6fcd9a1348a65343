package io.heyue.brain.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {
  @Test
  void aShortSentenceIsOneWindow() {
    try (Tokens tokens = Tokens.of(Lang.ZH)) {
      List<long[]> windows = tokens.windows("您好", 64);
      assertThat(windows).hasSize(1);
      assertThat(windows.getFirst()).startsWith(101).endsWith(102).hasSize(4);
    }
  }

  /** Nothing is out of sight, wherever it stands. */
  @Test
  void windowsCoverEveryTokenAndOverlap() {
    try (Tokens tokens = Tokens.of(Lang.ZH)) {
      for (int length = 1; length < 200; length++) {
        String text = "还钱".repeat(length);
        List<long[]> windows = tokens.windows(text, 16);
        int seen = 0;
        for (int index = 0; index < windows.size(); index++) {
          long[] window = windows.get(index);
          assertThat(window.length).isLessThanOrEqualTo(16);
          assertThat(window).startsWith(101).endsWith(102);
          int from = index * 10;
          assertThat(from).as("a gap at %s of %s", from, length).isLessThanOrEqualTo(seen);
          seen = from + window.length - 2;
        }
        assertThat(seen).isEqualTo(2 * length);
      }
    }
  }

  @Test
  void whatIsTooLongIsCutWithItsEndMark() {
    try (Tokens tokens = Tokens.of(Lang.EN)) {
      assertThat(tokens.of("word ".repeat(500), 32)).hasSize(32).endsWith(102);
    }
  }

  /** The question stays before each window, and all of the text is in one of them. */
  @Test
  void whatWasAskedStandsBeforeWhatWasSaid() {
    try (Tokens tokens = Tokens.of(Lang.ZH)) {
      long[] both = tokens.of("是本人吗", "对", 32);
      assertThat(both).startsWith(101).endsWith(102).hasSize(8);
      assertThat(both[5]).isEqualTo(102);
      assertThat(tokens.of("", "对", 32)).isEqualTo(tokens.of("对", 32));
      List<long[]> windows = tokens.windows("是本人吗", "还钱".repeat(40), 30);
      assertThat(windows)
          .hasSizeGreaterThan(2)
          .allSatisfy(window -> {
            assertThat(window.length).isLessThanOrEqualTo(30);
            assertThat(window[5]).isEqualTo(102);
          });
    }
  }
}
