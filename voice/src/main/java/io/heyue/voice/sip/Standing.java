package io.heyue.voice.sip;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogState;
import javax.sip.ServerTransaction;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/** How a leg's call stands: what was asked on either side and not answered yet. Its mailbox's. */
final class Standing {
  private @Nullable Dialog dialog;

  /** Of a call that we make: the last INVITE; what they last wanted proved. */
  private @Nullable ClientTransaction invite;

  private @Nullable Challenge challenge;
  private boolean proxy;

  /** What we asked and nobody answered yet, and how it was filled in. */
  private final Map<ClientTransaction, Leg.Filling<Request>> open = new HashMap<>();

  /** Of a call that they make. */
  private @Nullable ServerTransaction invited;

  /** What they want of audio and nobody answered yet. */
  private @Nullable ServerTransaction reoffered;

  private @Nullable ServerTransaction left;
  private Terms terms = Terms.USUAL;

  Dialog dialog() {
    Dialog found = dialog;
    if (found == null) {
      throw new IllegalStateException("There is no call yet.");
    }
    return found;
  }

  void within(@Nullable Dialog found, Leg leg) {
    if (found != null) {
      dialog = found;
      found.setApplicationData(leg);
    }
  }

  /** Whether that call is another than the one that we hold: a second phone took it too. */
  boolean isOther(Dialog other) {
    Dialog ours = dialog;
    return ours != null && DialogState.CONFIRMED.equals(ours.getState()) && !ours.equals(other);
  }

  void asked(ClientTransaction transaction, Leg.Filling<Request> filling) {
    open.put(transaction, filling);
    if (transaction.getRequest().getMethod().equals(Request.INVITE)) {
      invite = transaction;
    }
  }

  /** It is answered, or never will be; how it was filled in, where that is new. */
  Optional<Leg.Filling<Request>> answered(ClientTransaction transaction) {
    return Optional.ofNullable(open.remove(transaction));
  }

  boolean waitsFor(ClientTransaction transaction) {
    return open.containsKey(transaction);
  }

  Optional<ClientTransaction> invite() {
    return Optional.ofNullable(invite);
  }

  /** Number of the last INVITE. */
  long lastInvite() {
    ClientTransaction asked =
        invite().orElseThrow(() -> new IllegalStateException("Nobody was invited."));
    return ((CSeqHeader) asked.getRequest().getHeader(CSeqHeader.NAME)).getSeqNumber();
  }

  /** Whether it is the INVITE that counts of a call that we make. */
  boolean isFirst(ClientTransaction transaction) {
    return transaction.equals(invite) && invited == null;
  }

  /** Whether we want something of audio and they haven't answered yet. */
  boolean asks() {
    ClientTransaction asked = invite;
    return asked != null && open.containsKey(asked);
  }

  void wanted(Challenge next, boolean byProxy) {
    challenge = next;
    proxy = byProxy;
  }

  Challenge challenge() {
    Challenge wanted = challenge;
    if (wanted == null) {
      throw new IllegalStateException("Nobody wanted a proof.");
    }
    return wanted;
  }

  boolean proxy() {
    return proxy;
  }

  void calledBy(ServerTransaction asked) {
    invited = asked;
  }

  ServerTransaction invited() {
    ServerTransaction asked = invited;
    if (asked == null) {
      throw new IllegalStateException("They didn't call; we did.");
    }
    return asked;
  }

  /** They want something of audio; whether nothing of theirs waits already. */
  boolean waits(ServerTransaction offer) {
    boolean free = reoffered == null;
    if (free) {
      reoffered = offer;
    }
    return free;
  }

  /** What waits of theirs, which now is answered. */
  Optional<ServerTransaction> takeOffer() {
    Optional<ServerTransaction> waiting = Optional.ofNullable(reoffered);
    reoffered = null;
    return waiting;
  }

  void leftBy(ServerTransaction bye) {
    left = bye;
  }

  Optional<ServerTransaction> left() {
    return Optional.ofNullable(left);
  }

  Terms terms() {
    return terms;
  }

  void agreed(Terms now) {
    terms = now;
  }
}
