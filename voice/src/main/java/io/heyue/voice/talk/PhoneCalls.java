package io.heyue.voice.talk;

import io.heyue.core.base.Check;
import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.line.Exchange;
import io.heyue.voice.line.Placing;
import io.heyue.voice.line.TrunkFigures;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Conversations over the calls of an exchange. Thread-safe. */
public final class PhoneCalls implements Calls {
  private final Exchange exchange;
  private final TalkParts parts;
  private final List<PhoneNumber> numbers;
  private final int slots;
  private final AtomicInteger standing = new AtomicInteger();

  /**
   * @param numbers from which we call where an order names none, in that order of preference
   * @param slots how many conversations at once: as many as can be heard and spoken
   */
  public PhoneCalls(Exchange exchange, TalkParts parts, List<PhoneNumber> numbers, int slots) {
    Check.that(!numbers.isEmpty(), "numbers", numbers.size(), "one to call from or more");
    Check.that(slots > 0, "slots", slots, "1 or more");
    this.exchange = exchange;
    this.parts = parts;
    this.numbers = List.copyOf(numbers);
    this.slots = slots;
  }

  @Override
  public Dialled call(CallOrder order, TalkListener listener) {
    if (standing.incrementAndGet() > slots) {
      standing.decrementAndGet();
      return new Dialled.NotNow("all " + slots + " conversations that can be held are");
    }
    LateLine line = new LateLine();
    PhoneTalk talk = new PhoneTalk(parts, order.lang(), new Counting(listener), line);
    PhoneNumber from = order.from().orElseGet(numbers::getFirst);
    return switch (exchange.call(order.to(), from, talk)) {
      case Placing.Dialled dialled -> {
        line.is(dialled.call());
        yield new Dialled.Begun(talk);
      }
      case Placing.NotDialled not -> {
        standing.decrementAndGet();
        talk.close();
        yield not.reason() == Placing.Reason.NOT_ALLOWED
            ? new Dialled.Never("no trunk lets us call from that number")
            : new Dialled.NotNow(not.reason().id());
      }
    };
  }

  @Override
  public int room() {
    int channels =
        exchange.figures().stream()
            .filter(TrunkFigures::well)
            .mapToInt(trunk -> trunk.channels() - trunk.standing())
            .sum();
    return Math.max(0, Math.min(channels, slots - standing.get()));
  }

  /** Takes no more calls; those that stand are ended with the telephone. */
  @Override
  public void close() {
    exchange.close();
  }

  /** Notes when a conversation is over. */
  private final class Counting extends ListensFor {
    Counting(TalkListener listener) {
      super(listener);
    }

    @Override
    public void ended(TalkEnd end) {
      standing.decrementAndGet();
      super.ended(end);
    }
  }
}
