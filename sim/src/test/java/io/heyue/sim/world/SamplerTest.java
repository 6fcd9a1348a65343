package io.heyue.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.ModelUse;
import io.heyue.core.base.Money;
import io.heyue.core.portfolio.Labelling;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.portfolio.Patience;
import io.heyue.core.portfolio.Proofs;
import io.heyue.core.portfolio.Waits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SamplerTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Mandate MANDATE =
      new Mandate(
          "s",
          "h",
          "w",
          "p",
          "l",
          14,
          30,
          6,
          Money.fen(10_000),
          15,
          new BigDecimal("0.1"),
          new Proofs(2, 4, 30),
          new Patience(1, 2, Duration.ofDays(1)),
          new Waits(
              Duration.ofDays(5),
              Duration.ofMinutes(10),
              Duration.ofDays(3),
              Duration.ofDays(3),
              Duration.ofDays(14),
              Duration.ofDays(90)),
          Labelling.NONE,
          Map.of(),
          ModelUse.NONE,
          0);

  private static Sampler sampler(long seed) {
    return new Sampler(seed, TODAY, Map.of(Lang.ZH, MANDATE, Lang.EN, MANDATE));
  }

  @Test
  void theSameSeedGivesTheSamePeople() {
    assertThat(sampler(7).draw(3, Lang.ZH)).isEqualTo(sampler(7).draw(3, Lang.ZH));
    assertThat(sampler(7).draw(3, Lang.ZH)).isNotEqualTo(sampler(8).draw(3, Lang.ZH));
  }

  @Test
  void aPortfolioHoldsWhatThereIsInLife() {
    List<Sample> samples =
        IntStream.range(0, 2000).mapToObj(i -> sampler(7).draw(i, Lang.ZH)).toList();
    assertThat(samples).extracting(Sample::number).doesNotHaveDuplicates();
    assertThat(samples).extracting(sample -> sample.phone().reveal()).doesNotHaveDuplicates();
    assertThat(samples).anyMatch(sample -> sample.zone() == null);
    assertThat(samples).anyMatch(sample -> "Asia/Urumqi".equals(String.valueOf(sample.zone())));
    assertThat(samples).anyMatch(sample -> sample.dueDate().isBefore(TODAY.minusYears(3)));
    assertThat(samples).anyMatch(sample -> sample.facts().creditNotice() != null);
    assertThat(samples).allMatch(sample -> sample.overdue().atLeast(Money.fen(30_000)));
    assertThat(samples).allMatch(sample -> sample.balance().atLeast(sample.overdue()));
    assertThat(samples).allMatch(sample -> sample.phone().reveal().startsWith("+86100"));
  }

  @Test
  void aClockNeverGoesBack() {
    VirtualClock clock = new VirtualClock(Instant.EPOCH);
    clock.advance(Duration.ofDays(2));
    clock.advanceTo(Instant.EPOCH);
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH.plus(Duration.ofDays(2)));
  }
}
