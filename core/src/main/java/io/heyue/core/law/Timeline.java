package io.heyue.core.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The rules of one place over time: between the days on which a rule begins or ends they are the
 * same, so that asking for a day is a search among a few stretches. Immutable and thread-safe.
 */
final class Timeline {
  private final long[] begins;
  private final Slice[] slices;

  /** The rules of a place in one stretch of time, by id; equal only to itself. */
  static final class Slice {
    static final Slice EMPTY = new Slice(List.of(), List.of(), List.of());

    private final List<Rule> all;
    private final List<Rule> contact;
    private final List<Rule> timed;

    private Slice(List<Rule> all, List<Rule> contact, List<Rule> timed) {
      this.all = all;
      this.contact = contact;
      this.timed = timed;
    }

    static Slice of(List<Rule> all) {
      List<Rule> contact = all.stream().filter(rule -> ContactLaw.asks(rule.form())).toList();
      return new Slice(
          all, contact, contact.stream().filter(rule -> ContactLaw.timed(rule.form())).toList());
    }

    List<Rule> all() {
      return all;
    }

    /** Those that have a say in contacts. */
    List<Rule> contact() {
      return contact;
    }

    /** Those of them whose say may change by waiting alone. */
    List<Rule> timed() {
      return timed;
    }
  }

  Timeline(List<Rule> rules) {
    TreeSet<LocalDate> turns = new TreeSet<>();
    for (Rule rule : rules) {
      turns.add(rule.from());
      rule.to()
          .filter(last -> last.isBefore(LocalDate.MAX))
          .ifPresent(last -> turns.add(last.plusDays(1)));
    }
    List<Rule> sorted = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
    List<Slice> found = new ArrayList<>();
    for (LocalDate turn : turns) {
      found.add(Slice.of(sorted.stream().filter(rule -> rule.inForce(turn)).toList()));
    }
    this.begins = turns.stream().mapToLong(LocalDate::toEpochDay).toArray();
    this.slices = found.toArray(Slice[]::new);
  }

  Slice on(LocalDate day) {
    int at = at(day);
    return at < 0 ? Slice.EMPTY : slices[at];
  }

  /**
   * The next day, from the epoch, on which other rules about contacts hold than on {@code day};
   * {@link Long#MAX_VALUE} where none is known of.
   */
  long next(LocalDate day) {
    List<Rule> now = on(day).contact();
    for (int i = at(day) + 1; i < begins.length; i++) {
      if (!slices[i].contact().equals(now)) {
        return begins[i];
      }
    }
    return Long.MAX_VALUE;
  }

  /** The number of the stretch in which {@code day} is; -1 before the first. */
  private int at(LocalDate day) {
    long asked = day.toEpochDay();
    int at = begins.length - 1;
    while (at >= 0 && begins[at] > asked) {
      at--;
    }
    return at;
  }
}
