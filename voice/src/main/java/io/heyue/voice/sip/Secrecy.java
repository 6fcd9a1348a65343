package io.heyue.voice.sip;

/**
 * Whether audio is encrypted (SRTP by RFC 4568). Its keys stand in signalling, so they go only
 * where that is protected (RFC 4568, 7): by TLS, unless it is said otherwise.
 */
public enum Secrecy {
  /**
   * Where they offer it and signalling is protected, else an offer of encrypted audio is refused;
   * ours is offered plain.
   */
  WHERE_OFFERED,
  /**
   * Always, and by TLS alone: who can't isn't talked with, and nothing is ever sent plain in its
   * place.
   */
  ALWAYS,
  /**
   * Always, and keys also go by UDP and TCP, where whoever reads along reads them too: for a
   * network that is protected otherwise, and for tests.
   */
  ALWAYS_KEYS_IN_CLEAR;

  /** Whether who can't encrypt isn't talked with. */
  public boolean always() {
    return this != WHERE_OFFERED;
  }

  /** Whether keys may go by signalling of this transport. */
  public boolean keysGoBy(Transport transport) {
    return transport == Transport.TLS || this == ALWAYS_KEYS_IN_CLEAR;
  }

  /** Whether calls are possible at all by this transport. */
  public boolean fits(Transport transport) {
    return !always() || keysGoBy(transport);
  }
}
