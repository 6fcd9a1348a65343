package io.heyue.learn;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.brain.model.Adapter;
import io.heyue.brain.model.Skill;
import io.heyue.brain.model.Tensor;
import io.heyue.brain.model.Weights;
import io.heyue.core.base.Lang;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OnwardTest {
  private static final Recipe RECIPE = new Recipe(1, 4, 12, 8, 3e-3f, 0.05f, 32);
  private static final Weights BASE = Weights.published(Lang.ZH);

  private static ThrowingCallable check(Map<String, String> other, int layers, int rank) {
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("base", BASE.hash());
    provenance.put("answers", "any");
    provenance.putAll(other);
    Map<String, Tensor> tensors =
        Map.of(
            "embeddings.LayerNorm.weight",
            Tensor.of(new float[1], 1),
            "encoder.layer.0.attention.self.query.weight.down",
            Tensor.of(new float[2 * rank], 2, rank));
    Curriculum curriculum =
        new Curriculum(
            Skill.SPEECH,
            Lang.ZH,
            List.of(new Question("", false, 1, List.of("any"))),
            List.of(),
            List.of(),
            "");
    return () -> Onward.check(new Adapter(provenance, layers, tensors), curriculum, RECIPE, BASE);
  }

  @Test
  void onlyFromWhatIsOfTheSameMakeCanBeGoneOn() {
    assertThatCode(check(Map.of(), 1, 4)).doesNotThrowAnyException();
    assertThatThrownBy(check(Map.of("base", "ab"), 1, 4))
        .hasMessageContaining("another published encoder")
        .hasMessageContaining("--onward");
    assertThatThrownBy(check(Map.of("answers", "any more"), 1, 4))
        .hasMessageContaining("other questions");
    assertThatThrownBy(check(Map.of(), 2, 4)).hasMessageContaining("2 layers, wanted are 1");
    assertThatThrownBy(check(Map.of(), 1, 8)).hasMessageContaining("rank is 8, wanted is 4");
  }
}
