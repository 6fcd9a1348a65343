package io.heyue.core.law;

import io.heyue.core.law.ContactFacts.Trace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An intended contact on the person's clock. What several rules ask is worked out once. Confined to
 * one judgment.
 */
final class Moment {
  private final ContactFacts facts;

  /** The person's; UTC where that is unknown, and then no rule that needs it lets pass. */
  private final ZoneId zone;

  private @Nullable ZonedDateTime local;
  private long @Nullable [] days;

  Moment(ContactFacts facts) {
    this.facts = facts;
    this.zone = facts.person().zone() == null ? ZoneOffset.UTC : facts.person().zone();
  }

  ContactFacts facts() {
    return facts;
  }

  ZonedDateTime local() {
    if (local == null) {
      local = facts.at().atZone(zone);
    }
    return local;
  }

  LocalDate today() {
    return local().toLocalDate();
  }

  /** The first instant of {@code day}, counted from the epoch, on the person's clock. */
  Instant begin(long day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant();
  }

  /** The history; ask {@link ContactFacts#history} first whether it is known. */
  List<Trace> history() {
    return Objects.requireNonNull(facts.history(), "history");
  }

  /**
   * The day of each contact of the history on the person's clock, from the epoch. A contact that a
   * faster clock wrote down for later than now counts as one of today.
   */
  long[] days() {
    if (days == null) {
      List<Trace> history = history();
      long today = today().toEpochDay();
      long[] all = new long[history.size()];
      for (int i = 0; i < all.length; i++) {
        all[i] = Math.min(today, LocalDate.ofInstant(history.get(i).at(), zone).toEpochDay());
      }
      days = all;
    }
    return days;
  }
}
