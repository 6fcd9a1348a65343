package io.heyue.voice.sip;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import gov.nist.javax.sip.RequestEventExt;
import gov.nist.javax.sip.message.MessageFactoryImpl;
import java.text.ParseException;
import javax.sip.message.Request;

/** Headers of a request that comes in, whatever stands in them. */
class HeadersFuzzTest {
  @FuzzTest(maxDuration = "2m")
  void anyRequestTellsWhereItComesFromOrIsNone(FuzzedDataProvider data) {
    String headers = data.consumeRemainingAsString();
    Request request;
    try {
      request =
          new MessageFactoryImpl()
              .createRequest(
                  """
                  INVITE sip:+861000000000@192.0.2.1 SIP/2.0
                  Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1
                  Max-Forwards: 70
                  To: <sip:+861000000000@192.0.2.1>
                  Call-ID: 1
                  CSeq: 1 INVITE
                  %s
                  Content-Length: 0

                  """
                      .formatted(headers)
                      .replace("\n", "\r\n"));
    } catch (ParseException e) {
      return;
    }
    if (request == null) {
      return;
    }
    var _ = Origin.of(new RequestEventExt("here", null, null, request), null).toString();
    for (String value : Reply.values(request, "Session-Expires")) {
      var _ = SessionTimer.tooBrief(value);
    }
    for (String value : Reply.values(request, "Supported")) {
      var _ = Requests.lists(request, "Supported", value);
    }
  }

  @FuzzTest(maxDuration = "2m")
  void anySessionTimerIsReadOrNot(FuzzedDataProvider data) {
    boolean weCalled = data.consumeBoolean();
    String header = data.consumeRemainingAsString();
    boolean brief = SessionTimer.tooBrief(header);
    SessionTimer.read(header, weCalled)
        .ifPresent(timer -> {
          if (timer.overAfter().compareTo(timer.refreshAfter()) <= 0
              || !SessionTimer.read(timer.written(weCalled), weCalled)
                  .equals(java.util.Optional.of(timer))
              || SessionTimer.tooBrief(timer.written(weCalled))) {
            throw new IllegalStateException("Not the same again: " + timer + ", brief " + brief);
          }
        });
  }
}
