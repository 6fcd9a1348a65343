package io.heyue.core.dialogue;

import io.heyue.core.base.Money;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.Plan;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** What may be agreed on in a conversation. */
public sealed interface Terms {

  /** Everything that is overdue, by that day. */
  record Full(Money amount, LocalDate due) implements Terms {}

  /** A part of it by that day; {@code rest} stays owed. */
  record Partial(Money amount, LocalDate due, Money rest) implements Terms {}

  /** What stays owed after a part that was agreed on, by that day. */
  record Rest(Money amount, LocalDate due) implements Terms {}

  /** More time for everything that is overdue. */
  record Extension(Money amount, LocalDate until) implements Terms {}

  /** Instalments. */
  record Instalments(Plan plan) implements Terms {}

  /** {@code waived} is waived if {@code payable} is paid by that day. */
  record Reduction(Money payable, Money waived, LocalDate by) implements Terms {}

  /** We come back to the person at that time. */
  record Callback(ZonedDateTime when) implements Terms {}

  /** The word by which flows, phrases and tables name it. */
  default String id() {
    return switch (this) {
      case Full _ -> "full";
      case Partial _ -> "partial";
      case Rest _ -> "rest";
      case Extension _ -> "extension";
      case Instalments _ -> "plan";
      case Reduction _ -> "reduction";
      case Callback _ -> "callback";
    };
  }

  /** How a conversation ends in which this was agreed. */
  default Disposition disposition() {
    return switch (this) {
      case Full _, Reduction _ -> Disposition.PROMISE;
      case Partial _, Rest _ -> Disposition.PARTIAL_PROMISE;
      case Extension _ -> Disposition.EXTENSION;
      case Instalments _ -> Disposition.PLAN;
      case Callback _ -> Disposition.CALLBACK;
    };
  }
}
