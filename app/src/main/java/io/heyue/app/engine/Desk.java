package io.heyue.app.engine;

import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.channel.ChannelEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where people are talked with. Thread-safe; each call is one transaction, tried anew at most three
 * times where two things happen in one conversation at once.
 */
@SuppressWarnings("DoNotCallSuggester") // not filled in yet
public final class Desk {
  Desk() {}

  /**
   * A person opens the personal link: it is used up, the conversation begins, and we say the first
   * words.
   */
  public Opening open(String token) {
    throw new UnsupportedOperationException(token);
  }

  /** The conversation of a session, if the secret is one and has not expired. */
  public Optional<ConversationId> session(String secret) {
    throw new UnsupportedOperationException(secret);
  }

  /**
   * Something happened in a conversation.
   *
   * @return what we say to it; nothing if the conversation is over
   */
  public List<Said> receive(ConversationId conversation, ChannelEvent event) {
    throw new UnsupportedOperationException(conversation.toString() + event);
  }

  /**
   * A text message came in. Words that mean stop are obeyed at once; everything else goes on with
   * the person's conversation or begins one.
   *
   * @param messageId the carrier's id of the message; one that came before is taken no notice of
   */
  public void smsReceived(PhoneNumber from, String text, String messageId) {
    throw new UnsupportedOperationException(from + text + messageId);
  }

  /** What was said after {@code afterSeq}, in order. */
  public List<Said> messages(ConversationId conversation, long afterSeq) {
    throw new UnsupportedOperationException(conversation.toString() + afterSeq);
  }

  /**
   * Tells every conversation in which an answer has been waited for long enough that nothing came.
   *
   * @return how many
   */
  public int silences(Instant now) {
    throw new UnsupportedOperationException(now.toString());
  }

  /**
   * Calls {@code listener} with each new message of a conversation that this process learns of,
   * after it was committed, on the thread that did it. It must not block.
   */
  public Watch watch(ConversationId conversation, Consumer<Said> listener) {
    throw new UnsupportedOperationException(conversation.toString() + listener);
  }
}
