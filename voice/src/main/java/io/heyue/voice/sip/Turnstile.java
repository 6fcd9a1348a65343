package io.heyue.voice.sip;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.SIPDialog;
import gov.nist.javax.sip.stack.SIPMessageValve;
import java.util.concurrent.atomic.AtomicLong;
import javax.sip.DialogState;
import javax.sip.SipException;
import javax.sip.SipStack;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * What the library's threads pass with each message before they look for whom it is. Counts what
 * came by UDP, which tells a thread that is busy from one that is dead. And keeps from the library
 * responses that belong to no transaction: for each it would compare all transactions with it, on
 * the one thread that hears everything, so that a machine that is late once has others say it
 * again, is later for that, and never gets out of it. Thread-safe.
 */
final class Turnstile implements SIPMessageValve {
  /** Begins what tells transactions apart (RFC 3261, 8.1.1.7), as the library keeps it. */
  private static final String COOKIE = "z9hg4bk";

  private static final int OK = 200;
  private static final int REDIRECTED = 300;

  private final SipStackImpl stack;
  private final AtomicLong passed = new AtomicLong();

  Turnstile(SipStackImpl stack) {
    this.stack = stack;
  }

  /** How many messages came by UDP so far. */
  long passed() {
    return passed.get();
  }

  private void count(MessageChannel channel) {
    if (channel.getTransport().equalsIgnoreCase(Transport.UDP.id())) {
      passed.incrementAndGet();
    }
  }

  /**
   * Answers go back the way on which the request came. Who names another one (RFC 3261, 18.2.2:
   * {@code maddr}, or a transport that it didn't come by) would have us look up names and open
   * connections on the thread that hears everything, or be taken for somebody who came by TLS; none
   * of those whom we know does.
   */
  @Override
  public boolean processRequest(SIPRequest request, MessageChannel channel) {
    count(channel);
    Via way = request.getTopmostVia();
    return way != null
        && way.getMAddr() == null
        && channel.getTransport().equalsIgnoreCase(way.getTransport());
  }

  @Override
  public boolean processResponse(Response response, MessageChannel channel) {
    count(channel);
    SIPResponse theirs = (SIPResponse) response;
    String transaction = theirs.getTransactionId();
    if (!transaction.startsWith(COOKIE) || stack.findTransaction(transaction, false) != null) {
      return true;
    }
    acknowledgeAgain(theirs);
    return false;
  }

  /** Who says again that they took the call has missed our ACK (RFC 3261, 13.2.2.4). */
  private void acknowledgeAgain(SIPResponse response) {
    if (response.getStatusCode() < OK
        || response.getStatusCode() >= REDIRECTED
        || !response.getCSeq().getMethod().equals(Request.INVITE)) {
      return;
    }
    SIPDialog dialog = stack.getDialog(response.getDialogId(false));
    if (dialog == null || DialogState.TERMINATED.equals(dialog.getState())) {
      return;
    }
    CSeqHeader last = dialog.getLastAckSentCSeq();
    if (last == null || last.getSeqNumber() != response.getCSeq().getSeqNumber()) {
      return;
    }
    try {
      dialog.resendAck();
    } catch (SipException _) {
      // They will say it once more.
    }
  }

  @Override
  public void init(SipStack of) {}

  @Override
  public void destroy() {}
}
