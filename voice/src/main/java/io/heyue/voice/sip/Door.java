package io.heyue.voice.sip;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Who opens when somebody calls us. Called by signalling's own thread: it must not wait. */
public interface Door {
  /**
   * A call that comes in.
   *
   * @param from who calls, as they say
   * @param to which of ours they call
   * @param audio what they offer; empty where we are to offer
   * @param origin where it really comes from
   */
  record Knock(SipAddress from, SipAddress to, Optional<Sdp> audio, Origin origin) {}

  /** Takes the leg over. */
  interface Opened {
    /** Where the leg lives, and who hears its events. */
    Leg by(Executor mailbox, Consumer<LegEvent> events);
  }

  /**
   * Opens, by {@link Opened#by}, or not.
   *
   * @return 0 where it was opened, else the status with which the call is refused
   */
  int knock(Knock knock, Opened opened);

  /** Nobody is in. */
  static Door closed() {
    return (_, _) -> 480;
  }
}
