package io.heyue.app.phone;

import io.heyue.core.base.Lang;
import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.line.Exchange;
import io.heyue.voice.line.Trunk;
import io.heyue.voice.sip.Door;
import io.heyue.voice.talk.Slots;
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.Talks;
import io.heyue.voice.talk.Talks.Welcome;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Meets whoever calls us. Only carriers of ours are let in, so that a number is what a carrier
 * vouches for; it leads to a conversation, in which people must show who they are before they are
 * told anything.
 */
final class Doorkeeper implements Talks.Host {
  private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

  private static final int FORBIDDEN = 403;
  private static final int BUSY = 486;

  /** What a call begins with before it is known who leads it. */
  private static final Lang FIRST = Lang.ZH;

  private final Visitors visitors;
  private final Sources sources;
  private final Exchange exchange;
  private final Slots slots;
  private final Executor threads;

  /**
   * @param slots conversations at once, shared with calls that go out
   * @param threads where it is looked up who calls; each may wait
   */
  Doorkeeper(Visitors visitors, Sources sources, Exchange exchange, Slots slots, Executor threads) {
    this.visitors = visitors;
    this.sources = sources;
    this.exchange = exchange;
    this.slots = slots;
    this.threads = threads;
  }

  @Override
  public Welcome who(Door.Knock knock) {
    Optional<Trunk> from =
        sources.trunk(knock.origin(), knock.from().transport(), knock.to().user());
    if (from.isEmpty()) {
      return new Welcome.Declined(FORBIDDEN);
    }
    Trunk trunk = from.get();
    if (!slots.take()) {
      return new Welcome.Declined(BUSY);
    }
    if (!exchange.comes(trunk)) {
      slots.give();
      return new Welcome.Declined(BUSY);
    }
    Optional<PhoneNumber> caller = knock.origin().caller().flatMap(trunk::read);
    Visit visit =
        new Visit(
            caller,
            () -> {
              exchange.free(trunk);
              slots.give();
            });
    return new Welcome.Taken(new Talks.Led(FIRST, visit), trunk.secrecy(), trunk.codecs());
  }

  @Override
  public void comes(Talks.Led led, Talk talk, Runnable accept) {
    Visit visit = (Visit) led.listener();
    threads.execute(() -> {
      try {
        meet(visit, talk, accept);
      } catch (RuntimeException e) {
        LOG.error("A call that came in was declined, since it can't be found out who calls.", e);
        talk.hangUp();
      }
    });
  }

  private void meet(Visit visit, Talk talk, Runnable accept) {
    Optional<Incoming> leader =
        visit
            .from()
            .<Incoming>flatMap(visitors.known())
            .or(() -> visitors.notice().get().map(NoticeTalk::new));
    if (leader.isEmpty()) {
      talk.hangUp();
      return;
    }
    Incoming incoming = leader.get();
    if (incoming.lang() != FIRST) {
      talk.speak(incoming.lang());
    }
    incoming.begun(talk);
    visit.led(incoming);
    accept.run();
  }

  @Override
  public void missed(Talks.Led led) {
    ((Visit) led.listener()).missed();
  }
}
