package io.heyue.sim.demo;

import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.sim.check.Checkers;
import io.heyue.sim.check.Exchange;
import io.heyue.sim.check.Finding;
import io.heyue.sim.check.Transcript;
import io.heyue.sim.people.Person;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What came of a conversation.
 *
 * @param person with the truth about them
 * @param events what was recorded in the case during the conversation
 * @param findings what the checkers say
 */
record Held(Person person, List<CaseEvent> events, List<Finding> findings) {
  /**
   * Has it checked.
   *
   * @param books those of the person at the start
   */
  static Held of(
      Townsperson who,
      Person person,
      Dossier books,
      ZonedDateTime start,
      List<Exchange> exchanges,
      List<CaseEvent> events) {
    Optional<CaseEvent.ConversationEnded> end = last(events, CaseEvent.ConversationEnded.class);
    Optional<HandoverReason> handover =
        last(events, CaseEvent.HandedOver.class).map(CaseEvent.HandedOver::reason);
    Transcript transcript =
        new Transcript(
            start,
            books,
            who.sample().proof(),
            person.truth(),
            person.named(),
            person.agreed(),
            exchanges,
            Agreements.of(events, books.account().overdue()),
            end.map(CaseEvent.ConversationEnded::disposition),
            handover);
    return new Held(person, events, Checkers.check(transcript));
  }

  /** Whether it was the borrower, and proved it. */
  boolean reached() {
    return person.truth().borrower()
        && last(events, CaseEvent.RightPartyVerified.class).isPresent();
  }

  /** When they asked to be written to again. */
  Optional<Instant> callback() {
    return last(events, CaseEvent.CallbackAgreed.class).map(CaseEvent.CallbackAgreed::when);
  }

  private static <E extends CaseEvent> Optional<E> last(List<CaseEvent> events, Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).reduce((_, later) -> later);
  }
}
