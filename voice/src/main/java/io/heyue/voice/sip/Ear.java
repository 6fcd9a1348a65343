package io.heyue.voice.sip;

import gov.nist.javax.sip.stack.SIPClientTransaction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionAlreadyExistsException;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.header.FromHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * Hears the library and passes on to whom it belongs. Whatever is thrown here would end the
 * library's only thread for good, an {@link Error} too: so everything is caught and noted. What
 * even noting throws ends it; {@link SipEndpoint#hears} finds that out.
 */
final class Ear implements SipListener {
  private static final int TOO_BRIEF = 422;

  private final SipEndpoint endpoint;

  Ear(SipEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** Something that may throw whatever it likes. */
  private interface Hearing {
    void hear() throws Exception;
  }

  @SuppressWarnings("CatchingUnchecked")
  private void safely(String what, Hearing hearing) {
    try {
      hearing.hear();
    } catch (Throwable e) {
      // The thread must live even where the machine is at its end.
      noted(what, e);
    }
  }

  private void noted(String what, Throwable thrown) {
    endpoint.note(what + ": " + SipFailure.told(thrown));
  }

  @Override
  public void processResponse(ResponseEvent event) {
    safely(
        "A response",
        () -> {
          ClientTransaction transaction = event.getClientTransaction();
          if (transaction == null) {
            return;
          }
          if (transaction.getApplicationData() instanceof Leg leg) {
            Dialog dialog = event.getDialog();
            leg.later(() -> Arrivals.response(leg, transaction, dialog, event.getResponse()));
          } else if (transaction.getApplicationData() instanceof Asking asking) {
            asking.came(event.getResponse());
          }
        });
  }

  @Override
  public void processTimeout(TimeoutEvent event) {
    safely(
        "A timeout", () -> gone(event.isServerTransaction() ? null : event.getClientTransaction()));
  }

  @Override
  public void processIOException(IOExceptionEvent event) {
    safely(
        "A broken connection",
        () ->
            gone(event.getSource() instanceof ClientTransaction transaction ? transaction : null));
  }

  private static void gone(@Nullable ClientTransaction transaction) {
    if (transaction == null) {
      return;
    }
    if (transaction.getApplicationData() instanceof Leg leg) {
      leg.later(() -> Arrivals.silence(leg, transaction));
    } else if (transaction.getApplicationData() instanceof Asking asking) {
      asking.silence();
    }
  }

  @Override
  public void processRequest(RequestEvent event) {
    safely("A request", () -> heard(event));
  }

  private void heard(RequestEvent event) throws Exception {
    Request request = event.getRequest();
    Leg leg =
        event.getDialog() != null && event.getDialog().getApplicationData() instanceof Leg ours
            ? ours
            : null;
    if (request.getMethod().equals(Request.ACK)) {
      if (leg != null) {
        leg.later(() -> leg.tell(new LegEvent.Confirmed(Requests.audio(request))));
      }
      return;
    }
    ServerTransaction transaction = event.getServerTransaction();
    if (transaction == null) {
      try {
        transaction = endpoint.provider().getNewServerTransaction(request);
      } catch (TransactionAlreadyExistsException e) {
        // The same once more, before the first was answered.
        return;
      }
    }
    if (request.getMethod().equals(Request.CANCEL)) {
      cancelled(transaction, leg);
    } else if (leg != null) {
      ServerTransaction theirs = transaction;
      leg.later(() -> Arrivals.request(leg, theirs, request));
    } else {
      outsideOrSorry(transaction, event);
    }
  }

  /** Who asks gets an answer, even where ours fails. */
  private void outsideOrSorry(ServerTransaction transaction, RequestEvent event) throws Exception {
    try {
      outside(transaction, event);
    } catch (Exception | Error e) {
      noted("A request", e);
      answer(transaction, Response.SERVER_INTERNAL_ERROR);
    }
  }

  private void cancelled(ServerTransaction transaction, @Nullable Leg leg) throws Exception {
    answer(transaction, leg == null ? 481 : Response.OK);
    if (leg != null) {
      leg.later(() -> leg.tell(new LegEvent.Cancelled()));
    }
  }

  private void outside(ServerTransaction transaction, RequestEvent event) throws Exception {
    Request request = event.getRequest();
    boolean within = ((ToHeader) request.getHeader(ToHeader.NAME)).getTag() != null;
    switch (request.getMethod()) {
      case Request.OPTIONS -> answer(transaction, endpoint.drains() ? 503 : Response.OK);
      case Request.INVITE -> {
        if (within) {
          answer(transaction, 481);
        } else {
          invited(transaction, request, Origin.of(event, transaction));
        }
      }
      case Request.BYE, Request.UPDATE, Request.PRACK, Request.INFO, Request.NOTIFY ->
          answer(transaction, 481);
      default -> answer(transaction, Response.METHOD_NOT_ALLOWED);
    }
  }

  private void invited(ServerTransaction transaction, Request request, Origin origin)
      throws Exception {
    Optional<SipAddress> to = SipAddress.find(request.getRequestURI().toString());
    if (to.isEmpty()) {
      answer(transaction, Response.NOT_FOUND);
      return;
    }
    if (endpoint.drains()) {
      answer(transaction, Response.SERVICE_UNAVAILABLE);
      return;
    }
    List<String> unknown = unknown(request);
    if (!unknown.isEmpty()) {
      refuseUnknown(transaction, unknown);
      return;
    }
    if (Requests.lists(request, "Supported", "timer")
        && Reply.values(request, "Session-Expires").stream().anyMatch(SessionTimer::tooBrief)) {
      refuseBrief(transaction);
      return;
    }
    answer(transaction, Response.TRYING);
    SipAddress caller = caller(request);
    Optional<Sdp> audio = Requests.audio(request);
    int status =
        request.getRawContent() != null && audio.isEmpty()
            ? Response.NOT_ACCEPTABLE_HERE
            : endpoint
                .door()
                .knock(
                    new Door.Knock(caller, to.get(), audio, origin),
                    (mailbox, events) -> {
                      Leg leg = endpoint.leg(caller, to.get(), transaction, mailbox, events);
                      leg.standing().agreed(leg.standing().terms().told(request, false));
                      return leg;
                    });
    if (status != 0) {
      answer(transaction, status);
    }
  }

  /** Who calls, as they say, by the way by which they really came. */
  private static SipAddress caller(Request request) {
    Transport way =
        Transport.find(((ViaHeader) request.getHeader(ViaHeader.NAME)).getTransport())
            .orElse(Transport.UDP);
    String said =
        ((FromHeader) request.getHeader(FromHeader.NAME)).getAddress().getURI().toString();
    return SipAddress.find(said)
        .map(from -> new SipAddress(from.user(), from.host(), from.port(), way))
        .orElseGet(() -> new SipAddress("", "anonymous.invalid", 0, way));
  }

  /** What they insist on and we can't (RFC 3261, 8.2.2.3). */
  private static List<String> unknown(Request request) {
    return Requests.tags(request, "Require").stream()
        .filter(tag -> !Requests.SUPPORTED.contains(tag.toLowerCase(Locale.ROOT)))
        .toList();
  }

  private void refuseUnknown(ServerTransaction transaction, List<String> unknown) throws Exception {
    Response response =
        endpoint.requests().response(Response.BAD_EXTENSION, transaction.getRequest());
    endpoint.requests().list(response, "Unsupported", unknown);
    transaction.sendResponse(response);
  }

  /** Who knows of session timers is told how long they are at least (RFC 4028, 9). */
  private void refuseBrief(ServerTransaction transaction) throws Exception {
    Response response = endpoint.requests().response(TOO_BRIEF, transaction.getRequest());
    endpoint.requests().set(response, "Min-SE", Long.toString(SessionTimer.LEAST.toSeconds()));
    transaction.sendResponse(response);
  }

  private void answer(ServerTransaction transaction, int status)
      throws SipException, InvalidArgumentException, java.text.ParseException {
    Requests requests = endpoint.requests();
    Response response = requests.response(status, transaction.getRequest());
    requests.list(response, "Allow", Requests.ALLOW);
    if (status == Response.OK && transaction.getRequest().getMethod().equals(Request.OPTIONS)) {
      requests.set(response, "Accept", "application/sdp");
    }
    transaction.sendResponse(response);
  }

  /**
   * Where a peer answers and closes its connection at once, the library may fail to pass the answer
   * on, but still holds it.
   */
  @Override
  public void processTransactionTerminated(TransactionTerminatedEvent event) {
    safely(
        "The end of a transaction",
        () -> {
          if (!event.isServerTransaction()
              && event.getClientTransaction() instanceof SIPClientTransaction transaction
              && transaction.getApplicationData() instanceof Leg leg) {
            leg.later(() ->
                Arrivals.over(
                    leg, transaction, transaction.getDialog(), transaction.getLastResponse()));
          }
        });
  }

  @Override
  public void processDialogTerminated(DialogTerminatedEvent event) {}
}
