package io.heyue.core.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RateTest {
  @Test
  void isOnlyEverLowered() {
    Rate rate = Rate.parse("0.24");
    assertThat(rate.loweredTo(new BigDecimal("0.8")).perYear()).isEqualByComparingTo("0.192");
    assertThat(rate.loweredTo(BigDecimal.ONE).perYear()).isEqualByComparingTo("0.24");
    assertThatIllegalArgumentException().isThrownBy(() -> rate.loweredTo(new BigDecimal("1.0001")));
    assertThatIllegalArgumentException().isThrownBy(() -> rate.loweredTo(new BigDecimal("-0.1")));
    assertThatIllegalArgumentException().isThrownBy(() -> Rate.parse("-0.01"));
  }

  /** Whoever adds a method that makes a rate of a rate must think of this test. */
  @Test
  void hasNoMethodThatRaisesIt() {
    assertThat(
            Arrays.stream(Rate.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == Rate.class)
                .map(Method::getName))
        .containsExactlyInAnyOrder("parse", "loweredTo");
  }
}
