package io.heyue.voice.talk;

import io.heyue.core.base.Check;
import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.line.Exchange;
import io.heyue.voice.line.Placing;
import io.heyue.voice.line.TrunkRoom;
import java.util.List;

/** Conversations over the calls of an exchange. Thread-safe. */
public final class PhoneCalls implements Calls {
  private final Exchange exchange;
  private final TalkParts parts;
  private final List<PhoneNumber> numbers;
  private final Slots slots;

  /**
   * @param numbers from which we call where an order names none, in that order of preference
   * @param slots conversations at once, shared with whoever else holds some
   */
  public PhoneCalls(Exchange exchange, TalkParts parts, List<PhoneNumber> numbers, Slots slots) {
    Check.that(!numbers.isEmpty(), "numbers", numbers.size(), "one to call from or more");
    this.exchange = exchange;
    this.parts = parts;
    this.numbers = List.copyOf(numbers);
    this.slots = slots;
  }

  @Override
  public Dialled call(CallOrder order, TalkListener listener) {
    if (!slots.take()) {
      return new Dialled.NotNow("all " + slots.all() + " conversations that can be held are");
    }
    LateLine line = new LateLine();
    PhoneTalk talk = new PhoneTalk(parts, order.lang(), new Counting(listener), line, false);
    return switch (placed(order, talk)) {
      case Placing.Dialled dialled -> {
        line.is(dialled.call());
        yield new Dialled.Begun(talk);
      }
      case Placing.NotDialled not -> {
        slots.give();
        talk.close();
        yield not.reason() == Placing.Reason.NOT_ALLOWED
            ? new Dialled.Never("no trunk lets us call from that number")
            : new Dialled.NotNow(not.reason().id());
      }
    };
  }

  /** From the first number by which a trunk takes it. */
  private Placing placed(CallOrder order, PhoneTalk talk) {
    Placing placing = new Placing.NotDialled(Placing.Reason.NOT_ALLOWED);
    for (PhoneNumber from : order.from().map(List::of).orElse(numbers)) {
      placing = exchange.call(order.to(), from, talk);
      if (placing instanceof Placing.Dialled) {
        return placing;
      }
    }
    return placing;
  }

  @Override
  public Room room() {
    if (!parts.works().taping().map(Taping::well).orElse(true)) {
      // Whoever takes such a call hears nothing.
      return new Room(0, 0, 0);
    }
    TrunkRoom trunks = exchange.room();
    return new Room(trunks.channels(), trunks.rate(), slots.free());
  }

  /** Takes no more calls; those that stand are ended by their telephone. */
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
      slots.give();
      super.ended(end);
    }
  }
}
