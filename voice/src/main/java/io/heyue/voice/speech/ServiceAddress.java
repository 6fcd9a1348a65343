package io.heyue.voice.speech;

import io.heyue.core.base.Check;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a service that speaks is reached. Immutable; it prints no header.
 *
 * @param uri http, https, ws or wss
 * @param headers that are sent to it, with whatever secrets they hold; see {@link Secrets}
 * @param plain whether it may be without encryption outside this machine: what is said tells of
 *     people's debts
 */
public record ServiceAddress(URI uri, Map<String, String> headers, boolean plain) {
  private static final Set<String> ENCRYPTED = Set.of("https", "wss");
  private static final Set<String> OPEN = Set.of("http", "ws");
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  public ServiceAddress {
    headers = Map.copyOf(headers);
    String scheme = String.valueOf(uri.getScheme());
    Check.that(
        uri.getHost() != null && (ENCRYPTED.contains(scheme) || OPEN.contains(scheme)),
        "uri",
        uri,
        "http, https, ws or wss with a host");
    Check.that(uri.getUserInfo() == null, "uri", uri.getHost(), "without a password in it");
    Check.that(
        plain || ENCRYPTED.contains(scheme) || HERE.contains(uri.getHost()),
        "uri",
        uri,
        "https or wss, since people's debts are told to it; or allow plain within a network of"
            + " your own");
  }

  /** It without what may be secret. */
  String shown() {
    return uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
  }

  /** The names of the headers alone. */
  @Override
  public String toString() {
    return "ServiceAddress[" + shown() + ", " + new TreeMap<>(headers).keySet() + "]";
  }
}
