package io.heyue.voice.sip;

import java.util.Optional;

/**
 * What both sides agreed on audio.
 *
 * @param address where theirs is reached
 * @param keys payload type of keys as events; empty where keys come otherwise
 * @param sends whether we may send
 * @param receives whether they send
 * @param ours by which what we send is encrypted
 * @param theirs by which what they send is encrypted; both or neither
 */
public record Agreement(
    String address,
    int port,
    Coded coded,
    Optional<Integer> keys,
    boolean sends,
    boolean receives,
    Optional<MediaKey> ours,
    Optional<MediaKey> theirs) {
  /** Whether they put us on hold: they listen no more. */
  public boolean held() {
    return !sends;
  }
}
