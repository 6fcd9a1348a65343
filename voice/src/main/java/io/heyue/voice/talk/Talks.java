package io.heyue.voice.talk;

import io.heyue.core.base.Lang;
import io.heyue.voice.line.Admission;
import io.heyue.voice.line.Patience;
import io.heyue.voice.line.PhoneListener;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.line.TelephoneCall;
import io.heyue.voice.sip.Codec;
import io.heyue.voice.sip.Door;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import java.io.IOException;
import java.util.List;

/** Conversations over calls that go straight to an address, and over those that come in. */
public final class Talks {
  private Talks() {}

  /**
   * Calls an address, by no trunk: a softphone, or somebody of the house.
   *
   * @throws IOException if no port for audio is free
   */
  public static Talk call(
      Telephone telephone, SipAddress peer, Telephone.Manner manner, TalkParts parts, Led led)
      throws IOException {
    LateLine line = new LateLine();
    PhoneTalk talk = new PhoneTalk(parts, led.lang(), led.listener(), line, false);
    line.is(telephone.call(peer, manner, talk));
    return talk;
  }

  /**
   * By whom a conversation is led.
   *
   * @param lang in which it begins
   */
  public record Led(Lang lang, TalkListener listener) {}

  /** How a call that comes in is met. */
  public sealed interface Welcome {
    /**
     * Somebody leads a conversation in it, once it is accepted.
     *
     * @param secrecy whether its audio must be encrypted
     * @param codecs that may be used
     */
    record Taken(Led led, Secrecy secrecy, List<Codec> codecs) implements Welcome {
      /** By A-law or µ-law. */
      public Taken(Led led, Secrecy secrecy) {
        this(led, secrecy, Codec.USUAL);
      }
    }

    /** It is refused, with a status of signalling. */
    record Declined(int status) implements Welcome {}
  }

  /** Somebody who takes calls. */
  public interface Host {
    /** Who leads the conversation with whoever calls. It must not wait. */
    Welcome who(Door.Knock knock);

    /**
     * A call that comes in, for whom that host named. It must not wait.
     *
     * @param accept takes the call
     */
    void comes(Led led, Talk talk, Runnable accept);

    /** It came to no call with whom that host named: the listener hears nothing. */
    default void missed(Led led) {}
  }

  /** From now on calls that come in are taken by a host. */
  public static void open(Telephone telephone, Patience patience, TalkParts parts, Host host) {
    telephone.admit(
        patience,
        knock ->
            switch (host.who(knock)) {
              case Welcome.Taken taken ->
                  new Admission.Admitted(
                      new Coming(parts, host, taken.led()), taken.secrecy(), taken.codecs());
              case Welcome.Declined declined -> new Admission.Refused(declined.status());
            });
  }

  /** One call that comes in. */
  private static final class Coming implements Telephone.Taking {
    private final Host host;
    private final Led led;
    private final LateLine line = new LateLine();
    private final PhoneTalk talk;

    Coming(TalkParts parts, Host host, Led led) {
      this.host = host;
      this.led = led;
      this.talk = new PhoneTalk(parts, led.lang(), led.listener(), line, true);
    }

    @Override
    public PhoneListener listener() {
      return talk;
    }

    @Override
    public void comes(TelephoneCall call) {
      line.is(call);
      host.comes(led, talk, call::accept);
    }

    @Override
    public void missed() {
      talk.close();
      host.missed(led);
    }
  }
}
