package io.heyue.voice.sip;

import java.util.Optional;

/** What a digest is made with, the strongest first (RFC 8760, 2.3). */
public enum DigestHash {
  SHA_256("SHA-256", "SHA-256"),
  MD5("MD5", "MD5");

  private final String name;
  private final String algorithm;

  DigestHash(String name, String algorithm) {
    this.name = name;
    this.algorithm = algorithm;
  }

  /** As it stands in a header. */
  String written() {
    return name;
  }

  /** As the platform knows it. */
  String algorithm() {
    return algorithm;
  }

  /** Where a challenge names none it is MD5; of what is unknown nothing can be made. */
  static Optional<DigestHash> of(String written) {
    if (written.isEmpty()) {
      return Optional.of(MD5);
    }
    for (DigestHash hash : values()) {
      if (hash.name.equalsIgnoreCase(written)) {
        return Optional.of(hash);
      }
    }
    return Optional.empty();
  }
}
