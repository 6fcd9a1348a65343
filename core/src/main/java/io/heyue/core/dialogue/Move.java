package io.heyue.core.dialogue;

import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.HandoverReason;
import java.util.Optional;

/** What may be said or done next. */
public sealed interface Move {

  /** Says who we are and asks whether they are the person we look for. */
  record Identify() implements Move {}

  record Ask(Question question) implements Move {}

  /** Tells something; {@code topic} names the phrase, such as {@code amount}. */
  record Inform(String topic) implements Move {}

  /** Shows that something was heard, such as {@code illness} or {@code anger}. */
  record Acknowledge(String what) implements Move {}

  /** Proposes terms within the lender's mandate. */
  record Offer(Terms terms) implements Move {}

  /** Repeats what the person proposed and asks whether it is right. */
  record ReadBack(Terms terms) implements Move {}

  /** Records terms and says so. */
  record Confirm(Terms terms) implements Move {}

  record HandOver(HandoverReason reason) implements Move {}

  /** Says the last words again. */
  record Repeat() implements Move {}

  /** Asks for other words. */
  record Clarify() implements Move {}

  /** Says which keys answer the question that stands before it. */
  record Menu(Keypad.Menu keys) implements Move {}

  /** Says nothing and listens. */
  record Wait() implements Move {}

  /** Ends the conversation. */
  record Close(Disposition disposition) implements Move {}

  /** The word by which phrases, tables and the listener name it. */
  default String id() {
    return switch (this) {
      case Identify _ -> "open";
      case Ask ask -> ask.question().id();
      case Inform inform -> "tell_" + inform.topic();
      case Acknowledge acknowledge -> "ack_" + acknowledge.what();
      case Offer offer -> "offer_" + offer.terms().id();
      case ReadBack readBack -> "read_back_" + readBack.terms().id();
      case Confirm confirm -> "confirm_" + confirm.terms().id();
      case HandOver handOver -> "hand_over_" + handOver.reason().id();
      case Repeat _ -> "repeat";
      case Clarify _ -> "clarify";
      case Menu menu -> menu.keys().id();
      case Wait _ -> "wait";
      case Close close -> "close_" + close.disposition().id();
    };
  }

  /** The terms that it is about: what it offers, reads back or confirms. */
  default Optional<Terms> about() {
    return switch (this) {
      case Offer offer -> Optional.of(offer.terms());
      case ReadBack readBack -> Optional.of(readBack.terms());
      case Confirm confirm -> Optional.of(confirm.terms());
      case Identify _,
          Ask _,
          Inform _,
          Acknowledge _,
          HandOver _,
          Repeat _,
          Clarify _,
          Menu _,
          Wait _,
          Close _ ->
          Optional.empty();
    };
  }

  /** Whether it awaits an answer, so that the next words are heard as one. */
  default boolean asks() {
    return switch (this) {
      case Identify _, Ask _, Offer _, ReadBack _ -> true;
      case Inform inform -> inform.topic().equals("account") || inform.topic().equals("agreement");
      case Acknowledge _, Confirm _, HandOver _, Repeat _, Clarify _, Menu _, Wait _, Close _ ->
          false;
    };
  }
}
