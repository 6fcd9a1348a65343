package io.heyue.store.intake;

import java.util.Locale;
import java.util.Optional;

/** A column that an import understands, whatever a file calls it. */
public enum Column {
  ACCOUNT_NUMBER(Shown.PARTLY),
  LENDER(Shown.PARTLY),
  LENDER_PLACE(Shown.PARTLY),
  LICENCE(Shown.PARTLY),
  PRODUCT(Shown.PARTLY),
  CURRENCY(Shown.PARTLY),
  CONTRACT_DATE(Shown.DIGITS),
  PRINCIPAL(Shown.DIGITS),
  BALANCE(Shown.DIGITS),
  OVERDUE(Shown.DIGITS),
  MINIMUM(Shown.DIGITS),
  DUE_DATE(Shown.DIGITS),
  CONTRACT_RATE(Shown.DIGITS),
  OVERDUE_RATE(Shown.DIGITS),
  CREDIT_REPORTING(Shown.PARTLY),
  CREDIT_NOTICE(Shown.DIGITS),
  LAST_DEMAND(Shown.DIGITS),
  ASSIGNED(Shown.PARTLY),
  ASSIGNED_NOTICE(Shown.DIGITS),
  AS_OF(Shown.DIGITS),
  PERSON_NUMBER(Shown.PARTLY),
  NAME(Shown.PARTLY),
  IDENTITY_NUMBER(Shown.PARTLY),
  LANGUAGE(Shown.PARTLY),
  PLACE(Shown.PARTLY),
  TIME_ZONE(Shown.PARTLY),
  PAY_DAY(Shown.DIGITS),
  FLAGS(Shown.PARTLY),
  KIND(Shown.PARTLY),
  VALUE(Shown.PARTLY),
  RELATION(Shown.PARTLY),
  SOURCE(Shown.PARTLY),
  HOLDER(Shown.PARTLY),
  CONSENT_VOICE(Shown.PARTLY),
  CONSENT_TEXT(Shown.PARTLY),
  CONSENT_EMAIL(Shown.PARTLY),
  CONSENT_APP(Shown.PARTLY),
  AMOUNT(Shown.DIGITS),
  PAID_AT(Shown.DIGITS),
  REFERENCE(Shown.PARTLY);

  /** How much of a refused value may be shown, since columns of a bad file may be displaced. */
  private enum Shown {
    DIGITS,
    PARTLY
  }

  private final Shown shown;

  Column(Shown shown) {
    this.shown = shown;
  }

  /** The word by which mapping files and the database name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Column> find(String id) {
    for (Column column : values()) {
      if (column.id().equals(id)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  /**
   * A refused value fit to be written down. Of sums and dates the short ones are shown, with every
   * letter hidden; of all others the first and last character.
   */
  String masked(String value) {
    String text = value.strip();
    if (text.isEmpty()) {
      return "";
    }
    if (shown == Shown.DIGITS && text.length() <= 10) {
      return text.codePoints()
          .map(c -> Character.isLetter(c) || Character.isISOControl(c) ? '*' : c)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }
    int last = text.offsetByCodePoints(text.length(), -1);
    int first = text.offsetByCodePoints(0, 1);
    boolean tooShort = text.length() < 4;
    return Text.printable(text.substring(0, first) + "***" + (tooShort ? "" : text.substring(last)))
        + " ("
        + text.codePointCount(0, text.length())
        + ")";
  }
}
