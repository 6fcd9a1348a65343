package io.heyue.voice.sip;

import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * What both sides agreed on how long a call lasts (RFC 4028). Immutable.
 *
 * @param least shorter they don't take
 * @param timer what is agreed; empty where nothing is
 * @param byUpdate whether they can be told by UPDATE that it still lasts
 * @param weCalled which part is ours in what is written
 */
record Terms(Duration least, Optional<SessionTimer> timer, boolean byUpdate, boolean weCalled) {
  static final Terms USUAL = new Terms(SessionTimer.LEAST, Optional.empty(), false, true);

  /** What they want at least (Min-SE of a 422). */
  Terms longer(Message refusal) {
    Duration wanted =
        Reply.values(refusal, "Min-SE").stream()
            .flatMap(value -> SessionTimer.read(value, true).stream())
            .map(SessionTimer::interval)
            .findFirst()
            .orElse(SessionTimer.USUAL);
    return atLeast(wanted);
  }

  Terms atLeast(Duration wanted) {
    return new Terms(wanted, timer, byUpdate, weCalled);
  }

  /**
   * What an answer, or a sign that it still lasts, says; where it says nothing, nothing is agreed.
   */
  Terms told(Message message, boolean byUs) {
    boolean knows = Requests.lists(message, "Supported", "timer");
    Optional<SessionTimer> agreed =
        Reply.values(message, "Session-Expires").stream()
            .flatMap(value -> SessionTimer.read(value, byUs).stream())
            // Who knows nothing of it is told nothing, and we keep the call up (RFC 4028, 9).
            .map(read -> byUs || knows ? read : new SessionTimer(read.interval(), true))
            .findFirst();
    return new Terms(least, agreed, Requests.lists(message, "Allow", Request.UPDATE), byUs);
  }

  Terms withoutUpdate() {
    return new Terms(least, timer, false, weCalled);
  }

  /** In a first request: how long we'd have it. */
  void ask(Requests requests, Request request) throws ParseException {
    Duration interval = least.compareTo(SessionTimer.USUAL) > 0 ? least : SessionTimer.USUAL;
    requests.set(request, "Session-Expires", Long.toString(interval.toSeconds()));
    requests.set(request, "Min-SE", Long.toString(least.toSeconds()));
  }

  /** In a later one: the same again. */
  void refresh(Requests requests, Request request) throws ParseException {
    if (timer.isPresent()) {
      // Who asks is the client of this request, whoever called.
      requests.set(request, "Session-Expires", timer.get().written(true));
      requests.set(request, "Min-SE", Long.toString(least.toSeconds()));
    }
  }

  /** In an answer: what they asked for. */
  void answer(Requests requests, Response response) throws ParseException {
    if (timer.isPresent()) {
      requests.set(response, "Session-Expires", timer.get().written(false));
      if (!timer.get().weRefresh()) {
        requests.set(response, "Require", "timer");
      }
    }
  }
}
