package io.heyue.sim.law.house;

import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleForm.ContactWindow;
import io.heyue.core.law.RuleForm.CoolingOff;
import io.heyue.core.law.RuleForm.FrequencyCap;
import io.heyue.core.law.RuleId;
import io.heyue.sim.law.world.World.Amendment;
import io.heyue.sim.law.world.World.Quantity;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes books in which the law changes on a day: the version in force gets a last day, the next one
 * begins on the day after it.
 */
public final class AmendedBook {
  private static final Set<String> OUR_TRIES = Set.of("XX-CFG-01", "XX-CFG-05");

  private AmendedBook() {}

  /** {@code book} under these changes, which must be in the order of time. */
  public static RuleBook of(RuleBook book, List<Amendment> amendments) {
    if (amendments.isEmpty()) {
      return book;
    }
    List<Rule> rules = new ArrayList<>(book.rules());
    for (Amendment amendment : amendments) {
      List<Rule> next = new ArrayList<>();
      for (Rule rule : rules) {
        if (concerns(amendment.of(), rule) && rule.inForce(amendment.from())) {
          if (rule.from().isBefore(amendment.from())) {
            next.add(closed(rule, amendment.from().minusDays(1)));
          }
          next.add(opened(rule, amendment));
        } else {
          next.add(rule);
        }
      }
      rules = next;
    }
    return new RuleBook(book.version() + amendments.hashCode(), rules, book.places());
  }

  private static boolean concerns(Quantity quantity, Rule rule) {
    String id = rule.id().id();
    return switch (quantity) {
      case CN_FROM_HOUR, CN_TO_HOUR ->
          rule.place().equals("CN") && rule.form() instanceof ContactWindow;
      case CN_CALLS -> id.equals("CN-GBT-02");
      case CN_DIALS -> id.equals("CN-CBA-02");
      case OUR_TRIES -> OUR_TRIES.contains(id);
      case US_QUIET_DAYS -> id.equals("US-REGF-14-TALK");
    };
  }

  private static Rule closed(Rule rule, LocalDate last) {
    return copy(rule, rule.id(), rule.from(), Optional.of(last), rule.form());
  }

  private static Rule opened(Rule rule, Amendment amendment) {
    RuleId id = new RuleId(rule.id().id(), rule.id().version() + 1);
    return copy(rule, id, amendment.from(), rule.to(), form(rule.form(), amendment));
  }

  private static RuleForm form(RuleForm form, Amendment amendment) {
    int value = amendment.value();
    return switch (form) {
      case ContactWindow window when amendment.of() == Quantity.CN_FROM_HOUR ->
          new ContactWindow(LocalTime.of(value, 0), window.to(), window.agreedHours());
      case ContactWindow window ->
          new ContactWindow(window.from(), LocalTime.of(value, 0), window.agreedHours());
      case FrequencyCap cap ->
          new FrequencyCap(cap.count(), cap.per(), value, cap.span(), cap.counted(), cap.raise());
      case CoolingOff cooling -> new CoolingOff(value, cooling.channels());
      default -> throw new IllegalArgumentException("No number to change in " + form);
    };
  }

  private static Rule copy(
      Rule rule, RuleId id, LocalDate from, Optional<LocalDate> to, RuleForm form) {
    return new Rule(
        id,
        from,
        to,
        rule.place(),
        rule.scope(),
        form,
        rule.citation(),
        rule.confidence(),
        rule.kind(),
        rule.plain(),
        rule.remedy());
  }
}
