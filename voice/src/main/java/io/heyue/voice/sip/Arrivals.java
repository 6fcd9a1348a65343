package io.heyue.voice.sip;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * What comes over the wire for a leg, as its events. Without state; called in the leg's mailbox.
 */
final class Arrivals {
  /** Of a transfer: the first line of what the new call was answered (RFC 3515, 2.4.5). */
  private static final Pattern FRAGMENT = Pattern.compile("SIP/2\\.0 (\\d{3})\\b");

  private static final Pattern KEY = Pattern.compile("(?i)Signal\\s{0,9}=\\s{0,9}([0-9*#A-D])");
  private static final int GONE = 481;

  private Arrivals() {}

  /** An answer to what we sent. */
  static void response(
      Leg leg, ClientTransaction transaction, @Nullable Dialog dialog, Response response) {
    String method = ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getMethod();
    int status = response.getStatusCode();
    if (status >= 200) {
      Optional<Leg.Filling<Request>> filling = leg.standing().answered(transaction);
      if (filling.isPresent()
          && reinvites(transaction)
          && challenged(leg, response)
          && leg.again(transaction.getRequest(), filling.get())) {
        return;
      }
    }
    switch (method) {
      case Request.INVITE -> {
        if (dialog != null && leg.standing().isOther(dialog)) {
          secondPhone(leg, dialog, status);
        } else if (!reinvites(transaction)) {
          // An INVITE that a proof has taken the place of says nothing any more.
          if (leg.standing().isFirst(transaction)) {
            first(leg, dialog, response);
          }
        } else if (status >= 200) {
          again(leg, response, status);
        }
      }
      case Request.UPDATE -> {
        if (status >= 200) {
          updated(leg, response, status);
        }
      }
      case Request.BYE -> {
        if (status >= 200) {
          leg.tell(new LegEvent.Done());
        }
      }
      case Request.REFER -> {
        if (status >= 200) {
          leg.tell(new LegEvent.Transfer(status, status >= 300));
        }
      }
      default -> {
        // CANCEL, PRACK: what they lead to is told by the INVITE.
      }
    }
  }

  /** A request within a dialog has a tag of both sides. */
  private static boolean reinvites(ClientTransaction transaction) {
    return transaction.getRequest().getHeader("To").toString().contains(";tag=");
  }

  private static void first(Leg leg, @Nullable Dialog dialog, Response response) {
    int status = response.getStatusCode();
    Optional<Sdp> audio = Requests.audio(response);
    if (status < 200) {
      boolean early = audio.isPresent() && (status == 180 || status == 183);
      leg.tell(
          early
              ? new LegEvent.EarlyMedia(audio.get())
              : status == 180 ? new LegEvent.Ringing() : new LegEvent.Trying());
      // Only now: where it fails, it must be known that somebody's phone rings.
      acknowledgeEarly(leg, dialog, response);
    } else if (status < 300) {
      if (dialog != null) {
        leg.standing().within(dialog, leg);
      }
      leg.standing().agreed(leg.standing().terms().told(response, true));
      leg.tell(new LegEvent.Answered(audio));
    } else {
      refused(leg, response, status);
    }
  }

  /** Whether they want a proof that we can give; what they want is kept. */
  private static boolean challenged(Leg leg, Response response) {
    int status = response.getStatusCode();
    Optional<Challenge> challenge =
        status == 401 || status == 407
            ? Challenge.strongest(Reply.challenges(response))
            : Optional.empty();
    challenge.ifPresent(wanted -> leg.standing().wanted(wanted, status == 407));
    return challenge.isPresent();
  }

  private static void refused(Leg leg, Response response, int status) {
    if (challenged(leg, response)) {
      leg.tell(new LegEvent.Challenged(leg.standing().challenge()));
      return;
    }
    boolean longer = leg.standing().terms().least().compareTo(SessionTimer.LEAST) > 0;
    if (status == 422 && !longer) {
      leg.tell(new LegEvent.TooBrief(leg.standing().terms().longer(response).least()));
      return;
    }
    leg.tell(new LegEvent.Refused(status, Reply.values(response, "Reason")));
  }

  /**
   * Who wants to know that we heard it rings is told so (RFC 3262). Where that can't be, the call
   * is taken back, so that no phone rings on for nobody.
   */
  private static void acknowledgeEarly(Leg leg, @Nullable Dialog dialog, Response response) {
    if (dialog == null || !Requests.lists(response, "Require", "100rel")) {
      return;
    }
    try {
      Request prack = dialog.createPrack(response);
      dialog.sendRequest(leg.endpoint().provider().getNewClientTransaction(prack));
    } catch (SipException e) {
      leg.cancel();
      leg.tell(new LegEvent.Failed("A PRACK can't be sent: " + SipFailure.told(e)));
    }
  }

  /** Two phones took it at once: the second is thanked and hung up on (RFC 3261, 13.2.2.4). */
  private static void secondPhone(Leg leg, Dialog other, int status) {
    if (status < 200 || status >= 300) {
      return;
    }
    try {
      other.sendAck(other.createAck(other.getLocalSeqNumber()));
      Request bye = other.createRequest(Request.BYE);
      other.sendRequest(leg.endpoint().provider().getNewClientTransaction(bye));
    } catch (SipException | InvalidArgumentException e) {
      leg.endpoint().note("A second phone can't be hung up on: " + SipFailure.told(e));
    }
  }

  private static void again(Leg leg, Response response, int status) {
    if (status < 300) {
      leg.acknowledge(((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getSeqNumber());
      leg.standing().agreed(leg.standing().terms().told(response, true));
      leg.tell(new LegEvent.Agreed(Requests.audio(response)));
    } else {
      leg.tell(gone(status) ? unknown(status) : new LegEvent.NotAgreed(status));
    }
  }

  private static void updated(Leg leg, Response response, int status) {
    if (status < 300) {
      leg.standing().agreed(leg.standing().terms().told(response, true));
      leg.tell(new LegEvent.Lasts());
    } else {
      leg.standing().agreed(leg.standing().terms().withoutUpdate());
      leg.tell(gone(status) ? unknown(status) : new LegEvent.NotRefreshed());
    }
  }

  /** Who knows of no such call, or says nothing at all, is gone (RFC 3261, 12.2.1.2). */
  private static boolean gone(int status) {
    return status == GONE || status == Response.REQUEST_TIMEOUT;
  }

  private static LegEvent unknown(int status) {
    return new LegEvent.Failed("They know of no such call any more: " + status);
  }

  /** A transaction is over: what was answered counts, even where it wasn't passed on before. */
  static void over(
      Leg leg, ClientTransaction transaction, @Nullable Dialog dialog, @Nullable Response last) {
    if (!leg.standing().waitsFor(transaction)) {
      return;
    }
    if (last != null && last.getStatusCode() >= 200) {
      response(leg, transaction, dialog, last);
    } else {
      silence(leg, transaction);
    }
  }

  /** Nobody answered in time. */
  static void silence(Leg leg, ClientTransaction transaction) {
    if (leg.standing().answered(transaction).isPresent()) {
      silence(leg, transaction.getRequest().getMethod());
    }
  }

  private static void silence(Leg leg, String method) {
    leg.tell(
        switch (method) {
          case Request.BYE -> new LegEvent.Done();
          case Request.REFER -> new LegEvent.Transfer(Response.REQUEST_TIMEOUT, true);
          default -> new LegEvent.Failed(method + " was answered by nobody.");
        });
  }

  /** What they send within the call. */
  static void request(Leg leg, ServerTransaction transaction, Request request) {
    switch (request.getMethod()) {
      case Request.INVITE -> offered(leg, transaction, request);
      case Request.UPDATE -> {
        if (request.getRawContent() != null) {
          offered(leg, transaction, request);
        } else {
          leg.standing().agreed(leg.standing().terms().told(request, false));
          leg.respond(
              transaction,
              Response.OK,
              response -> leg.standing().terms().answer(leg.endpoint().requests(), response));
          leg.tell(new LegEvent.Lasts());
        }
      }
      case Request.BYE -> {
        leg.standing().leftBy(transaction);
        leg.tell(new LegEvent.Left(Reply.values(request, "Reason")));
      }
      case Request.OPTIONS -> leg.respond(transaction, Response.OK, _ -> {});
      case Request.PRACK -> {
        leg.respond(transaction, Response.OK, _ -> {});
        leg.heardRinging();
      }
      case Request.INFO -> {
        leg.respond(transaction, Response.OK, _ -> {});
        key(request).ifPresent(key -> leg.tell(new LegEvent.Pressed(key)));
      }
      case Request.NOTIFY -> {
        leg.respond(transaction, Response.OK, _ -> {});
        transferred(leg, request);
      }
      // Whom we talk with decides about nobody's calls but their own.
      case Request.REFER -> leg.respond(transaction, Response.DECLINE, _ -> {});
      default -> leg.respond(transaction, Response.METHOD_NOT_ALLOWED, _ -> {});
    }
  }

  private static void offered(Leg leg, ServerTransaction transaction, Request request) {
    Optional<Sdp> audio = Requests.audio(request);
    if (request.getRawContent() != null && audio.isEmpty()) {
      // Fax, video and what else they would have instead: all stays as it was.
      leg.respond(transaction, Response.NOT_ACCEPTABLE_HERE, _ -> {});
      return;
    }
    if (leg.standing().asks()) {
      leg.respond(transaction, Response.REQUEST_PENDING, _ -> {});
      return;
    }
    if (!leg.standing().waits(transaction)) {
      // They asked twice at once and are to ask again (RFC 3261, 14.2).
      leg.respond(
          transaction,
          Response.SERVER_INTERNAL_ERROR,
          response -> leg.endpoint().requests().set(response, "Retry-After", "5"));
      return;
    }
    leg.tell(new LegEvent.Reoffered(audio));
  }

  private static Optional<Character> key(Request request) {
    return Requests.body(request, "application/dtmf-relay")
        .map(KEY::matcher)
        .filter(Matcher::find)
        .map(found -> Character.toUpperCase(found.group(1).charAt(0)));
  }

  private static void transferred(Leg leg, Request request) {
    List<String> states = Reply.values(request, "Subscription-State");
    boolean ended =
        !states.isEmpty() && states.getFirst().toLowerCase(Locale.ROOT).startsWith("terminated");
    Requests.body(request, "message/sipfrag")
        .map(FRAGMENT::matcher)
        .filter(Matcher::lookingAt)
        .map(found -> Integer.valueOf(found.group(1)))
        .ifPresent(status -> leg.tell(new LegEvent.Transfer(status, ended || status >= 200)));
  }
}
