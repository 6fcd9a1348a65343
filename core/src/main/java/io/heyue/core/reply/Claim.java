package io.heyue.core.reply;

import io.heyue.core.base.Money;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Span;
import java.time.LocalDate;

/** Something that a reply states, and where in its words. */
public sealed interface Claim {

  /** Where in the words it stands. */
  Span span();

  /** The same claim where the words before it have grown by {@code by}. */
  default Claim moved(int by) {
    Span span = Span.of(span().start() + by, span().end() + by);
    return switch (this) {
      case Sum c -> new Sum(span, c.of(), c.money());
      case Day c -> new Day(span, c.of(), c.day());
      case Count c -> new Count(span, c.of(), c.count());
      case Price c -> new Price(span, c.of(), c.rate());
      case Identity c -> new Identity(span, c.of());
      case Contact c -> new Contact(span, c.of());
      case Code _ -> new Code(span);
      case Artificial _ -> new Artificial(span);
      case Right c -> new Right(span, c.right());
      case Consequence c -> new Consequence(span, c.statement());
    };
  }

  /** A sum. */
  record Sum(Span span, Of of, Money money) implements Claim {}

  /** A day. */
  record Day(Span span, Of of, LocalDate day) implements Claim {}

  /** A number of days past due, instalments or the like. */
  record Count(Span span, Of of, long count) implements Claim {}

  record Price(Span span, Of of, Rate rate) implements Claim {}

  /** Who somebody is: the lender, the speaker, the person, the account's tail. */
  record Identity(Span span, Of of) implements Claim {}

  /** A way to reach somebody or something: a hotline, a site. */
  record Contact(Span span, Of of) implements Claim {}

  /** A code by which the contact can be verified on the lender's site. */
  record Code(Span span) implements Claim {}

  /** That it is a machine who speaks. */
  record Artificial(Span span) implements Claim {}

  /** A right of the person, such as to a person or to stop. */
  record Right(Span span, String right) implements Claim {}

  /** A consequence, such as a report to the credit registry. */
  record Consequence(Span span, String statement) implements Claim {}

  /** What a claim is about; says against which fact it is held. */
  enum Of {
    OVERDUE,
    BALANCE,
    PRINCIPAL,
    MINIMUM,
    DUE_DATE,
    DAYS_PAST_DUE,
    CONTRACT_RATE,
    OVERDUE_RATE,
    TERMS,
    /** A promise that stands. */
    PROMISED,
    PAID,
    ANSWER_DAYS,
    ANSWER_BY,
    LENDER,
    SPEAKER,
    PERSON,
    PRODUCT,
    TAIL,
    HOTLINE,
    SITE,
    PAY_AT,
    HELP_LINE,
    TIME
  }
}
