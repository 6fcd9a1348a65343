package io.heyue.voice.sip;

import java.text.ParseException;
import java.util.Optional;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * That it rings on our side: told reliably where they ask for it, and then nothing is answered
 * before they know (RFC 3262, 3). Its leg's mailbox's.
 */
final class Ringing {
  /** Whether they don't know yet that it rings, and what is answered once they do. */
  private boolean unheard;

  private Optional<Sdp> onceHeard = Optional.empty();

  /** Tells it (180). */
  void tell(Leg leg, ServerTransaction asked, String tag)
      throws SipException, ParseException, InvalidArgumentException {
    Request request = asked.getRequest();
    unheard = Requests.lists(request, "Require", "100rel");
    Requests requests = leg.endpoint().requests();
    Response ringing =
        unheard
            ? leg.standing().dialog().createReliableProvisionalResponse(Response.RINGING)
            : requests.response(Response.RINGING, request);
    requests.ours(ringing, leg.peer().transport());
    Requests.tag(ringing, tag);
    if (unheard) {
      leg.standing().dialog().sendReliableProvisionalResponse(ringing);
    } else {
      asked.sendResponse(ringing);
    }
  }

  /** Keeps an answer until they know that it rings; whether it must be kept. */
  boolean keeps(Sdp answer) {
    if (unheard) {
      onceHeard = Optional.of(answer);
    }
    return unheard;
  }

  /** They know it; what was to be answered then. */
  Optional<Sdp> heard() {
    unheard = false;
    Optional<Sdp> answer = onceHeard;
    onceHeard = Optional.empty();
    return answer;
  }
}
