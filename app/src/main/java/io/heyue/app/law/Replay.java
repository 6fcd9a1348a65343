package io.heyue.app.law;

import io.heyue.app.law.Recorded.Judgment;
import io.heyue.core.law.RuleBook;
import io.heyue.store.ledger.Written;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Judges recorded contacts again, one after the other. Confined to one thread. */
public final class Replay {
  private final Function<String, Optional<RuleBook>> books;
  private final Optional<LocalDate> asOf;
  private final Map<String, Optional<RuleBook>> known = new HashMap<>();
  private final List<Difference> differences = new ArrayList<>();
  private long judged;
  private long unreadable;
  private long withoutRules;

  /** Judges each by the rules of the version that it was recorded under, which must not differ. */
  public Replay(Function<String, Optional<RuleBook>> books) {
    this(books, Optional.empty());
  }

  /**
   * Judges each by rules of the caller's choice.
   *
   * @param asOf the day on which it would be made; empty for its own
   */
  public Replay(Function<String, Optional<RuleBook>> books, Optional<LocalDate> asOf) {
    this.books = books;
    this.asOf = asOf;
  }

  /** A contact that came out otherwise. */
  public record Difference(Recorded contact, Judgment now) {
    @Override
    public String toString() {
      return contact.at()
          + "  "
          + contact.permit()
          + "  "
          + word(contact.judgment())
          + " → "
          + word(now)
          + "  "
          + rules();
    }

    /** What stands against it now, or did then. */
    private String rules() {
      if (now.permitted() == contact.judgment().permitted()) {
        Set<Object> changed = new TreeSet<>();
        now.rules().stream()
            .filter(rule -> !contact.judgment().rules().contains(rule))
            .forEach(rule -> changed.add("+" + rule));
        contact.judgment().rules().stream()
            .filter(rule -> !now.rules().contains(rule))
            .forEach(rule -> changed.add("-" + rule));
        return changed.toString();
      }
      return (now.permitted() ? contact.judgment() : now).rules().toString();
    }

    private static String word(Judgment judgment) {
      return judgment.permitted() ? "permitted" : "refused";
    }
  }

  /** Takes the next entry of the ledger; those that are no contacts are passed over. */
  public void take(Written entry) {
    Optional<Recorded> contact = Recorded.of(entry);
    if (contact.isEmpty()) {
      unreadable++;
      return;
    }
    Optional<RuleBook> book = known.computeIfAbsent(contact.get().law(), books);
    if (book.isEmpty()) {
      withoutRules++;
      return;
    }
    judged++;
    Judgment now = asOf.map(contact.get()::on).orElse(contact.get()).judged(book.get());
    boolean own = asOf.isEmpty() && book.get().version().equals(contact.get().law());
    Judgment then = contact.get().judgment();
    boolean same = own ? now.equals(then) : now.permitted() == then.permitted();
    if (!same) {
      differences.add(new Difference(contact.get(), now));
    }
  }

  public long judged() {
    return judged;
  }

  /** Entries in a form that this version can't read. */
  public long unreadable() {
    return unreadable;
  }

  /** Contacts whose rules were not kept. */
  public long withoutRules() {
    return withoutRules;
  }

  public List<Difference> differences() {
    return List.copyOf(differences);
  }

  /** In a line. */
  public String summary() {
    String rest =
        (withoutRules == 0 ? "" : "; of " + withoutRules + " the rules of their day were not kept")
            + (unreadable == 0 ? "" : "; " + unreadable + " entries can't be read");
    return (judged + " contacts judged again; ")
        + (differences.isEmpty() ? "each as it is recorded" : differences.size() + " otherwise")
        + rest
        + ".";
  }

  /** The zone in which a contact's day is told. */
  static ZoneId zone(Recorded contact) {
    ZoneId zone = contact.facts().person().zone();
    return zone == null ? ZoneOffset.UTC : zone;
  }
}
