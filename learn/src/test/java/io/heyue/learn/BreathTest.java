package io.heyue.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.brain.encoder.Example;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.understanding.Intent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BreathTest {
  private static final Example PROMISE = example("我周五还", "", Intent.PROMISE_WITH_DATE);
  private static final Example HEARD = example("知道了", "", Intent.ACKNOWLEDGE);
  private static final Example YES = example("对", "read_back", Intent.AFFIRM);
  private static final Map<Intent, Set<Intent>> WINS =
      Map.of(
          Intent.PROMISE_WITH_DATE,
          Set.of(Intent.ACKNOWLEDGE, Intent.AFFIRM),
          Intent.AFFIRM,
          Set.of());

  private static Example example(String text, String after, Intent intent) {
    return new Example(text, after, intent, Set.of(), Optional.empty());
  }

  private static Optional<Example> breath(Example one, Example other) {
    return new Breath(List.of(other), WINS, Lang.ZH, Rng.seeded(3)).with(one);
  }

  @Test
  void whatWinsOverTheOtherDecidesWhicheverIsFirst() {
    for (Optional<Example> both : List.of(breath(PROMISE, HEARD), breath(HEARD, PROMISE))) {
      assertThat(both)
          .hasValueSatisfying(example -> {
            assertThat(example.text()).contains("我周五还").contains("知道了");
            assertThat(example.intent()).isEqualTo(Intent.PROMISE_WITH_DATE);
            assertThat(example.also()).containsExactly(Intent.ACKNOWLEDGE);
          });
    }
  }

  @Test
  void anAnswerStaysBehindItsQuestion() {
    assertThat(breath(YES, PROMISE))
        .hasValueSatisfying(example -> assertThat(example.after()).isEqualTo("read_back"));
    assertThat(breath(PROMISE, YES)).isEmpty();
  }

  @Test
  void whatTheLexiconDoesNotDecideIsNotPutTogether() {
    assertThat(breath(HEARD, YES)).isEmpty();
    assertThat(breath(HEARD, HEARD)).isEmpty();
  }
}
