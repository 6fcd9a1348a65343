package io.heyue.core.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RngTest {
  @Test
  void theSameSeedGivesTheSameNumbers() {
    Rng one = Rng.seeded(42);
    Rng other = Rng.seeded(42);
    for (int i = 0; i < 100; i++) {
      assertThat(one.nextLong()).isEqualTo(other.nextLong());
    }
    assertThat(Rng.seeded(43).nextLong()).isNotEqualTo(Rng.seeded(42).nextLong());
    assertThat(one.seed()).isEqualTo(42);
  }

  /** First values of SplitMix64 for seed 0, as published with the reference implementation. */
  @Test
  void isSplitMix64() {
    Rng rng = Rng.seeded(0);
    assertThat(rng.nextLong()).isEqualTo(0xE220A8397B1DCDAFL);
    assertThat(rng.nextLong()).isEqualTo(0x6E789E6AA1B965F4L);
  }

  @Test
  void forksAreTheSameHoweverManyWereDrawnBefore() {
    Rng fresh = Rng.seeded(5);
    Rng used = Rng.seeded(5);
    used.nextLong();
    assertThat(used.fork("a").nextLong()).isEqualTo(fresh.fork("a").nextLong());
    assertThat(fresh.fork("a").nextLong()).isNotEqualTo(fresh.fork("b").nextLong());
  }

  @Test
  void staysWithinItsBounds() {
    Rng rng = Rng.seeded(1);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      double share = rng.nextDouble();
      assertThat(share).isGreaterThanOrEqualTo(0).isLessThan(1);
      seen.add(rng.nextInt(3));
    }
    assertThat(seen).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(rng.chance(0)).isFalse();
    assertThat(rng.chance(1)).isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> rng.nextInt(0));
  }

  @Test
  void drawsIdentitiesOfVersionFour() {
    assertThat(CaseId.draw(Rng.seeded(1)).value().version()).isEqualTo(4);
    assertThat(CaseId.draw(Rng.seeded(1)).value().variant()).isEqualTo(2);
    assertThat(CaseId.draw(Rng.seeded(1))).isEqualTo(CaseId.draw(Rng.seeded(1)));
  }

  @Test
  void codesAreEightDigitsWhateverTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      for (int seed = 0; seed < 50; seed++) {
        assertThat(ConversationId.draw(Rng.seeded(seed)).code()).matches("[0-9]{8}");
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
