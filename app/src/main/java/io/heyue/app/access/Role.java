package io.heyue.app.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody is here for, and so what they may do: no more than that work needs. */
public enum Role {
  /** Sets the system up. May do everything, and should do little. */
  ADMIN(EnumSet.allOf(Right.class)),
  /** Runs campaigns over a portfolio; does not read what people said. */
  OPERATOR(
      EnumSet.of(
          Right.READ_COUNTS,
          Right.ASK_LAW,
          Right.READ_METRICS,
          Right.READ_CAMPAIGNS,
          Right.RUN_CAMPAIGNS,
          Right.READ_PORTFOLIO,
          Right.IMPORT,
          Right.REPORT_CONTACTS,
          Right.READ_CASES,
          Right.PLACE_HOLDS,
          Right.READ_SETBACKS,
          Right.MEND,
          Right.EXPORT_EVIDENCE)),
  /** Talks with people who were handed over. */
  AGENT(
      EnumSet.of(
          Right.READ_COUNTS,
          Right.ASK_LAW,
          Right.READ_PORTFOLIO,
          Right.READ_CASES,
          Right.READ_MESSAGES,
          Right.LABEL,
          Right.TAKE_OVER,
          Right.SPEAK,
          Right.PLACE_HOLDS,
          Right.EXPORT_EVIDENCE)),
  /** Answers for the law: reads everything, stops contacts and lets them go on; starts none. */
  COMPLIANCE(
      EnumSet.of(
          Right.READ_COUNTS,
          Right.ASK_LAW,
          Right.READ_CAMPAIGNS,
          Right.READ_PORTFOLIO,
          Right.READ_CASES,
          Right.READ_MESSAGES,
          Right.LISTEN,
          Right.LABEL,
          Right.TAKE_OVER,
          Right.PLACE_HOLDS,
          Right.LIFT_HOLDS,
          Right.DECIDE_CONTACTS,
          Right.READ_SETBACKS,
          Right.READ_LEDGER,
          Right.EXPORT_EVIDENCE)),
  /** Watches how it goes. */
  VIEWER(EnumSet.of(Right.READ_COUNTS, Right.ASK_LAW, Right.READ_METRICS, Right.READ_CAMPAIGNS));

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
  private final Set<Right> rights;

  Role(Set<Right> rights) {
    this.rights = Set.copyOf(rights);
  }

  public Set<Right> rights() {
    return rights;
  }

  public boolean may(Right right) {
    return rights.contains(right);
  }

  /** The word by which the API and the database name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> find(String id) {
    for (Role role : values()) {
      if (role.id().equals(id)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
