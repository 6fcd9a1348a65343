package io.heyue.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.PersonName;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.samples.Samples;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalTest {
  private record Pair(Object second, @Nullable Object first) {}

  private sealed interface Family {}

  private record Member(int zeta, int alpha) implements Family {}

  private record Clash(String type) implements Family {}

  @Test
  void keysAreSortedAndNothingIsLeftToChoice() {
    assertThat(Canonical.text(new Pair("b", "a"))).isEqualTo("{\"first\":\"a\",\"second\":\"b\"}");
    Map<String, Integer> backwards = new LinkedHashMap<>();
    backwards.put("b", 2);
    backwards.put("a", 1);
    assertThat(Canonical.text(backwards)).isEqualTo("{\"a\":1,\"b\":2}");
    assertThat(Canonical.text(List.of(2, 1))).isEqualTo("[2,1]");
    assertThat(Canonical.text(new LinkedHashSet<>(List.of("b", "a")))).isEqualTo("[\"a\",\"b\"]");
    assertThat(Canonical.text(Map.of(Lang.ZH, true))).isEqualTo("{\"ZH\":true}");
  }

  @Test
  void aMemberOfASealedFamilySaysWhichInItsPlace() {
    assertThat(Canonical.text(new Member(1, 2)))
        .isEqualTo("{\"alpha\":2,\"type\":\"Member\",\"zeta\":1}");
    assertThat(Canonical.text(new Move.Acknowledge("anger")))
        .isEqualTo("{\"type\":\"Acknowledge\",\"what\":\"anger\"}");
    assertThat(Canonical.text(new Terms.Extension(Money.fen(5), Samples.TODAY)))
        .isEqualTo(
            "{\"amount\":{\"currency\":\"CNY\",\"minor\":5},\"type\":\"Extension\","
                + "\"until\":\"2026-11-23\"}");
    assertThatIllegalArgumentException().isThrownBy(() -> Canonical.text(new Clash("x")));
  }

  @Test
  void equalValuesHaveEqualBytes() {
    Set<String> one = new LinkedHashSet<>(List.of("x", "y", "z"));
    Set<String> other = new LinkedHashSet<>(List.of("z", "x", "y"));
    assertThat(Canonical.bytes(new Pair(one, 1))).isEqualTo(Canonical.bytes(new Pair(other, 1)));
    assertThat(Canonical.bytes(Samples.dossier())).isEqualTo(Canonical.bytes(Samples.dossier()));
    assertThat(Canonical.bytes(Samples.matter()))
        .isNotEqualTo(Canonical.bytes(Samples.matter().after(List.of(opened()))));
  }

  private static io.heyue.core.portfolio.CaseEvent opened() {
    return new io.heyue.core.portfolio.CaseEvent.Cured(Samples.NOW);
  }

  @Test
  void nothingIsLeftOutSilentlyButWhatIsAbsent() {
    assertThat(Canonical.text(new Pair(Optional.empty(), null))).isEqualTo("{}");
    assertThat(Canonical.text(new Pair(Optional.of(1), List.of())))
        .isEqualTo("{\"first\":[],\"second\":1}");
    assertThat(Canonical.text(Arrays.asList(1, null))).isEqualTo("[1,null]");
  }

  @Test
  void escapesAreTheShortest() {
    assertThat(Canonical.text("\"\\\n\r\t\b\f\u0001/é汉😀"))
        .isEqualTo("\"\\\"\\\\\\n\\r\\t\\b\\f\\u0001/é汉😀\"");
  }

  @Test
  void loneSurrogatesAreWrittenOut() {
    assertThat(Canonical.text("a\uD800")).isEqualTo("\"a\\ud800\"");
    assertThat(Canonical.text("\uDC00a")).isEqualTo("\"\\udc00a\"");
    assertThat(Canonical.text("\uD800\uD83D\uDE00")).isEqualTo("\"\\ud800😀\"");
    assertThat(new String(Canonical.bytes("\uD800"), StandardCharsets.UTF_8)).doesNotContain("?");
    assertThat(Canonical.bytes("\uD800")).isNotEqualTo(Canonical.bytes("\uD801"));
  }

  @Test
  void numbersAreWrittenPlainly() {
    assertThat(Canonical.text(new BigDecimal("1E+3"))).isEqualTo("\"1000\"");
    assertThat(Canonical.text(0.1)).isEqualTo("0.1");
    assertThat(Canonical.text(1e21)).isEqualTo("1000000000000000000000");
    assertThat(Canonical.text(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
    assertThat(Canonical.text(Duration.ofMinutes(10))).isEqualTo("\"PT10M\"");
    assertThat(Canonical.text(Channel.SMS)).isEqualTo("\"SMS\"");
  }

  /** What can't be altered must not hold what may have to be deleted. */
  @Test
  void personalValuesAreMasked() {
    assertThat(Canonical.text(new PersonName("林甲乙"))).isEqualTo("\"林**\"");
    assertThat(Canonical.text(Samples.borrower())).doesNotContain("林甲乙");
  }

  @Test
  void whatItDoesNotKnowItRefuses() {
    for (Object unknown : List.of(new Object(), new int[1], new Exception(), 1.0f)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Canonical.bytes(unknown))
          .withMessageContaining(unknown.getClass().getName());
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Canonical.bytes(Double.NaN));
  }
}
