package io.heyue.voice.sip;

import io.heyue.core.base.Check;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is called or calls, as signalling names them (RFC 3261, 19.1): {@code
 * sip:user@host:port;transport=tcp}. Of parameters only the transport is read. Immutable.
 *
 * @param user may be empty: then a machine is meant
 * @param host name or address; an IPv6 address stands in brackets
 * @param port 0 where none is named
 */
public record SipAddress(String user, String host, int port, Transport transport) {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(sips?):(?:([^@\\s;?<>\"]{1,100})@)?(\\[[0-9a-fA-F:.]{2,45}\\]|[A-Za-z0-9.-]{1,253})"
              + "(?::(\\d{1,5}))?((?:;[^\\s;?<>\"]{1,100}){0,10})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern USER = Pattern.compile("[A-Za-z0-9._~!$&'()*+,=%#-]{0,100}");

  public SipAddress {
    Check.that(USER.matcher(user).matches(), "user", user, "of letters, digits and + - . _ ~");
    Check.filled("host", host);
    Check.that(port >= 0 && port <= 65_535, "port", port, "0 to 65535");
  }

  /** Reads an address that a person wrote; it throws with what is wrong about it. */
  public static SipAddress parse(String written) {
    return find(written)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "\"%s\" is no SIP address. Maybe sip:name@host, sip:name@host:5060 or sips:name@host;transport=tls"
                    .formatted(written)));
  }

  /** What an address says; empty where it is none. */
  public static Optional<SipAddress> find(String written) {
    Matcher matcher = WRITTEN.matcher(written.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String user = matcher.group(2) == null ? "" : matcher.group(2);
    int port = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
    Optional<Transport> told = transport(matcher.group(5));
    if (!USER.matcher(user).matches() || port > 65_535 || told.isEmpty()) {
      return Optional.empty();
    }
    boolean secure = matcher.group(1).equalsIgnoreCase("sips");
    return Optional.of(
        new SipAddress(user, matcher.group(3), port, secure ? Transport.TLS : told.get()));
  }

  private static Optional<Transport> transport(String parameters) {
    for (String parameter : parameters.split(";", -1)) {
      if (parameter.toLowerCase(Locale.ROOT).startsWith("transport=")) {
        return Transport.find(parameter.substring("transport=".length()));
      }
    }
    return Optional.of(Transport.UDP);
  }

  /** The same place with another user. */
  public SipAddress with(String other) {
    return new SipAddress(other, host, port, transport);
  }

  /** The port that is meant. */
  public int reachedAt() {
    return port == 0 ? transport.usualPort() : port;
  }

  /** As it is sent. */
  public String written() {
    StringBuilder out = new StringBuilder("sip:");
    if (!user.isEmpty()) {
      out.append(user).append('@');
    }
    out.append(host);
    if (port > 0) {
      out.append(':').append(port);
    }
    return out.append(";transport=").append(transport.id()).toString();
  }

  /** Without the user, whose number is nobody's business in a log. */
  @Override
  public String toString() {
    return "SipAddress[%s:%d %s]".formatted(host, reachedAt(), transport.id());
  }
}
