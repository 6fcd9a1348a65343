package io.heyue.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTest {
  private static final List<Question> QUESTIONS =
      List.of(
          new Question("colour", true, 1, List.of("red", "blue")),
          new Question("size", false, 1, List.of("big")));

  @Test
  void everyAnswerHasItsColumn() {
    Exercise exercise =
        new Sheet(QUESTIONS).weigh("size", 2).set("size", "big", 1).exercise("what", "a house", 1);
    assertThat(exercise.answers()).containsExactly(0, 0, 1);
    assertThat(exercise.weights()).containsExactly(0, 0, 2);
  }

  @Test
  void whatIsNoAnswerIsRefused() {
    Sheet sheet = new Sheet(QUESTIONS);
    assertThatThrownBy(() -> sheet.set("colour", "green", 1)).hasMessageContaining("green");
    assertThatThrownBy(() -> sheet.weigh("weight", 1)).hasMessageContaining("weight");
  }
}
