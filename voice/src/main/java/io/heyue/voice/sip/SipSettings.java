package io.heyue.voice.sip;

import io.heyue.core.base.Check;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;

/**
 * Where and how signalling listens.
 *
 * @param address of this machine, as others reach it; bound to, and written into messages
 * @param ports by transport; 0 takes a free one
 * @param agent what we call ourselves (User-Agent)
 * @param user of our own address (Contact)
 */
public record SipSettings(
    InetAddress address,
    Map<Transport, Integer> ports,
    String agent,
    String user,
    Optional<TlsFiles> tls) {
  public SipSettings {
    ports = Map.copyOf(ports);
    Check.that(!ports.isEmpty(), "ports", ports, "of one transport or more");
    Check.that(
        !ports.containsKey(Transport.TLS) || tls.isPresent(),
        "tls",
        tls,
        "files where TLS is used");
  }

  /** Our address as addresses of SIP hold it: that of IPv6 in brackets (RFC 3261, 25.1). */
  String host() {
    String plain = address.getHostAddress();
    // Behind the percent sign stands an interface of this machine, which nobody else knows.
    return address instanceof Inet6Address ? "[" + plain.replaceFirst("%.*", "") + "]" : plain;
  }

  /** UDP and TCP on a free port each. */
  public static SipSettings plain(InetAddress address) {
    return new SipSettings(
        address, Map.of(Transport.UDP, 0, Transport.TCP, 0), "Heyue", "heyue", Optional.empty());
  }
}
