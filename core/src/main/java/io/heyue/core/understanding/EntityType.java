package io.heyue.core.understanding;

import java.util.Locale;

/** The kinds of entity. */
public enum EntityType {
  MONEY,
  NUMBER,
  PERCENT,
  ORDINAL,
  DATE,
  TIME,
  DATETIME,
  DATE_RANGE,
  DATETIME_RANGE,
  DURATION,
  RECURRENCE,
  PHONE,
  ID_CARD,
  BANK_CARD,
  RELATION,
  PAYMENT_EVENT,
  INSTALMENTS,
  CHANNEL;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
