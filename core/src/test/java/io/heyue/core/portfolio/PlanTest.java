package io.heyue.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.heyue.core.base.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "328050 | 3 | 2026-12-15 | 2026-12-15 109350, 2027-01-15 109350, 2027-02-15 109350",
        "10000 | 3 | 2027-01-31 | 2027-01-31 3333, 2027-02-28 3333, 2027-03-31 3334",
        "10001 | 2 | 2028-01-31 | 2028-01-31 5000, 2028-02-29 5001",
        "100 | 3 | 2027-08-30 | 2027-08-30 33, 2027-09-30 33, 2027-10-30 34",
        "7 | 2 | 2026-12-31 | 2026-12-31 3, 2027-01-31 4",
      })
  void goldenRows(long total, int count, String first, String expected) {
    Plan plan = Plan.monthly(Money.fen(total), count, LocalDate.parse(first));
    assertThat(
            plan.instalments().stream()
                .map(each -> each.due() + " " + each.amount().minor())
                .collect(Collectors.joining(", ")))
        .isEqualTo(expected);
    assertThat(plan.count()).isEqualTo(count);
    assertThat(plan.last().number()).isEqualTo(count);
  }

  @Test
  void mustAddUpAndHaveTwoParts() {
    LocalDate day = LocalDate.of(2027, 1, 1);
    Plan.Instalment one = new Plan.Instalment(1, Money.fen(50), day);
    Plan.Instalment two = new Plan.Instalment(2, Money.fen(49), day.plusMonths(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Plan(Money.fen(100), List.of(one, two)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Plan(Money.fen(50), List.of(one)));
  }
}
