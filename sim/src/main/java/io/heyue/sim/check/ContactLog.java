package io.heyue.sim.check;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what reaches people, whoever sends it: at most six attempts a number and day (CBA 2026 ch.
 * 3), three contacts that reached the person a day (GB/T 45251 §5.3), none at night. Not
 * thread-safe.
 */
public final class ContactLog {
  private static final int ATTEMPTS = 6;
  private static final int REACHED = 3;

  private final Map<String, Map<LocalDate, Integer>> attempts = new HashMap<>();
  private final Map<String, Map<LocalDate, Integer>> reached = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private long contacts;

  /** We began a contact at {@code number}. */
  public void attempted(String number, ZonedDateTime at) {
    contacts++;
    if (HoursChecker.outside(at.toLocalTime())) {
      findings.add(Finding.unlawful("hours", 0, "a contact at " + at.toLocalTime()));
    }
    if (count(attempts, number, at) > ATTEMPTS) {
      findings.add(Finding.unlawful("frequency", 0, "more than six attempts in a day"));
    }
  }

  /** The right party was reached and the debt spoken of. */
  public void reached(String person, ZonedDateTime at) {
    if (count(reached, person, at) > REACHED) {
      findings.add(Finding.unlawful("frequency", 0, "more than three contacts in a day"));
    }
  }

  public long contacts() {
    return contacts;
  }

  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  private static int count(
      Map<String, Map<LocalDate, Integer>> counts, String key, ZonedDateTime at) {
    ZoneId zone = at.getZone();
    return counts
        .computeIfAbsent(key, _ -> new HashMap<>())
        .merge(at.withZoneSameInstant(zone).toLocalDate(), 1, Integer::sum);
  }
}
