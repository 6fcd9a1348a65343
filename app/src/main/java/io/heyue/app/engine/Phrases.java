package io.heyue.app.engine;

import io.heyue.core.base.Channel;

/** Ids of the wordings that the engine itself asks for, all of them of messages by themselves. */
public final class Phrases {
  /** That something was agreed and can be read behind the link; nothing of what it is. */
  public static final String CONFIRMED = "written_confirmation";

  /** The same with everything that was agreed, where nobody else reads it. */
  public static final String CONFIRMED_IN_FULL = "email_confirmation";

  /** That a statement of account can be read behind the link. */
  public static final String STATEMENT = "statement_ready";

  /** That a person has taken the conversation over. */
  public static final String CLAIMED = "hand_over_claimed";

  /** That a colleague is being called, while whoever called waits. */
  public static final String WAIT = "hand_over_wait";

  /** That no colleague is free and one calls back; asks when. */
  public static final String CALL_BACK = "hand_over_call_back";

  /** That a colleague calls back, as a last word. */
  public static final String CALLS_BACK = "hand_over_calls_back";

  /** What whoever calls us from a number of which nothing is known is told; of nobody's affairs. */
  public static final String UNKNOWN_CALLER = "unknown_caller";

  /** Who writes, before the words of a colleague in a text message. */
  public static final String COLLEAGUE_BY_TEXT = "colleague_by_text";

  /** The same in an e-mail. */
  public static final String COLLEAGUE_BY_MAIL = "colleague_by_mail";

  /** With what a call opens. */
  public static final String OPENING = "open";

  /** That nobody will write any more. */
  public static final String STOPPED = "stop_confirmed";

  private Phrases() {}

  /**
   * A first message: who writes, where a person is reached, the link; nothing of a debt. Or the
   * first words of a call.
   *
   * @param unanswered tries that nobody answered; the more there are, the shorter it is
   */
  public static String first(Channel channel, int unanswered) {
    if (channel == Channel.CALL) {
      return OPENING;
    }
    if (channel == Channel.EMAIL) {
      return "email_first";
    }
    return switch (unanswered) {
      case 0 -> "sms_first";
      case 1 -> "sms_second";
      default -> "sms_third";
    };
  }
}
