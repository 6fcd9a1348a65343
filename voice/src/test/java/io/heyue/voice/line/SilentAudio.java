package io.heyue.voice.line;

import io.heyue.voice.sip.Agreement;
import io.heyue.voice.sip.MediaKey;
import io.heyue.voice.sip.Negotiation;
import io.heyue.voice.sip.Secrecy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Audio of a call of which nothing is heard: only what was agreed on it. */
final class SilentAudio implements CallAudio {
  private static final List<MediaKey> KEYS =
      List.of(
          new MediaKey(1, "AES_CM_128_HMAC_SHA1_80", "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz"));

  final List<Agreement> flows = new CopyOnWriteArrayList<>();
  volatile boolean closed;
  private final Secrecy secrecy;

  SilentAudio(Secrecy secrecy) {
    this.secrecy = secrecy;
  }

  @Override
  public Negotiation negotiation() {
    // Port 9 throws away whatever comes (RFC 863).
    return new Negotiation("127.0.0.1", 9, secrecy, KEYS);
  }

  @Override
  public void flow(Agreement agreement) {
    flows.add(agreement);
  }

  @Override
  public void close() {
    closed = true;
  }
}
