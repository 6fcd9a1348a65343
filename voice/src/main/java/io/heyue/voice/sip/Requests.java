package io.heyue.voice.sip;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.SipProvider;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.address.URI;
import javax.sip.header.CallIdHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Makes messages, with all that ours say of us. Immutable and thread-safe. */
final class Requests {
  static final List<String> ALLOW =
      List.of(
          Request.INVITE,
          Request.ACK,
          Request.CANCEL,
          Request.BYE,
          Request.OPTIONS,
          Request.UPDATE,
          Request.PRACK,
          Request.INFO,
          Request.NOTIFY,
          Request.REFER);

  /** What we can beyond the first standard (RFC 4028, RFC 3262). */
  static final List<String> SUPPORTED = List.of("timer", "100rel");

  private static final int HOPS = 70;

  private final SipSettings settings;
  private final SipProvider provider;
  private final AddressFactory addresses;
  private final HeaderFactory headers;
  private final MessageFactory messages;

  Requests(
      SipSettings settings,
      SipProvider provider,
      AddressFactory addresses,
      HeaderFactory headers,
      MessageFactory messages) {
    this.settings = settings;
    this.provider = provider;
    this.addresses = addresses;
    this.headers = headers;
    this.messages = messages;
  }

  /**
   * A request outside dialogs, or that begins one.
   *
   * @param goes where it goes, by transport too
   * @param to whom it is about: mostly the same
   * @param from whose it is; its tag tells ours from others'
   */
  Request request(
      String method,
      SipAddress goes,
      SipAddress to,
      SipAddress from,
      String tag,
      CallIdHeader call,
      long number)
      throws ParseException, InvalidArgumentException {
    URI uri = addresses.createURI(goes.written());
    FromHeader sender = headers.createFromHeader(address(from.written()), tag);
    Request request =
        messages.createRequest(
            uri,
            method,
            call,
            headers.createCSeqHeader(number, method),
            sender,
            headers.createToHeader(address(to.written()), null),
            List.of(via(goes.transport())),
            headers.createMaxForwardsHeader(HOPS));
    ours(request, goes.transport());
    return request;
  }

  private ViaHeader via(Transport transport) throws ParseException, InvalidArgumentException {
    ViaHeader via = headers.createViaHeader(settings.host(), port(transport), transport.id(), null);
    via.setRPort();
    return via;
  }

  private int port(Transport transport) {
    ListeningPoint point = provider.getListeningPoint(transport.id());
    if (point == null) {
      throw new SipFailure(
          "The phone doesn't listen on %s. Maybe name a port for it in the settings."
              .formatted(transport.id()));
    }
    return point.getPort();
  }

  Address address(String uri) throws ParseException {
    return addresses.createAddress("<" + uri + ">");
  }

  /** Who we are and what we can, by which they reach us again. */
  void ours(Message message, Transport transport) throws ParseException {
    SipAddress mine = new SipAddress(settings.user(), settings.host(), port(transport), transport);
    message.setHeader(headers.createContactHeader(address(mine.written())));
    list(message, "Allow", ALLOW);
    list(message, "Supported", SUPPORTED);
    set(message, message instanceof Request ? "User-Agent" : "Server", settings.agent());
  }

  /** All that is answered in a call bears the same tag (RFC 3261, 8.2.6.2). */
  static void tag(Response response, String tag) throws ParseException {
    ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
    if (to.getTag() == null) {
      to.setTag(tag);
    }
  }

  /** A header of several values: one of the name for each. */
  void list(Message message, String name, List<String> values) throws ParseException {
    message.removeHeader(name);
    for (String value : values) {
      message.addHeader(headers.createHeader(name, value));
    }
  }

  void set(Message message, String name, String value) throws ParseException {
    message.setHeader(headers.createHeader(name, value));
  }

  /** Who we are, as a proxy or an end wants it proved. */
  void prove(Request request, Proof proof) throws ParseException {
    set(request, proof.proxy() ? "Proxy-Authorization" : "Authorization", proof.header());
  }

  void carry(Message message, Sdp audio, long session, long version) throws ParseException {
    message.setContent(
        audio.written(session, version), headers.createContentTypeHeader("application", "sdp"));
  }

  Response response(int status, Request request) throws ParseException {
    return messages.createResponse(status, request);
  }

  CallIdHeader newCall() {
    return provider.getNewCallId();
  }

  /** The audio that a message carries, if it carries any that can be read. */
  static Optional<Sdp> audio(Message message) {
    return body(message, "application/sdp").flatMap(Sdp::read);
  }

  /** A body of a kind; of any encoding, for all that we read is ASCII. */
  static Optional<String> body(Message message, String kind) {
    byte[] raw = message.getRawContent();
    List<String> kinds = Reply.values(message, "Content-Type");
    boolean fits =
        !kinds.isEmpty() && kinds.getFirst().regionMatches(true, 0, kind, 0, kind.length());
    return raw == null || !fits
        ? Optional.empty()
        : Optional.of(new String(raw, java.nio.charset.StandardCharsets.UTF_8));
  }

  /** All values of a header of lists, as option tags. */
  static boolean lists(Message message, String name, String tag) {
    return tags(message, name).stream().anyMatch(tag::equalsIgnoreCase);
  }

  static List<String> tags(Message message, String name) {
    List<String> tags = new ArrayList<>();
    Reply.values(message, name).forEach(value -> tags.addAll(List.of(value.split("\\s*,\\s*"))));
    return tags;
  }
}
