package io.heyue.voice.progress;

/**
 * What may be said to whoever took the call. That a person took it does not say which: who they are
 * is for the conversation to find out before it speaks of anything of theirs.
 */
public enum MayHear {
  /** The opening, which is safe for any listener. */
  GREETING,
  /** And that a call back is asked for; no reason for it. */
  CALL_BACK,
  /** What the conversation allows. */
  CONVERSATION;

  static MayHear of(Answerer who) {
    return switch (who) {
      case PERSON -> CONVERSATION;
      case MACHINE, SCREENING -> CALL_BACK;
      case UNSURE -> GREETING;
    };
  }

  /** Whether nothing may be said but what anybody may hear, and so no word of a debt. */
  public boolean onlySafe() {
    return this != CONVERSATION;
  }
}
