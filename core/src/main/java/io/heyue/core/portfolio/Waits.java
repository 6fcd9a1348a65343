package io.heyue.core.portfolio;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Check;
import java.time.Duration;

/**
 * How long the lender wants things waited for.
 *
 * @param claimedPayment contact about a debt rests for so long after somebody says that it is paid
 * @param chatAnswer whoever says nothing on a page for so long is asked whether they are there
 * @param textAnswer whoever doesn't answer a message for so long has left
 * @param confirmation what could not be confirmed in writing for so long is not confirmed any more
 * @param link a personal link opens a conversation for so long
 * @param decision what a person decided on contact with somebody holds for so long where they name
 *     no day
 */
public record Waits(
    Duration claimedPayment,
    Duration chatAnswer,
    Duration textAnswer,
    Duration confirmation,
    Duration link,
    Duration decision) {
  public Waits {
    positive("claimedPayment", claimedPayment);
    positive("chatAnswer", chatAnswer);
    positive("textAnswer", textAnswer);
    positive("confirmation", confirmation);
    positive("link", link);
    positive("decision", decision);
  }

  private static void positive(String name, Duration value) {
    Check.that(value.isPositive(), name, value, "above 0");
  }

  /** How long an answer by {@code channel} is waited for. */
  public Duration answer(Channel channel) {
    return switch (channel) {
      case CHAT, CALL -> chatAnswer;
      case SMS, EMAIL, PUSH, LETTER, VISIT -> textAnswer;
    };
  }
}
