package io.heyue.voice.line;

import io.heyue.core.base.Check;
import io.heyue.voice.sip.Codec;
import io.heyue.voice.sip.Secrecy;
import java.util.List;

/** Whether a call that comes in is let in. */
public sealed interface Admission {
  /**
   * It is: somebody hears of it, and accepts it or hangs up.
   *
   * @param secrecy whether its audio must be encrypted; where it can't be, it is refused (488)
   * @param codecs that may be used
   */
  record Admitted(Telephone.Taking taking, Secrecy secrecy, List<Codec> codecs)
      implements Admission {
    /** By A-law or µ-law. */
    public Admitted(Telephone.Taking taking, Secrecy secrecy) {
      this(taking, secrecy, Codec.USUAL);
    }
  }

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
