package io.heyue.voice.media;

import java.util.Arrays;
import java.util.Optional;

/** How media is encrypted and authenticated (RFC 4568, 6.2). */
public enum SrtpSuite {
  AES_CM_128_HMAC_SHA1_80(10),
  AES_CM_128_HMAC_SHA1_32(4);

  private final int tag;

  SrtpSuite(int tag) {
    this.tag = tag;
  }

  /** By its name in signalling; empty for one that isn't known here. */
  public static Optional<SrtpSuite> find(String name) {
    return Arrays.stream(values()).filter(suite -> suite.name().equals(name)).findFirst();
  }

  /** Bytes by which a packet is authenticated. */
  int tag() {
    return tag;
  }
}
