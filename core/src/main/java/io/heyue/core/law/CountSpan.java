package io.heyue.core.law;

import io.heyue.core.base.Check;
import java.time.Duration;

/** Over what time a {@link RuleForm.FrequencyCap} counts. */
public sealed interface CountSpan {
  /** So many days of the person's calendar, the day of the contact included. */
  record Days(int days) implements CountSpan {
    public Days {
      Check.that(
          days >= 1 && days <= RuleForm.FrequencyCap.MOST_DAYS,
          "days",
          days,
          "from 1 to " + RuleForm.FrequencyCap.MOST_DAYS);
    }
  }

  /** So long before the contact, to the instant. */
  record Rolling(Duration length) implements CountSpan {
    public Rolling {
      Check.that(
          length.isPositive()
              && length.compareTo(Duration.ofDays(RuleForm.FrequencyCap.MOST_DAYS)) <= 0,
          "span",
          length,
          "more than 0 and at most " + RuleForm.FrequencyCap.MOST_DAYS + " days");
    }
  }
}
