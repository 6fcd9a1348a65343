package io.heyue.voice.line;

import io.heyue.voice.audio.Companding;
import io.heyue.voice.media.Encoding;
import io.heyue.voice.media.MediaStream;
import io.heyue.voice.media.Remote;
import io.heyue.voice.media.SrtpKey;
import io.heyue.voice.media.SrtpKeys;
import io.heyue.voice.media.SrtpSuite;
import io.heyue.voice.sip.Agreement;
import io.heyue.voice.sip.Codec;
import io.heyue.voice.sip.Coded;
import io.heyue.voice.sip.MediaKey;
import io.heyue.voice.sip.Negotiation;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The audio of a call as a stream of the media engine. */
final class StreamAudio implements CallAudio {
  private static final int KEY_BYTES = 30;

  /** Bits a second by Opus: good for speech of 4 kHz with repairs. */
  private static final int BITS = 24_000;

  private static final int LEAST_BITS = 6_000;

  private final MediaStream stream;
  private final Negotiation negotiation;

  /**
   * @param address of ours, as others reach it
   * @param signalling by which keys would travel
   * @param random makes the keys; nobody may guess it
   * @param codecs that may be used, the dearest first
   */
  StreamAudio(
      MediaStream stream,
      String address,
      Secrecy secrecy,
      Transport signalling,
      SecureRandom random,
      List<Codec> codecs) {
    this.stream = stream;
    List<MediaKey> keys = secrecy.keysGoBy(signalling) ? keys(random) : List.of();
    this.negotiation = new Negotiation(address, stream.localPort(), secrecy, keys, codecs);
  }

  private static List<MediaKey> keys(SecureRandom random) {
    List<MediaKey> keys = new ArrayList<>();
    for (SrtpSuite suite : SrtpSuite.values()) {
      byte[] bytes = new byte[KEY_BYTES];
      random.nextBytes(bytes);
      keys.add(
          new MediaKey(keys.size() + 1, suite.name(), Base64.getEncoder().encodeToString(bytes)));
    }
    return keys;
  }

  @Override
  public Negotiation negotiation() {
    return negotiation;
  }

  @Override
  public void flow(Agreement agreement) {
    InetAddress named = InetAddress.ofLiteral(agreement.address());
    // Who holds by the address of nobody names no place to send to (RFC 2543, B.5).
    InetAddress address = named.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : named;
    Remote remote =
        Remote.of(new InetSocketAddress(address, agreement.port()), encoding(agreement.coded()))
            .held(agreement.sends(), agreement.receives());
    if (agreement.keys().isPresent()) {
      remote = remote.events(agreement.keys().get(), agreement.coded().keyClock());
    }
    Optional<SrtpKeys> keys =
        agreement
            .ours()
            .flatMap(
                ours -> agreement.theirs().map(theirs -> new SrtpKeys(key(ours), key(theirs))));
    stream.connect(keys.isPresent() ? remote.secured(keys.get()) : remote);
  }

  private static Encoding encoding(Coded coded) {
    return switch (coded.codec()) {
      case PCMA -> new Encoding.OfG711(Companding.PCMA);
      case PCMU -> new Encoding.OfG711(Companding.PCMU);
      case OPUS ->
          new Encoding.OfOpus(
              coded.sentAs(),
              coded.heardAs(),
              Math.clamp(coded.wish("maxaveragebitrate", BITS), LEAST_BITS, BITS),
              coded.wish("useinbandfec", 0) == 1);
    };
  }

  private static SrtpKey key(MediaKey written) {
    SrtpSuite suite =
        SrtpSuite.find(written.suite())
            .orElseThrow(() -> new IllegalArgumentException("Suite " + written.suite()));
    return new SrtpKey(suite, Base64.getDecoder().decode(written.key()));
  }

  @Override
  public void close() {
    stream.close();
  }
}
