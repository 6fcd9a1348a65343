package io.heyue.core.law;

import java.util.Locale;
import java.util.Optional;

/** What a rule may need to know of a contact; where it isn't known, the contact is refused. */
public enum Fact {
  LENDER_PLACE("lender.place"),
  LICENCE("lender.licence"),
  PERSON_PLACE("person.place"),
  TIME_ZONE("person.timeZone"),
  RELATION("person.relation"),
  SOURCE("contactPoint.source"),
  PRODUCT("account.product"),
  LIMITATION("account.lastDemandOrAcknowledgment"),
  ASSIGNED("account.assigned"),
  ASSIGNMENT_NOTICE("account.assignmentNoticeProven"),
  PLACEMENT_NOTICE("account.placementNoticeProven"),
  CONSENTS("consents"),
  HOLDS("holds"),
  HISTORY("history"),
  /** That there is law at all for a place and a day. */
  LAW("law");

  private final String path;

  Fact(String path) {
    this.path = path;
  }

  /** Where it stands in the object in which a contact is asked about. */
  public String path() {
    return path;
  }

  /** The word by which rule files name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Fact> find(String id) {
    for (Fact fact : values()) {
      if (fact.id().equals(id)) {
        return Optional.of(fact);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return path;
  }
}
