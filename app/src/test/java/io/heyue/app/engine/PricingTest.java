package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.cases.Cases;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lender's pricing takes effect on those whom it is meant for, once, and downwards. */
class PricingTest {
  @TempDir private Path folder = Path.of("");
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
    lender.borrowers(1);
    var campaigns = lender.engine.campaigns();
    campaigns.start(
        campaigns.create(
            "all", Filter.everyone(), new Approach(List.of(Channel.SMS), "arrears", 20, 1)));
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private void days(int days) {
    for (int i = 0; i < days; i++) {
      lender.later(Duration.ofDays(1));
      var _ = lender.engine.pulse().tick();
    }
  }

  private Case onlyCase() {
    return lender
        .database
        .transactor()
        .get(sql -> new Cases().page(sql, Optional.empty(), 10))
        .getFirst();
  }

  private long lowerings() {
    Case matter = onlyCase();
    return lender
        .database
        .transactor()
        .<List<CaseEvent>>get(sql -> new Cases().events(sql, matter.id()))
        .stream()
        .filter(CaseEvent.OverdueRateLowered.class::isInstance)
        .count();
  }

  @Test
  void whoeverIsLongBehindAndPaysWhatTheyCanHasTheRateLoweredOnce() {
    days(2);
    lender.paid(0, "200.00", "R-1");
    days(5);
    assertThat(lowerings()).as("not behind for thirty days yet").isZero();
    days(12);
    assertThat(onlyCase().account().overdueRate().perYear())
        .isEqualByComparingTo(new BigDecimal("0.192"));
    days(6);
    assertThat(lowerings()).isEqualTo(1);
    Case matter = onlyCase();
    assertThat(lender.database.transactor().<Case>get(sql -> new Cases().rebuild(sql, matter.id())))
        .isEqualTo(matter);
  }

  @Test
  void whoeverPaysNothingKeepsTheAgreedRate() {
    days(20);
    assertThat(onlyCase().account().overdueRate().perYear())
        .isEqualByComparingTo(new BigDecimal("0.24"));
  }
}
