package io.heyue.voice.sip;

import gov.nist.javax.sip.RequestEventExt;
import gov.nist.javax.sip.TransactionExt;
import java.net.InetAddress;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.address.URI;
import javax.sip.header.HeaderAddress;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/**
 * Where a call that comes in really comes from, and whose it is said to be. Immutable.
 *
 * @param address from which its request was sent, whatever the request says of that; empty where
 *     the library doesn't tell
 * @param caller the number that calls, as it is written: asserted by the network
 *     (P-Asserted-Identity, RFC 3325, 9.1), else of the From header; empty where none is named or
 *     the caller wants it withheld (RFC 3323, 4.2; RFC 3325, 9.3). Anybody can write either header,
 *     so it is worth what whoever sent the request is trusted with
 * @param names of the machine that sent it, in small letters, by a certificate that was verified;
 *     empty where it showed none, or came otherwise than by TLS
 */
public record Origin(Optional<InetAddress> address, Optional<String> caller, Set<String> names) {
  /** Privacies that withhold the number. */
  private static final Set<String> WITHHELD = Set.of("id", "user", "header");

  /** What stands in a tel: for the eye alone (RFC 3966, 5.1.1). */
  private static final String SEPARATORS = "[-.()]";

  public Origin {
    names = Set.copyOf(names);
  }

  static Origin of(RequestEvent event, @Nullable ServerTransaction transaction) {
    Request request = event.getRequest();
    return new Origin(
        address(event),
        withheld(request) ? Optional.empty() : caller(request),
        certified(transaction));
  }

  private static Set<String> certified(@Nullable ServerTransaction transaction) {
    if (!(transaction instanceof TransactionExt told)) {
      return Set.of();
    }
    try {
      Certificate[] chain = told.getPeerCertificates();
      return chain == null || chain.length == 0 ? Set.of() : CertifiedNames.of(chain[0]);
    } catch (SSLPeerUnverifiedException | UnsupportedOperationException e) {
      return Set.of();
    }
  }

  private static Optional<InetAddress> address(RequestEvent event) {
    if (event instanceof RequestEventExt told && told.getRemoteIpAddress() != null) {
      try {
        // A literal: no name is ever looked up here.
        return Optional.of(InetAddress.ofLiteral(told.getRemoteIpAddress()));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean withheld(Request request) {
    return Reply.values(request, "Privacy").stream()
        .flatMap(value -> List.of(value.split("[;,]")).stream())
        .anyMatch(value -> WITHHELD.contains(value.strip().toLowerCase(Locale.ROOT)));
  }

  private static Optional<String> caller(Request request) {
    List<URI> asserted = uris(request, "P-Asserted-Identity");
    return (asserted.isEmpty() ? uris(request, "From") : asserted)
        .stream().map(Origin::number).flatMap(Optional::stream).findFirst();
  }

  private static List<URI> uris(Request request, String name) {
    List<URI> uris = new ArrayList<>();
    ListIterator<?> headers = request.getHeaders(name);
    while (headers.hasNext()) {
      if (headers.next() instanceof HeaderAddress header) {
        uris.add(header.getAddress().getURI());
      }
    }
    return uris;
  }

  private static Optional<String> number(URI uri) {
    return switch (uri) {
      case SipURI sip -> Optional.ofNullable(sip.getUser()).filter(user -> !user.isBlank());
      case TelURL tel ->
          Optional.of(
              (tel.isGlobal() ? "+" : "") + tel.getPhoneNumber().replaceAll(SEPARATORS, ""));
      default -> Optional.empty();
    };
  }

  /** Names where it comes from and hides whose it is. */
  @Override
  public String toString() {
    return "Origin["
        + address.map(InetAddress::getHostAddress).orElse("unknown")
        + (caller.isPresent() ? ", with a number]" : ", without a number]");
  }
}
