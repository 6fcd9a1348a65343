package io.heyue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * That a day can be dialled, and that nothing is lost or done twice. How fast, a test can't tell.
 */
@Tag("long")
class PhoneDayTest {
  @Test
  void eachCallOfADayHasAPermitAReceiptAndItsPlaceInTheLedger() {
    PhoneDay.Plan plan =
        new PhoneDay.Plan(
            Path.of(System.getProperty("heyue.root")),
            200,
            Duration.ofMinutes(2),
            Duration.ofMillis(200),
            60,
            11);
    DayFound found = new PhoneDay(plan, new PrintWriter(new StringWriter())).measure();
    long attempts = found.run().attempts();
    assertThat(attempts).as("some are called twice").isGreaterThan(plan.borrowers() * 3L / 2);
    assertThat(found.came()).isEqualTo(attempts).isEqualTo(found.books().underPermits());
    assertThat(found.differing()).isZero();
    assertThat(found.books().letters().keySet())
        .as("of each it is known how it ended")
        .allMatch(how -> how.startsWith("failed ") || how.startsWith("delivered "));
    assertThat(found.books().permits()).containsOnlyKeys("missed", "used");
    assertThat(found.books().refusals()).as("a third call on a day").containsKey("XX-CFG-01@1");
    assertThat(found.books().entries().get("contact")).isEqualTo(attempts);
    assertThat(found.books().entries().get("delivery")).isEqualTo(2 * attempts);
    assertThat(found.books().ledger().faults()).isEmpty();
    assertThat(found.figures()).allMatch(figure -> Double.isFinite(figure.value()));
  }
}
