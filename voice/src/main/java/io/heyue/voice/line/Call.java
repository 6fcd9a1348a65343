package io.heyue.voice.line;

import io.heyue.voice.sip.Door;
import io.heyue.voice.sip.Leg;
import io.heyue.voice.sip.LegEvent;
import io.heyue.voice.sip.Sdp;
import io.heyue.voice.sip.SessionTimer;
import io.heyue.voice.sip.SipAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call, driven by {@link CallTable}: what happens looks up an edge, and the edge says what is
 * done. All of it runs in the call's mailbox; what others ask for is put there too.
 */
public final class Call {
  private static final int DECLINE = 603;
  private static final int CANCELLED = 487;
  private static final int NOT_ACCEPTABLE = 488;
  private static final int NOBODY = 480;
  private static final int PENDING = 491;

  private final CallSetting setting;
  private final Mailbox mailbox;
  private final AudioTerms audio;
  private final CallListener listener;
  private final Clockwork clock;
  private @Nullable Leg leg;

  private CallState state = CallState.NEW;
  private Ending ending = Ending.of(Ending.How.WE_LEFT);
  private int refusal = DECLINE;
  private boolean elsewhere;

  /** Whether they haven't answered yet what we want of audio, and whether we want more by now. */
  private boolean asking;

  private boolean askAgain;

  /** Whether we hold them. */
  private boolean holding;

  private boolean told;
  private boolean outgoing;

  /** Whether we cancelled it. */
  private boolean takenBack;

  Call(CallSetting setting, CallAudio audio, CallListener listener) {
    this.setting = setting;
    this.mailbox = new Mailbox(setting.works().threads(), setting.works().faults());
    this.audio = new AudioTerms(audio, listener::held);
    this.listener = listener;
    this.clock = new Clockwork(setting.works().timers(), setting.patience(), mailbox);
  }

  /** Calls somebody. */
  void dial(SipAddress peer, SipAddress from) {
    outgoing = true;
    leg = setting.endpoint().leg(peer, from, mailbox, this::heard);
    mailbox.execute(() -> happened(CallEvent.DIAL));
  }

  /** Somebody calls. */
  void invited(Door.Opened opened, Optional<Sdp> offer) {
    leg = opened.by(mailbox, this::heard);
    mailbox.execute(() -> {
      audio.theyOffer(offer);
      happened(CallEvent.INVITED);
    });
  }

  /** Takes their call; nothing happens where it isn't theirs or is over. */
  public void accept() {
    mailbox.execute(() -> {
      if (state == CallState.OFFERED && !audio.canAnswer()) {
        refusal = NOT_ACCEPTABLE;
        ending = Ending.of(Ending.How.NO_AUDIO);
        happened(CallEvent.HANG_UP);
      } else {
        happened(CallEvent.ACCEPT);
      }
    });
  }

  /** Ends it, wherever it stands. */
  public void hangUp() {
    mailbox.execute(
        () -> give(CallEvent.HANG_UP, state.talked() ? Ending.How.WE_LEFT : Ending.How.CANCELLED));
  }

  /** Puts them on hold, so that they hear nothing of us that they shouldn't, or takes them back. */
  public void hold(boolean on) {
    mailbox.execute(() -> {
      audio.want(on);
      offerAgain();
    });
  }

  /** Asks their side to call somebody else in our place; how it goes is told. */
  public void transfer(SipAddress to) {
    mailbox.execute(() -> {
      if (state == CallState.UP) {
        leg().transfer(to);
      }
    });
  }

  /** Runs something where all else of this call runs. */
  void later(Runnable task) {
    mailbox.execute(task);
  }

  private Leg leg() {
    Leg ours = leg;
    if (ours == null) {
      throw new IllegalStateException("This call has no leg yet.");
    }
    return ours;
  }

  /**
   * Somebody answers a call that is over, since a sign came late: it is taken back, and who took it
   * is hung up on. Nobody is left in a call of which we know nothing.
   */
  private void late(LegEvent event) {
    switch (event) {
      case LegEvent.Trying _, LegEvent.Ringing _, LegEvent.EarlyMedia _ -> {
        if (!takenBack) {
          takenBack = true;
          leg().cancel();
        }
      }
      case LegEvent.Answered _ -> {
        leg().acknowledge();
        leg().bye();
      }
      case LegEvent.Left _ -> leg().done();
      default -> {
        // It is over, whatever else is told of it.
      }
    }
  }

  private void heard(LegEvent event) {
    if (state == CallState.ENDED) {
      late(event);
      return;
    }
    switch (event) {
      case LegEvent.Trying _ -> happened(CallEvent.TRYING);
      case LegEvent.Ringing _ -> happened(CallEvent.RINGING);
      case LegEvent.EarlyMedia early ->
          happened(audio.accepts(early.audio()) ? CallEvent.EARLY_MEDIA : CallEvent.RINGING);
      case LegEvent.Answered answered -> answered(answered.audio());
      case LegEvent.Challenged challenged -> challenged(challenged);
      case LegEvent.TooBrief brief -> {
        if (state.asked()) {
          leg().inviteLonger(brief.least());
        } else {
          happened(CallEvent.REFUSED);
        }
      }
      case LegEvent.Refused refused -> refused(refused);
      case LegEvent.Failed failed -> end(CallEvent.TRUNK_FAILED, Ending.ofTrunk(0, failed.why()));
      case LegEvent.Lost _ -> lost();
      case LegEvent.Cancelled _ -> give(CallEvent.PEER_CANCELLED, Ending.How.THEY_LEFT);
      case LegEvent.Confirmed confirmed -> confirmed(confirmed.audio());
      case LegEvent.Left left -> {
        if (state != CallState.LEAVING) {
          note(new Ending(Ending.How.THEY_LEFT, 0, left.reasons(), ""));
        }
        happened(CallEvent.PEER_LEFT);
      }
      case LegEvent.Done _ -> happened(CallEvent.DONE);
      case LegEvent.Reoffered again -> reoffered(again.audio());
      case LegEvent.Agreed again -> agreedAgain(again.audio());
      case LegEvent.NotAgreed not -> notAgreed(not.status());
      case LegEvent.Lasts _ -> signOfLife();
      case LegEvent.NotRefreshed _ -> offerAgain();
      case LegEvent.Transfer transfer -> listener.transfer(transfer.status(), transfer.ended());
      case LegEvent.Pressed pressed -> listener.pressed(pressed.key());
    }
  }

  /** The first thing that ends a call says how it ended. */
  private void note(Ending how) {
    if (!told) {
      ending = how;
      told = true;
    }
  }

  private void end(CallEvent event, Ending how) {
    note(how);
    happened(event);
  }

  private void give(CallEvent event, Ending.How how) {
    if (CallTable.next(state, event).isPresent()) {
      note(Ending.of(how));
    }
    happened(event);
  }

  private void answered(Optional<Sdp> theirs) {
    boolean fits = theirs.map(audio::accepts).orElse(audio.agreed());
    happened(CallEvent.ANSWERED);
    if (!fits && state == CallState.UP) {
      give(CallEvent.HANG_UP, Ending.How.NO_AUDIO);
    }
  }

  private void challenged(LegEvent.Challenged challenged) {
    if (setting.credentials().isEmpty()) {
      end(CallEvent.TRUNK_FAILED, Ending.ofTrunk(401, "The trunk wants a password; none is set."));
      return;
    }
    boolean first = state == CallState.CALLING || state == CallState.PROCEEDING;
    // Where it rang before, nobody is asked once more: their phone may ring.
    boolean rang = state == CallState.RINGING || state == CallState.EARLY;
    if (!first && (rang || !challenged.challenge().stale())) {
      note(new Ending(Ending.How.REFUSED, 401, List.of(), "The trunk refused our password."));
    }
    CallEvent proof =
        !first && challenged.challenge().stale() ? CallEvent.STALE : CallEvent.CHALLENGED;
    happened(rang ? CallEvent.REFUSED : proof);
  }

  private void refused(LegEvent.Refused refused) {
    boolean trunk = TrunkFault.is(refused.status(), refused.reasons());
    Ending.How how = trunk ? Ending.How.TRUNK : Ending.How.REFUSED;
    note(new Ending(how, refused.status(), refused.reasons(), ""));
    happened(trunk ? CallEvent.TRUNK_FAILED : CallEvent.REFUSED);
  }

  /**
   * Our signalling began anew. Whether their phone rang meanwhile nobody knows, so the call isn't
   * tried elsewhere.
   */
  private void lost() {
    note(Ending.ofTrunk(0, "Our own signalling broke down."));
    if (outgoing && !state.talked()) {
      leg().cancel();
    }
    happened(
        switch (state) {
          case OFFERED -> CallEvent.PEER_LEFT;
          case ANSWERING, DROPPING -> CallEvent.NO_SIGN;
          default -> state.asked() ? CallEvent.REFUSED : CallEvent.TRUNK_FAILED;
        });
  }

  private void confirmed(Optional<Sdp> theirs) {
    // Where they offered nothing, our answer was the offer and their ACK the answer.
    boolean fits = theirs.map(audio::accepts).orElse(false) || audio.agreed();
    happened(CallEvent.CONFIRMED);
    if (!fits) {
      give(CallEvent.HANG_UP, Ending.How.NO_AUDIO);
    }
  }

  private void reoffered(Optional<Sdp> offer) {
    if (state != CallState.UP) {
      leg().disagree(state == CallState.ANSWERING ? PENDING : NOT_ACCEPTABLE);
      return;
    }
    signOfLife();
    Optional<Sdp> answer = offer.isEmpty() ? Optional.of(audio.offer()) : audio.answer(offer.get());
    answer.ifPresentOrElse(leg()::agree, () -> leg().disagree(NOT_ACCEPTABLE));
  }

  /** One offer at a time (RFC 3264, 4): what is wanted meanwhile is offered after the answer. */
  private void offerAgain() {
    if (state != CallState.UP) {
      return;
    }
    if (asking) {
      askAgain = true;
      return;
    }
    asking = true;
    leg().reinvite(audio.offer());
  }

  private void agreedAgain(Optional<Sdp> theirs) {
    signOfLife();
    theirs.ifPresent(audio::accepts);
    if (audio.holds() != holding) {
      holding = audio.holds();
      listener.holding(holding);
    }
    asked();
  }

  private void asked() {
    asking = false;
    if (askAgain) {
      askAgain = false;
      offerAgain();
    }
  }

  /** Where both wanted something at once, we wait for a while of our own (RFC 3261, 14.1). */
  private void notAgreed(int status) {
    if (status == PENDING) {
      asking = false;
      askAgain = false;
      clock.soon(setting.works().glare(outgoing), this::offerAgain);
    } else {
      asked();
    }
  }

  private void signOfLife() {
    if (state == CallState.UP) {
      Optional<SessionTimer> timer = leg().sessionTimer();
      timer.ifPresentOrElse(
          terms ->
              clock.session(
                  terms, this::sayThatItLasts, () -> end(CallEvent.NO_SIGN, Ending.lastsNoMore())),
          clock::noSession);
    }
  }

  private void sayThatItLasts() {
    if (leg().updates()) {
      leg().refresh();
    } else {
      offerAgain();
    }
  }

  void happened(CallEvent event) {
    Optional<CallTable.Edge> edge = CallTable.next(state, event);
    if (edge.isEmpty()) {
      return;
    }
    CallState before = state;
    state = edge.get().to();
    if (state != before) {
      clock.in(state, this::impatient);
    }
    edge.get().steps().forEach(this::step);
    if (state == CallState.UP && before != CallState.UP) {
      signOfLife();
    }
  }

  private void impatient() {
    if (state == CallState.OFFERED) {
      refusal = NOBODY;
    }
    give(
        CallEvent.NO_SIGN,
        switch (state) {
          case RINGING, EARLY -> Ending.How.NOT_TAKEN;
          case UP -> Ending.How.TOO_LONG;
          case OFFERED -> Ending.How.WE_LEFT;
          default -> Ending.How.TRUNK;
        });
  }

  private void step(CallStep step) {
    switch (step) {
      case SEND_INVITE -> leg().invite(audio.offer());
      case SEND_PROOF -> leg().prove(setting.credentials().orElseThrow());
      case SEND_ACK -> leg().acknowledge();
      case SEND_CANCEL -> {
        takenBack = true;
        leg().cancel();
      }
      case SEND_BYE -> leg().bye();
      case SEND_RINGING -> leg().ring();
      case SEND_ANSWER -> leg().answer(audio.answer());
      case SEND_DONE -> leg().done();
      case SEND_REFUSAL -> leg().refuse(refusal);
      case SEND_TERMINATED -> leg().refuse(CANCELLED);
      case START_MEDIA -> audio.start();
      case STOP_MEDIA -> audio.stop();
      case TRY_ELSEWHERE -> elsewhere = true;
      case TELL_RINGING -> tellRinging();
      case TELL_UP -> listener.up();
      case TELL_ENDED -> {
        clock.stop();
        audio.stop();
        listener.ended(ending, elsewhere);
      }
    }
  }

  private void tellRinging() {
    if (state == CallState.EARLY) {
      listener.earlyAudio();
    } else {
      listener.ringing();
    }
  }
}
