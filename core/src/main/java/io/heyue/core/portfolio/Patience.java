package io.heyue.core.portfolio;

import io.heyue.core.base.Check;
import java.time.Duration;

/**
 * For how long somebody who promised or paid is left in peace.
 *
 * @param graceDays a promise is broken so many days after its own; payments of a day come in on the
 *     next
 * @param daysAfterPromise a promise is asked after so many days after its own
 * @param afterPart after a part was paid nothing is begun for so long
 */
public record Patience(int graceDays, int daysAfterPromise, Duration afterPart) {
  /** Nobody gives less: the books of a day are read on the next. */
  public static final int LEAST_GRACE_DAYS = 1;

  public Patience {
    Check.that(graceDays >= LEAST_GRACE_DAYS, "graceDays", graceDays, "at least 1");
    Check.that(
        daysAfterPromise >= graceDays,
        "daysAfterPromise",
        daysAfterPromise,
        "at least the days of grace");
    Check.that(!afterPart.isNegative(), "afterPart", afterPart, "0 or more");
  }
}
