package io.heyue.voice.sip;

import java.net.URI;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which machines a certificate speaks for (RFC 5922, 7.1): the hosts of its sip: addresses, else
 * its DNS names. A name stands for itself alone, wildcards for nobody (7.2), and the common name,
 * which RFC 9525 gave up, isn't read.
 */
final class CertifiedNames {
  /** Kinds of a subject's other names (RFC 5280, 4.2.1.6). */
  private static final int DNS = 2;

  private static final int URI_KIND = 6;

  private static final String SIP = "sip:";

  private CertifiedNames() {}

  static Set<String> of(Certificate certificate) {
    if (!(certificate instanceof X509Certificate x509)) {
      return Set.of();
    }
    try {
      Collection<List<?>> others = x509.getSubjectAlternativeNames();
      Set<String> addresses = others == null ? Set.of() : read(others, URI_KIND);
      return !addresses.isEmpty() || others == null ? addresses : read(others, DNS);
    } catch (CertificateParsingException e) {
      return Set.of();
    }
  }

  private static Set<String> read(Collection<List<?>> others, int kind) {
    Set<String> names = new HashSet<>();
    for (List<?> other : others) {
      if (other.get(0) instanceof Integer is && is == kind && other.get(1) instanceof String text) {
        String small = text.toLowerCase(Locale.ROOT);
        String name = kind == DNS ? small : host(small);
        if (!name.isEmpty() && !name.contains("*")) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** Of an address without a user: a certificate of a person is none of a machine. */
  private static String host(String address) {
    if (!address.startsWith(SIP) || address.contains("@")) {
      return "";
    }
    try {
      String host = URI.create("sip://" + address.substring(SIP.length())).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
