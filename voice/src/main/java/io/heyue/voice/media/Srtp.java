package io.heyue.voice.media;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jitsi.srtp.SrtcpCryptoContext;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.srtp.SrtpPolicy;
import org.jitsi.srtp.crypto.Aes;
import org.jitsi.utils.logging2.LoggerImpl;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what a stream sends and opens what it receives (RFC 3711), by jitsi-srtp. A source of
 * the other side is remembered once a packet of it was authentic; what came before is not taken
 * again. One stream's; not thread-safe.
 */
public final class Srtp {
  /** Sources of the other side that are remembered. */
  private static final int SOURCES = 16;

  /** What reports are authenticated by, whatever media is (RFC 4568, 6.2). */
  private static final int CONTROL_TAG = 10;

  /** The number of a report, and its authentication. */
  private static final int ROOM = 4 + CONTROL_TAG;

  private static final int AUTHENTICATION_KEY = 20;

  /** A header, and of a report its first eight bytes. */
  private static final int SOURCE_AT = 8;

  private static final int CONTROL_SOURCE_AT = 4;

  static {
    // Else the first use tries for seconds which of four ciphers is the fastest.
    Aes.setFactoryClassName(Aes.SunJCECipherFactory.class.getName());
  }

  private final SrtpKeys keys;
  private final SrtpContextFactory ours;
  private final SrtpContextFactory theirs;
  private final Map<Integer, SrtpCryptoContext> opened = remembered();
  private final Map<Integer, SrtcpCryptoContext> controlOpened = remembered();
  private @Nullable SrtpCryptoContext sent;
  private @Nullable SrtcpCryptoContext controlSent;

  Srtp(SrtpKeys keys) {
    this(keys, factory(true, keys.ours()));
  }

  private Srtp(SrtpKeys keys, SrtpContextFactory ours) {
    this.keys = keys;
    this.ours = ours;
    this.theirs = factory(false, keys.theirs());
  }

  /**
   * The same stream under other keys, from now on. Where ours is the same its packets are counted
   * on: under one key no number may be used twice, and whoever hears us counts on, too (RFC 3711,
   * 3.2.3 and 9.1).
   */
  Srtp again(SrtpKeys other) {
    if (!keys.ours().equals(other.ours())) {
      return new Srtp(other);
    }
    Srtp next = new Srtp(other, ours);
    next.sent = sent;
    next.controlSent = controlSent;
    return next;
  }

  /**
   * Loads all that encryption needs, which takes a second or two: to be called before the first
   * call.
   */
  public static void warm() {
    SrtpKey key = new SrtpKey(SrtpSuite.AES_CM_128_HMAC_SHA1_80, new byte[30]);
    Srtp srtp = new Srtp(new SrtpKeys(key, key));
    byte[] packet = new byte[12];
    packet[0] = (byte) 0x80;
    var _ = srtp.open(srtp.protect(packet));
    byte[] report = new byte[8];
    report[0] = (byte) 0x80;
    var _ = srtp.openControl(srtp.protectControl(report));
  }

  /** What a protected packet was. */
  sealed interface Opened {
    /** A packet as it was before it was encrypted. */
    record Plain(ByteBuffer packet) implements Opened {}

    /** None that is to be heard. */
    record Refused(Dropped why) implements Opened {}
  }

  /** A packet of media, encrypted; all packets must be of one source. */
  byte[] protect(byte[] packet) {
    try {
      SrtpCryptoContext context = sent;
      if (context == null) {
        context = ours.deriveContext(word(packet, SOURCE_AT), 0);
        sent = context;
      }
      PacketBytes bytes = new PacketBytes(packet, ROOM);
      require(context.transformPacket(bytes));
      return bytes.bytes();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A packet can't be encrypted.", e);
    }
  }

  /** A report, encrypted. */
  byte[] protectControl(byte[] report) {
    try {
      SrtcpCryptoContext context = controlSent;
      if (context == null) {
        context = ours.deriveControlContext(word(report, CONTROL_SOURCE_AT));
        controlSent = context;
      }
      PacketBytes bytes = new PacketBytes(report, ROOM);
      require(context.transformPacket(bytes));
      return bytes.bytes();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A report can't be encrypted.", e);
    }
  }

  /** Opens whatever came as a packet of media. */
  Opened open(byte[] datagram) {
    if (datagram.length < SOURCE_AT + 4) {
      return new Opened.Refused(Dropped.MALFORMED);
    }
    try {
      int source = word(datagram, SOURCE_AT);
      SrtpCryptoContext context = opened.get(source);
      if (context == null) {
        context = theirs.deriveContext(source, 0);
      }
      PacketBytes bytes = new PacketBytes(datagram, 0);
      SrtpErrorStatus status = context.reverseTransformPacket(bytes, false);
      if (status == SrtpErrorStatus.OK) {
        opened.put(source, context);
        return new Opened.Plain(bytes.readable());
      }
      return new Opened.Refused(why(status));
    } catch (GeneralSecurityException e) {
      return new Opened.Refused(Dropped.UNAUTHENTICATED);
    }
  }

  /** Opens whatever came as a report; empty if it is not authentic, or came before. */
  Optional<byte[]> openControl(byte[] datagram) {
    if (datagram.length < CONTROL_SOURCE_AT + 4) {
      return Optional.empty();
    }
    try {
      int source = word(datagram, CONTROL_SOURCE_AT);
      SrtcpCryptoContext context = controlOpened.get(source);
      if (context == null) {
        context = theirs.deriveControlContext(source);
      }
      PacketBytes bytes = new PacketBytes(datagram, 0);
      if (context.reverseTransformPacket(bytes) != SrtpErrorStatus.OK) {
        return Optional.empty();
      }
      controlOpened.put(source, context);
      return Optional.of(bytes.bytes());
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Dropped why(SrtpErrorStatus status) {
    return switch (status) {
      case REPLAY_FAIL, REPLAY_OLD -> Dropped.REPLAYED;
      case INVALID_PACKET -> Dropped.MALFORMED;
      case OK, FAIL, AUTH_FAIL -> Dropped.UNAUTHENTICATED;
    };
  }

  private static void require(SrtpErrorStatus status) {
    if (status != SrtpErrorStatus.OK) {
      throw new IllegalStateException("A packet can't be encrypted: " + status + ".");
    }
  }

  private static int word(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).getInt(at);
  }

  private static SrtpContextFactory factory(boolean sender, SrtpKey key) {
    return new SrtpContextFactory(
        sender,
        key.key(),
        key.salt(),
        policy(key.suite().tag()),
        policy(CONTROL_TAG),
        new LoggerImpl(Srtp.class.getName()));
  }

  private static SrtpPolicy policy(int tag) {
    return new SrtpPolicy(
        SrtpPolicy.AESCM_ENCRYPTION,
        SrtpKey.KEY,
        SrtpPolicy.HMACSHA1_AUTHENTICATION,
        AUTHENTICATION_KEY,
        tag,
        SrtpKey.SALT);
  }

  private static <C> Map<Integer, C> remembered() {
    return new LinkedHashMap<>(SOURCES, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Integer, C> eldest) {
        return size() > SOURCES;
      }
    };
  }
}
