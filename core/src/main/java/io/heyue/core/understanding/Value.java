package io.heyue.core.understanding;

import io.heyue.core.base.Grain;
import io.heyue.core.base.Money;
import io.heyue.core.base.PhoneNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** What the words of an entity stand for, in ISO and RFC terms. */
public sealed interface Value {

  /** A sum named in words or digits. */
  record Sum(Money money) implements Value {}

  /** A sum named by its relation to the account: half of it, the rest, the minimum, all. */
  record Share(ShareOf of, BigDecimal fraction) implements Value {}

  /** A bare number without a unit. */
  record Numeral(BigDecimal number) implements Value {}

  /** A percentage as a fraction: 24 % is 0.24. */
  record Percent(BigDecimal fraction) implements Value {}

  /** A position: the third. */
  record Ordinal(long position) implements Value {}

  /** A calendar day, or the first day of a month or year where {@code grain} says so. */
  record Date(LocalDate date, Grain grain) implements Value {}

  /** A time of day. */
  record Time(LocalTime time, Grain grain) implements Value {}

  /** A point in time in its zone. */
  record DateTime(ZonedDateTime instant, Grain grain) implements Value {}

  /** Days from {@code from} to {@code to}, both inclusive; an open end is null. */
  record DateRange(@Nullable LocalDate from, @Nullable LocalDate to, Grain grain)
      implements Value {}

  /** A stretch of time, both ends inclusive; an open end is null. */
  record DateTimeRange(@Nullable ZonedDateTime from, @Nullable ZonedDateTime to, Grain grain)
      implements Value {}

  /** A length of time: {@code P3D}, {@code PT2H}. */
  record Length(Period period, Duration duration) implements Value {}

  /** A repetition as an RFC 5545 rule, such as {@code FREQ=MONTHLY;BYMONTHDAY=15}. */
  record Recurrence(String rrule) implements Value {}

  record Phone(PhoneNumber number) implements Value {}

  /** An identity number; {@code valid} where its checksum holds. */
  record IdCard(String digits, boolean valid) implements Value {
    @Override
    public String toString() {
      return "IdCard[***]";
    }
  }

  /** A bank card's number; {@code valid} where its Luhn digit holds. */
  record BankCard(String digits, boolean valid) implements Value {
    @Override
    public String toString() {
      return "BankCard[***]";
    }
  }

  /** A relation to the borrower: spouse, parent, child, sibling, friend, colleague … */
  record Relation(String id) implements Value {}

  /** Money that will come: salary, bonus, a project's payment … */
  record PaymentEvent(String id) implements Value {}

  /** A number of instalments. */
  record Instalments(int count) implements Value {}

  /** A way of contact: phone, sms, email, app, chat. */
  record ChannelName(String id) implements Value {}

  /** What a {@link Share} is a share of. */
  enum ShareOf {
    OVERDUE,
    REST,
    MINIMUM,
    PRINCIPAL,
    BALANCE
  }
}
