package io.heyue.voice.talk;

import io.heyue.core.base.Lang;
import io.heyue.voice.line.Patience;
import io.heyue.voice.line.PhoneListener;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.line.TelephoneCall;
import io.heyue.voice.sip.Door;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

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
    PhoneTalk talk = new PhoneTalk(parts, led.lang(), led.listener(), line);
    line.is(telephone.call(peer, manner, talk));
    return talk;
  }

  /**
   * By whom a conversation is led.
   *
   * @param lang in which it begins
   */
  public record Led(Lang lang, TalkListener listener) {}

  /** Somebody who takes calls. */
  public interface Host {
    /** Who leads the conversation with whoever calls; empty where nobody takes it. */
    Optional<Led> who(Door.Knock knock);

    /**
     * A call that comes in, for whom that host named. It must not wait.
     *
     * @param accept takes the call
     */
    void comes(Led led, Talk talk, Runnable accept);
  }

  /** From now on calls that come in are taken by a host. */
  public static void open(
      Telephone telephone, Secrecy secrecy, Patience patience, TalkParts parts, Host host) {
    Function<Door.Knock, Optional<Telephone.Taking>> who =
        knock -> host.who(knock).map(led -> new Taken(parts, host, led));
    telephone.open(secrecy, patience, who);
  }

  /** One call that comes in. */
  private static final class Taken implements Telephone.Taking {
    private final Host host;
    private final Led led;
    private final LateLine line = new LateLine();
    private final PhoneTalk talk;

    Taken(TalkParts parts, Host host, Led led) {
      this.host = host;
      this.led = led;
      this.talk = new PhoneTalk(parts, led.lang(), led.listener(), line);
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
  }
}
