package io.heyue.voice.line;

import io.heyue.core.base.Check;
import io.heyue.voice.sip.Secrecy;

/** Whether a call that comes in is let in. */
public sealed interface Admission {
  /**
   * It is: somebody hears of it, and accepts it or hangs up.
   *
   * @param secrecy whether its audio must be encrypted; where it can't be, it is refused (488)
   */
  record Admitted(Telephone.Taking taking, Secrecy secrecy) implements Admission {}

  /**
   * It is not.
   *
   * @param status with which it is refused (RFC 3261, 21.4 to 21.6)
   */
  record Refused(int status) implements Admission {
    public Refused {
      Check.that(status >= 400 && status < 700, "status", status, "400 to 699");
    }
  }
}
