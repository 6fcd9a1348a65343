package io.heyue.app.law;

import io.heyue.core.base.Lang;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What differs between the rules of two days, or of two sets of rules. Pure. */
public final class PackDiff {
  private PackDiff() {}

  /** How a rule differs. */
  public enum Kind {
    BEGINS,
    ENDS,
    CHANGES
  }

  /** A rule that differs. */
  public record Change(String id, Kind kind, Optional<Rule> before, Optional<Rule> after) {
    /** In a line. */
    public String says(Lang lang) {
      String sign =
          switch (kind) {
            case BEGINS -> "+ ";
            case ENDS -> "- ";
            case CHANGES -> "~ ";
          };
      Rule rule = after.or(() -> before).orElseThrow();
      String versions =
          before.isPresent() && after.isPresent() && !before.get().id().equals(after.get().id())
              ? before.get().id() + " → " + after.get().id()
              : rule.id().toString();
      return sign + versions + " (" + rule.citation().brief() + "): " + rule.says(lang);
    }
  }

  /**
   * The rules that are not the same in {@code one} on {@code then} and {@code other} on {@code
   * now}.
   */
  public static List<Change> between(RuleBook one, LocalDate then, RuleBook other, LocalDate now) {
    Map<String, Rule> before = inForce(one, then);
    Map<String, Rule> after = inForce(other, now);
    TreeSet<String> ids = new TreeSet<>(before.keySet());
    ids.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (String id : ids) {
      Optional<Rule> was = Optional.ofNullable(before.get(id));
      Optional<Rule> is = Optional.ofNullable(after.get(id));
      if (was.isEmpty() || is.isEmpty() || !same(was.get(), is.get())) {
        Kind kind = was.isEmpty() ? Kind.BEGINS : is.isEmpty() ? Kind.ENDS : Kind.CHANGES;
        changes.add(new Change(id, kind, was, is));
      }
    }
    return changes;
  }

  private static Map<String, Rule> inForce(RuleBook book, LocalDate day) {
    Map<String, Rule> rules = new TreeMap<>();
    book.rules().stream()
        .filter(rule -> rule.inForce(day))
        .forEach(rule -> rules.put(rule.id().id(), rule));
    return rules;
  }

  /** Patterns of words don't compare; how they are written does. */
  private static boolean same(Rule one, Rule other) {
    return one.id().equals(other.id())
        && one.kind() == other.kind()
        && one.confidence() == other.confidence()
        && one.place().equals(other.place())
        && one.scope().equals(other.scope())
        && one.form().toString().equals(other.form().toString());
  }
}
