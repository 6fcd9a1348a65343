package io.heyue.brain.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatelyTest {
  private final List<String> read = new ArrayList<>();
  private final Lately lately =
      new Lately(
          sentence -> {
            read.add(sentence);
            return new float[] {sentence.length(), read.size()};
          },
          2);

  @Test
  void whatWasReadLatelyIsNotReadAgain() {
    float[] first = lately.scores("您好");
    assertThat(lately.scores("您好")).containsExactly(first);
    assertThat(read).containsExactly("您好");
    assertThat(lately.scores("您好。")).isNotEqualTo(first);
    assertThat(read).containsExactly("您好", "您好。");
  }

  @Test
  void whatWasAskedForLongestAgoIsForgottenFirst() {
    for (String sentence : List.of("a", "b", "a", "c", "a", "b")) {
      var _ = lately.scores(sentence);
    }
    assertThat(read).containsExactly("a", "b", "c", "b");
  }

  @Test
  void whoeverChangesWhatTheyWereGivenChangesNothingElse() {
    lately.scores("a")[0] = 9;
    lately.scores("a")[0] = 9;
    assertThat(lately.scores("a")[0]).isEqualTo(1);
  }
}
