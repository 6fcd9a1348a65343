package io.heyue.voice.line;

import io.heyue.voice.sip.Agreement;
import io.heyue.voice.sip.Negotiation;

/** The audio of one call. Called by the call's mailbox alone. */
public interface CallAudio extends AutoCloseable {
  /** What we offer and answer. */
  Negotiation negotiation();

  /** From now on audio goes as it was agreed; also when it is agreed anew. */
  void flow(Agreement agreement);

  /** No more audio; ports are given back. Nothing happens the second time. */
  @Override
  void close();
}
