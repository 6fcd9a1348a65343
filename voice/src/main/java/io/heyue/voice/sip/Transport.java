package io.heyue.voice.sip;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what signalling travels (RFC 3261, 18). */
public enum Transport {
  UDP,
  TCP,
  TLS;

  /** As it stands in an address. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The port that is meant where none is named (RFC 3261, 19.1.2). */
  int usualPort() {
    return this == TLS ? 5061 : 5060;
  }

  static Optional<Transport> find(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equalsIgnoreCase(id)).findFirst();
  }
}
