package io.heyue.core.understanding;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far what is heard has moved from what was heard once: the population stability index [1],
 * {@code Σ (p − q) ln(p / q)} over all groups, where {@code p} and {@code q} are the shares of a
 * group then and now. Below 0.1 nothing to speak of, from 0.25 on another population. A group that
 * was not met counts as half an utterance, so that no share is 0.
 *
 * <p>[1] Siddiqi, Credit Risk Scorecards, 2006, chapter 9
 */
public final class Drift {
  /** From here on somebody should look. */
  public static final double WORTH_A_LOOK = 0.1;

  /** From here on the model hears another population than it was taken into use for. */
  public static final double ANOTHER_POPULATION = 0.25;

  private static final double UNMET = 0.5;

  private Drift() {}

  /**
   * @param then how often each group was met
   * @param now the same later
   * @return 0 where the shares are alike, or where one of the two is empty
   */
  public static <T extends Comparable<T>> double index(Map<T, Long> then, Map<T, Long> now) {
    if (then.isEmpty() || now.isEmpty()) {
      return 0;
    }
    Set<T> groups = new TreeSet<>(then.keySet());
    groups.addAll(now.keySet());
    double sumThen = sum(then, groups);
    double sumNow = sum(now, groups);
    double index = 0;
    for (T group : groups) {
      double p = count(then, group) / sumThen;
      double q = count(now, group) / sumNow;
      index += (p - q) * Math.log(p / q);
    }
    return index;
  }

  /**
   * What the index comes to on average where nothing has moved, for two samples of so many: each
   * group that may differ adds {@code 1 / then + 1 / now}, since twice the index is about
   * chi-squared.
   */
  public static <T extends Comparable<T>> double byChance(Map<T, Long> then, Map<T, Long> now) {
    if (then.isEmpty() || now.isEmpty()) {
      return 0;
    }
    Set<T> groups = new TreeSet<>(then.keySet());
    groups.addAll(now.keySet());
    return (groups.size() - 1) * (1 / sum(then, groups) + 1 / sum(now, groups));
  }

  /** How far they have moved beyond chance; 0 where they have not. */
  public static <T extends Comparable<T>> double beyondChance(Map<T, Long> then, Map<T, Long> now) {
    return Math.max(0, index(then, now) - byChance(then, now));
  }

  private static <T> double sum(Map<T, Long> counts, Set<T> groups) {
    return groups.stream().mapToDouble(group -> count(counts, group)).sum();
  }

  private static <T> double count(Map<T, Long> counts, T group) {
    return Math.max(UNMET, counts.getOrDefault(group, 0L));
  }
}
