package io.heyue.voice.sip;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that are written as such. Names are none, since to look one up may take long. */
final class Literal {
  private static final Pattern WRITTEN =
      Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F.]{0,40}:[0-9a-fA-F:.]{1,44}");

  private Literal() {}

  static Optional<InetAddress> find(String written) {
    if (!WRITTEN.matcher(written).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(written));
    } catch (IllegalArgumentException e) {
      // As 999.1.1.1 is.
      return Optional.empty();
    }
  }
}
