package io.heyue.core.compliance;

import io.heyue.core.base.Channel;
import io.heyue.core.law.RuleForm.Occasion;

/**
 * How words reach a person; what they must say depends on it.
 *
 * @param channel by which
 * @param opening whether they are the first words of a contact, which must say who speaks
 * @param verified whether nobody but the right party, who was verified, sees or hears them
 * @param machine whether a machine speaks, and not a person of the lender's
 */
public record Delivery(Channel channel, boolean opening, boolean verified, boolean machine) {

  /** Words of a machine. */
  public static Delivery byMachine(Channel channel, boolean opening, boolean verified) {
    return new Delivery(channel, opening, verified, true);
  }

  /** Words of a person of the lender's. */
  public static Delivery byPerson(Channel channel, boolean opening, boolean verified) {
    return new Delivery(channel, opening, verified, false);
  }

  /** Whether what must be said on some occasion must be said now. */
  boolean is(Occasion occasion) {
    return switch (occasion) {
      case OPENING -> opening;
      case MESSAGE -> message();
      case TURN -> machine;
      case EXPORT -> false;
    };
  }

  /** Whether they are carried to the person as a message, rather than said where both are. */
  private boolean message() {
    return switch (channel) {
      case SMS, EMAIL, PUSH, LETTER -> true;
      case CHAT, CALL, VISIT -> false;
    };
  }
}
