package io.heyue.app.web;

import io.heyue.app.installation.AddressRange;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The reverse proxies that stand before us and are believed about who asked. Each of them adds, at
 * the right, the address from which a request came to it; whatever stands further left than the
 * first address that is no proxy of ours may have been made up by whoever sent it.
 *
 * <p>Sources: RFC 7239, section 5.2 and 6 ({@code Forwarded}); {@code X-Forwarded-For} has no
 * standard and is read as every proxy writes it.
 */
final class Proxies {
  /** RFC 7239, section 6; nothing may stand beside it, so that no half quote is overlooked. */
  private static final Pattern NODE =
      Pattern.compile(
          "(?<quote>\"?)(?:\\[(?<boxed>[0-9A-Fa-f:.]+)](?::\\d{1,5})?|(?<four>[0-9.]+)(?::\\d{1,5})?"
              + "|(?<bare>[0-9A-Fa-f:.]+))\\k<quote>");

  private final List<AddressRange> trusted;

  Proxies(List<AddressRange> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  /**
   * The address of whoever asked: the right-most that is no proxy of ours. Where both headers are
   * there and don't agree, one of them went through a proxy that writes only the other, and the
   * proxy's own address counts; so it does where it names none.
   *
   * @param peer who is connected to us
   * @param forwarded each header of this name, in order
   * @param forwardedFor each X-Forwarded-For, in order
   */
  String client(String peer, List<String> forwarded, List<String> forwardedFor) {
    if (address(peer).filter(this::trusts).isEmpty()) {
      return peer;
    }
    List<String> ways = new ArrayList<>();
    if (!forwarded.isEmpty()) {
      ways.add(walk(peer, nodes(forwarded)));
    }
    if (!forwardedFor.isEmpty()) {
      ways.add(walk(peer, List.of(String.join(",", forwardedFor).split(",", -1))));
    }
    return ways.stream().distinct().count() == 1 ? ways.getFirst() : peer;
  }

  private boolean trusts(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.holds(address));
  }

  private String walk(String peer, List<String> hops) {
    String nearest = peer;
    for (String hop : hops.reversed()) {
      Optional<InetAddress> address = address(hop);
      if (address.isEmpty()) {
        return nearest;
      }
      nearest = address.get().getHostAddress();
      if (!trusts(address.get())) {
        return nearest;
      }
    }
    return nearest;
  }

  /**
   * What each element of Forwarded says by {@code for}; empty where it says nothing. A quote that
   * nobody closed would reach over what the proxy added, so such a header says nothing at all.
   */
  private static List<String> nodes(List<String> headers) {
    return headers.stream()
        .flatMap(header ->
            header.chars().filter(c -> c == '"').count() % 2 == 1
                ? Stream.of("")
                : split(header, ',').stream().map(Proxies::node))
        .toList();
  }

  private static String node(String element) {
    return split(element, ';').stream()
        .map(String::strip)
        .filter(pair -> pair.toLowerCase(Locale.ROOT).startsWith("for="))
        .map(pair -> pair.substring(4))
        .findFirst()
        .orElse("");
  }

  /** Splits where {@code at} stands outside of quotes. */
  private static List<String> split(String text, char at) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == at && !quoted) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** An address, maybe quoted, in brackets or with a port; nothing for anything else. */
  private static Optional<InetAddress> address(String node) {
    Matcher parts = NODE.matcher(node.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          InetAddress.ofLiteral(
              Stream.of("boxed", "four", "bare")
                  .map(parts::group)
                  .filter(Objects::nonNull)
                  .findFirst()
                  .orElseThrow()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
