package io.heyue.voice.progress;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Why a call ended, as a network says (RFC 3326).
 *
 * @param protocol whose cause it is, in lower case: q.850, sip
 * @param cause 0 to 999; empty where none can be read
 * @param text in words, as it came; empty where there is none
 */
public record Reason(String protocol, OptionalInt cause, String text) {
  public Reason {
    protocol = protocol.toLowerCase(Locale.ROOT);
  }

  /** The cause, if it is one of Q.850 that means something. */
  OptionalInt q850() {
    return of("q.850", Signs.Kind.Q850);
  }

  /** The cause, if it is a final status of SIP and no success. */
  OptionalInt sip() {
    return of("sip", Signs.Kind.SIP);
  }

  private OptionalInt of(String name, Signs.Kind kind) {
    return protocol.equals(name) && cause.isPresent() && kind.holds(cause.getAsInt())
        ? cause
        : OptionalInt.empty();
  }

  /** Without the text, which may name somebody. */
  @Override
  public String toString() {
    return protocol + (cause.isPresent() ? ";cause=" + cause.getAsInt() : "");
  }
}
