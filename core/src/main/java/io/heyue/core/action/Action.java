package io.heyue.core.action;

import io.heyue.core.compliance.ApprovedReply;
import io.heyue.core.compliance.ContactPermit;
import java.time.Duration;

/** Something that the street side is asked to do. */
public sealed interface Action {

  /** Send these words, once, under this permit. */
  record SendText(ContactPermit permit, ApprovedReply reply) implements Action {}

  /**
   * Send what was agreed in writing. It is a contact of its own, so whoever carries it out must get
   * a permit for it first.
   *
   * @param phrase id of the wording
   */
  record ConfirmInWriting(String phrase) implements Action {}

  /** Send a link behind which a statement of account is given. */
  record SendStatement() implements Action {}

  /** Give the conversation to a person. {@code reason} says why, in the flow's words. */
  record Transfer(String reason) implements Action {}

  /** Come back if nothing is heard for so long. */
  record Listen(Duration patience) implements Action {}

  /** The conversation is over. */
  record HangUp() implements Action {}
}
