package io.heyue.voice.line;

import io.heyue.voice.sip.Credentials;
import io.heyue.voice.sip.Registration;
import io.heyue.voice.sip.Reply;
import io.heyue.voice.sip.SipAddress;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** What an exchange asks of a telephone. Thread-safe; nothing here waits. */
interface Dialling {
  /**
   * Calls somebody; the listener may hear of it before this returns.
   *
   * @throws IOException if no port for audio is free; then nothing was sent
   */
  PhoneCall dial(SipAddress peer, Telephone.Manner manner, PhoneListener listener)
      throws IOException;

  /** Whether somebody is there and well (OPTIONS); 408 where nobody answered. */
  CompletableFuture<Reply> ask(SipAddress peer);

  /**
   * Closes the connection to somebody who says nothing, so that the next question opens another.
   */
  void hangUp(SipAddress peer);

  /** Whether we ourselves still hear what is sent to us. */
  CompletableFuture<Boolean> hears();

  /** Where a registrar is told where we are reached. */
  Telling telling(SipAddress registrar, SipAddress own, Credentials credentials);

  /** By which a registrar is told, again and again. */
  interface Telling {
    CompletableFuture<Registration.Told> tell();

    /** Takes it back. */
    CompletableFuture<Reply> end();
  }
}
