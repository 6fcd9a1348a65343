package io.heyue.app.engine;

import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import java.util.List;

/** What came of opening a personal link. */
public sealed interface Opening {
  /**
   * The conversation is open.
   *
   * @param secret by which the browser shows from now on that it is the one; kept nowhere in clear
   * @param messages everything said so far in this conversation
   * @param over whether it has ended, so that it can only be read
   */
  record Opened(
      ConversationId conversation, String secret, Lang lang, List<Said> messages, boolean over)
      implements Opening {
    public Opened {
      messages = List.copyOf(messages);
    }

    @Override
    public String toString() {
      return "Opened[" + conversation + "]";
    }
  }

  /** It is not. */
  record Closed(Reason reason) implements Opening {}

  /** Why a link doesn't open. */
  enum Reason {
    /** There is no such link. */
    UNKNOWN,
    /** It was opened before; the session that it gave goes on where it was opened. */
    USED,
    EXPIRED,
    /** Whatever it was about must not be spoken of now. */
    NOT_PERMITTED
  }
}
