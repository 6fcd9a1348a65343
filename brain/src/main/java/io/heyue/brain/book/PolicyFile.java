package io.heyue.brain.book;

import io.heyue.core.law.LenderPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How often a lender wants its people contacted, as it stands in a file of the installation.
 *
 * @param lender as its accounts name it; empty for all lenders
 * @param revision counts up with every change
 * @param signer who answers for it
 * @param reason why it is so
 * @param terms from when to when which values count; none overlap, the earliest first
 * @param hash SHA-256 of the file
 */
public record PolicyFile(
    Optional<String> lender,
    int revision,
    String signer,
    String reason,
    List<Term> terms,
    String hash) {
  public PolicyFile {
    terms = List.copyOf(terms);
  }

  /**
   * Values that count for a time, on the calendar of the person who is contacted.
   *
   * @param from the first day
   * @param to the last day, empty for until further notice
   */
  public record Term(
      LocalDate from,
      Optional<LocalDate> to,
      OptionalInt maxAttemptsPerDay,
      OptionalInt maxEffectivePerDay,
      OptionalInt maxEffectivePerWeek) {
    /** The policy in the law's terms. */
    public LenderPolicy policy(boolean signed) {
      return new LenderPolicy(maxAttemptsPerDay, maxEffectivePerDay, maxEffectivePerWeek, signed);
    }

    boolean covers(LocalDate day) {
      return !day.isBefore(from) && (to.isEmpty() || !day.isAfter(to.get()));
    }
  }

  /**
   * Reads one.
   *
   * @throws BookFault naming everything that is wrong in it
   */
  public static PolicyFile read(Path file) {
    Flaws flaws = new Flaws();
    Path folder = file.toAbsolutePath().getParent();
    return of(Source.read(folder == null ? file : folder, file, flaws), flaws);
  }

  /** The same of a text. */
  public static PolicyFile of(String name, String text) {
    Flaws flaws = new Flaws();
    return of(Source.of(name, text, flaws), flaws);
  }

  private static PolicyFile of(Source source, Flaws flaws) {
    List<PolicyFile> read = new ArrayList<>();
    source.read(entry ->
        read.add(
            new PolicyFile(
                entry.find("lender", Item::text),
                entry.need("revision", item -> atLeast(item, 1), 1),
                entry.need("signer", Item::text, ""),
                entry.need("reason", Item::text, ""),
                terms(entry),
                Hash.of(source.shown().getBytes(StandardCharsets.UTF_8)))));
    flaws.check();
    return read.getFirst();
  }

  private static int atLeast(Item item, int least) {
    int number = item.number();
    if (number < least) {
      throw item.unreadable(number + " is less than " + least + ". Maybe a digit is missing.");
    }
    return number;
  }

  private static List<Term> terms(Entry entry) {
    List<Term> terms =
        entry.needList("terms", item -> term(item.entry())).stream()
            .sorted(Comparator.comparing(Term::from))
            .toList();
    for (int i = 1; i < terms.size(); i++) {
      if (terms.get(i - 1).covers(terms.get(i).from())) {
        entry.flaw(
            "terms",
            "The terms from "
                + terms.get(i - 1).from()
                + " and from "
                + terms.get(i).from()
                + " overlap. Maybe the first needs a 'to'.");
      }
    }
    return terms;
  }

  private static Term term(Entry entry) {
    LocalDate from = entry.need("from", Item::date, LocalDate.EPOCH);
    Optional<LocalDate> to = entry.find("to", Item::date);
    if (to.isPresent() && to.get().isBefore(from)) {
      entry.flaw("to", "'to' is before 'from'. Maybe they were exchanged.");
    }
    Term term =
        new Term(
            from,
            to,
            value(entry, "max_attempts_per_day"),
            value(entry, "max_effective_per_day"),
            value(entry, "max_effective_per_week"));
    entry.end();
    return term;
  }

  private static OptionalInt value(Entry entry, String key) {
    return entry
        .find(key, item -> atLeast(item, 0))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  /** What counts on a day; empty before the first term, between two, and after the last. */
  public Optional<Term> find(LocalDate day) {
    return terms.stream().filter(term -> term.covers(day)).findFirst();
  }

  /** Whether nothing of it will ever count again. */
  public boolean isOver(LocalDate day) {
    return terms.stream().allMatch(term -> term.to().filter(to -> to.isBefore(day)).isPresent());
  }
}
