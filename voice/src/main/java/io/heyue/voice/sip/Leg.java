package io.heyue.voice.sip;

import io.heyue.core.base.Check;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogState;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * Our end of one call's signalling: what is asked of it goes over the wire, what comes over the
 * wire is told as {@link LegEvent}s. It knows how messages are made, not when one is due; that is
 * the call's table. What can't be sent is told as {@link LegEvent.Failed}, never thrown.
 *
 * <p>A leg belongs to its mailbox: its methods are called there, and its events come there.
 */
public final class Leg {
  private final SipEndpoint endpoint;
  private final SipAddress peer;
  private final SipAddress from;
  private final CallIdHeader call;
  private final String tag;
  private final Executor mailbox;
  private final Consumer<LegEvent> events;
  private final long session;
  private long version;
  private long number = 1;

  /** What was last offered or answered of audio. */
  private @Nullable Sdp mine;

  private final Ringing ringing = new Ringing();

  /** By which we proved who we are. */
  private Optional<Credentials> known = Optional.empty();

  /** Whether the library forgot this call, since it began anew. */
  private boolean lost;

  private final Standing standing = new Standing();

  Leg(
      SipEndpoint endpoint,
      SipAddress peer,
      SipAddress from,
      CallIdHeader call,
      Executor mailbox,
      Consumer<LegEvent> events) {
    this.endpoint = endpoint;
    this.peer = peer;
    this.from = from;
    this.call = call;
    this.tag = endpoint.newTag();
    this.mailbox = mailbox;
    this.events = events;
    this.session = endpoint.newSession();
  }

  private interface Sending {
    void send() throws SipException, ParseException, InvalidArgumentException;
  }

  private void attempt(String what, Sending sending) {
    try {
      sending.send();
    } catch (SipException | ParseException | InvalidArgumentException | RuntimeException e) {
      String why = "%s can't be sent: %s".formatted(what, SipFailure.told(e));
      mailbox.execute(() -> tell(new LegEvent.Failed(why)));
    }
  }

  void tell(LegEvent event) {
    events.accept(event);
  }

  /** The library begins anew and forgets this call. */
  void lose() {
    mailbox.execute(() -> {
      lost = true;
      tell(new LegEvent.Lost());
    });
  }

  void later(Runnable arrival) {
    mailbox.execute(arrival);
  }

  /** Calls them. */
  public void invite(Sdp audio) {
    mine = audio;
    invite(Optional.empty());
  }

  /**
   * Calls them again, with proof of who we are. To be called once after each {@link
   * LegEvent.Challenged}.
   */
  public void prove(Credentials credentials) {
    known = Optional.of(credentials);
    invite(Optional.of(proof(credentials, Request.INVITE, peer.written(), 1)));
  }

  private Proof proof(Credentials credentials, String method, String uri, int count) {
    String header = credentials.answer(standing.challenge(), method, uri, count, endpoint.newTag());
    return new Proof(standing.proxy(), header);
  }

  /** The same once more, since they want sessions to last longer (422). */
  public void inviteLonger(Duration least) {
    standing.agreed(terms().atLeast(least));
    // The number is used a second time (RFC 7616, 3.4).
    invite(known.map(credentials -> proof(credentials, Request.INVITE, peer.written(), 2)));
  }

  private void invite(Optional<Proof> proof) {
    attempt(
        "An INVITE",
        () -> {
          Requests requests = endpoint.requests();
          Request request = requests.request(Request.INVITE, peer, peer, from, tag, call, number++);
          requests.carry(request, audio(), session, ++version);
          terms().ask(requests, request);
          if (proof.isPresent()) {
            requests.prove(request, proof.get());
          }
          ClientTransaction transaction = asked(request, _ -> {});
          standing.within(transaction.getDialog(), this);
          transaction.sendRequest();
          standing.within(transaction.getDialog(), this);
        });
  }

  private Sdp audio() {
    Sdp ours = mine;
    if (ours == null) {
      throw new IllegalStateException("No audio was named.");
    }
    return ours;
  }

  /** Thanks them for taking it (ACK). */
  public void acknowledge() {
    acknowledge(standing.lastInvite());
  }

  void acknowledge(long number) {
    attempt(
        "An ACK",
        () -> {
          Dialog call = standing.dialog();
          call.sendAck(call.createAck(number));
        });
  }

  /** The call is wanted no more (CANCEL). */
  public void cancel() {
    attempt(
        "A CANCEL",
        () -> {
          if (standing.invite().isPresent()) {
            Request cancel = standing.invite().get().createCancel();
            if (lost) {
              endpoint.provider().sendRequest(cancel);
            } else {
              endpoint.provider().getNewClientTransaction(cancel).sendRequest();
            }
          }
        });
  }

  /** Hangs up (BYE). */
  public void bye() {
    within(Request.BYE, request -> {});
  }

  /** Confirms that they hung up. */
  public void done() {
    standing.left().ifPresent(bye -> respond(bye, Response.OK, _ -> {}));
  }

  /** It rings on our side (180), reliably where they ask for it (RFC 3262). */
  public void ring() {
    ServerTransaction asked = standing.invited();
    attempt("A 180", () -> ringing.tell(this, asked, tag));
  }

  /** Takes their call; where it rings reliably, not before they know that it does. */
  public void answer(Sdp audio) {
    if (ringing.keeps(audio)) {
      return;
    }
    mine = audio;
    respond(
        standing.invited(),
        Response.OK,
        response -> {
          endpoint.requests().carry(response, audio, session, ++version);
          terms().answer(endpoint.requests(), response);
        });
  }

  /** They know that it rings (PRACK). */
  void heardRinging() {
    ringing.heard().ifPresent(this::answer);
  }

  /** Doesn't take their call; also that it was cancelled (487). */
  public void refuse(int status) {
    Check.that(status >= 300 && status < 700, "status", status, "300 to 699");
    respond(standing.invited(), status, response -> {});
  }

  /** Wants audio to go another way: to be held, to go on, to go elsewhere. */
  public void reinvite(Sdp audio) {
    mine = audio;
    within(
        Request.INVITE,
        request -> {
          endpoint.requests().carry(request, audio, session, ++version);
          terms().refresh(endpoint.requests(), request);
        });
  }

  /** Whether {@link #refresh} does what else {@link #reinvite} must do (RFC 4028, 7.4). */
  public boolean updates() {
    return terms().byUpdate();
  }

  /** Says that the call still lasts (RFC 4028), by an UPDATE without audio. */
  public void refresh() {
    within(Request.UPDATE, request -> terms().refresh(endpoint.requests(), request));
  }

  /** Agrees to what they want of audio. */
  public void agree(Sdp audio) {
    mine = audio;
    answerOffer(
        Response.OK,
        response -> {
          endpoint.requests().carry(response, audio, session, ++version);
          terms().answer(endpoint.requests(), response);
        });
  }

  /** Refuses it; all stays as it was. 491 where we want something at the same time. */
  public void disagree(int status) {
    answerOffer(status, response -> {});
  }

  private void answerOffer(int status, Filling<Response> filling) {
    Optional<ServerTransaction> waiting = standing.takeOffer();
    if (status == Response.OK && waiting.isPresent()) {
      standing.agreed(terms().told(waiting.get().getRequest(), false));
    }
    waiting.ifPresent(asked -> respond(asked, status, filling));
  }

  /**
   * Asks them to call somebody else in our place (REFER); {@link LegEvent.Transfer} tells how it
   * goes.
   */
  public void transfer(SipAddress to) {
    within(
        Request.REFER,
        request -> {
          endpoint.requests().set(request, "Refer-To", "<" + to.written() + ">");
          endpoint.requests().set(request, "Referred-By", "<" + from.written() + ">");
        });
  }

  /** Fills a message in before it is sent. */
  interface Filling<M extends Message> {
    void fill(M message) throws ParseException, InvalidArgumentException, SipException;
  }

  private void within(String method, Filling<Request> filling) {
    attempt(
        method,
        () -> {
          Dialog call = standing.dialog();
          if (DialogState.TERMINATED.equals(call.getState())) {
            throw new SipException("the call is over");
          }
          Request request = call.createRequest(method);
          if (lost) {
            // The new stack knows nothing of the call, but its other side may still be told.
            alone(request, filling);
            return;
          }
          endpoint.requests().ours(request, peer.transport());
          call.sendRequest(asked(request, filling));
        });
  }

  /** Filled in, and with a transaction that leads back here. */
  private ClientTransaction asked(Request request, Filling<Request> filling)
      throws SipException, ParseException, InvalidArgumentException {
    filling.fill(request);
    ClientTransaction transaction = endpoint.provider().getNewClientTransaction(request);
    transaction.setApplicationData(this);
    standing.asked(transaction, filling);
    return transaction;
  }

  /** Sends a request of a call without the library's help, which takes the call for over. */
  private void alone(Request request, Filling<Request> filling)
      throws SipException, ParseException, InvalidArgumentException {
    ((ViaHeader) request.getHeader(ViaHeader.NAME)).removeParameter("branch");
    endpoint.requests().ours(request, peer.transport());
    asked(request, filling).sendRequest();
  }

  /**
   * Sends a request of a call once more, with proof of who we are, where the call began with one
   * and this had none.
   *
   * @return whether it did
   */
  boolean again(Request refused, Filling<Request> filling) {
    boolean proven =
        refused.getHeader("Authorization") != null
            || refused.getHeader("Proxy-Authorization") != null;
    if (proven || known.isEmpty()) {
      return false;
    }
    if (refused.getMethod().equals(Request.BYE)) {
      byeAgain(refused);
    } else {
      within(
          refused.getMethod(),
          request -> {
            filling.fill(request);
            endpoint.requests().prove(request, proof(request));
          });
    }
    return true;
  }

  /** The library takes a refused BYE for the end of the call, so this one goes without its help. */
  private void byeAgain(Request refused) {
    attempt(
        Request.BYE,
        () -> {
          Request request = (Request) refused.clone();
          CSeqHeader number = (CSeqHeader) request.getHeader(CSeqHeader.NAME);
          number.setSeqNumber(number.getSeqNumber() + 1);
          alone(request, again -> endpoint.requests().prove(again, proof(again)));
        });
  }

  private Proof proof(Request request) {
    return proof(known.orElseThrow(), request.getMethod(), request.getRequestURI().toString(), 1);
  }

  void respond(ServerTransaction transaction, int status, Filling<Response> filling) {
    attempt(
        "A " + status,
        () -> {
          Response response = endpoint.requests().response(status, transaction.getRequest());
          endpoint.requests().ours(response, peer.transport());
          Requests.tag(response, tag);
          filling.fill(response);
          transaction.sendResponse(response);
        });
  }

  /** How long the call lasts without a sign; empty where it lasts until somebody hangs up. */
  public Optional<SessionTimer> sessionTimer() {
    return terms().timer();
  }

  public SipAddress peer() {
    return peer;
  }

  SipEndpoint endpoint() {
    return endpoint;
  }

  Standing standing() {
    return standing;
  }

  private Terms terms() {
    return standing.terms();
  }
}
