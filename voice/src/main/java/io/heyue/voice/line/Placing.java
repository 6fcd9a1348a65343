package io.heyue.voice.line;

import java.util.Locale;

/** What became of the wish to call somebody: a call, or certainly none. */
public sealed interface Placing {
  /** It was begun: from now on the listener hears of it, and of its end. */
  record Dialled(ExchangeCall call) implements Placing {}

  /** Nothing was sent to anybody, and the listener hears nothing. */
  record NotDialled(Reason reason) implements Placing {}

  /** Why nobody was called. */
  enum Reason {
    /** No trunk lets us call from that number. */
    NOT_ALLOWED,
    /** All trunks that do are ill. */
    ALL_ILL,
    /** Those that are well have no channel free. */
    ALL_FULL,
    /** Those with room take no more new calls within this second. */
    RATE_REACHED,
    /** No new calls are wanted. */
    DRAINING,
    /** This machine has no port for audio left. */
    NO_PORTS;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Reason of(Trunks.Lack lack) {
      return switch (lack) {
        case NOT_ALLOWED -> NOT_ALLOWED;
        case ILL -> ALL_ILL;
        case FULL -> ALL_FULL;
        case RATE -> RATE_REACHED;
      };
    }
  }
}
