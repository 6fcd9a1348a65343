package io.heyue.app.engine;

/** Ids of the wordings that the engine itself asks for, all of them of messages by themselves. */
public final class Phrases {
  /** The first message of a contact: who writes, where a person is reached, the link; no debt. */
  public static final String FIRST = "sms_first";

  /** The same, shorter, after nobody answered. */
  public static final String AGAIN = "sms_again";

  /** That something was agreed and can be read behind the link; nothing of what it is. */
  public static final String CONFIRMED = "sms_confirmation";

  /** That nobody will write any more. */
  public static final String STOPPED = "sms_stopped";

  private Phrases() {}
}
