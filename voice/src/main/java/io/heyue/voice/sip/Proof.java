package io.heyue.voice.sip;

/**
 * The header that proves who we are.
 *
 * @param proxy whether somebody on the way wanted it, and not the end
 */
record Proof(boolean proxy, String header) {
  /** Without what proves it. */
  @Override
  public String toString() {
    return "Proof[proxy=" + proxy + "]";
  }
}
