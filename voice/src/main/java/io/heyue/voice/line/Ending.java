package io.heyue.voice.line;

import java.util.List;

/**
 * How a call ended.
 *
 * @param status what signalling answered (RFC 3261, 21); 0 where nobody answered
 * @param reasons what the network told beside it (RFC 3326), as it came
 * @param detail for a log: without anybody's number
 */
public record Ending(How how, int status, List<String> reasons, String detail) {
  /** By whom. */
  public enum How {
    /** They refused, or the network did. */
    REFUSED,
    /** Nobody took it while we let it ring. */
    NOT_TAKEN,
    /** The trunk is at fault, or gave no sign. */
    TRUNK,
    /** We didn't want it any more before anybody took it. */
    CANCELLED,
    /** They hung up. */
    THEY_LEFT,
    /** We hung up. */
    WE_LEFT,
    /** They took it, but no audio fits both. */
    NO_AUDIO,
    /** It lasted as long as a call may. */
    TOO_LONG
  }

  public Ending {
    reasons = List.copyOf(reasons);
  }

  /** Nobody said in time that the call lasts, so their side may be gone. */
  static Ending lastsNoMore() {
    return ofTrunk(0, "Nobody said in time that it lasts (RFC 4028, 10).");
  }

  /** The trunk's fault. */
  static Ending ofTrunk(int status, String detail) {
    return new Ending(How.TRUNK, status, List.of(), detail);
  }

  static Ending of(How how) {
    return new Ending(how, 0, List.of(), "");
  }
}
