package io.heyue.voice.talk;

import io.heyue.core.base.Lang;
import io.heyue.voice.hear.Expecting;
import io.heyue.voice.hear.SpeakersPace;
import io.heyue.voice.hear.SpeechDetector;
import io.heyue.voice.hear.SpeechEvent;
import io.heyue.voice.hear.TurnState;
import io.heyue.voice.hear.TurnStep;
import io.heyue.voice.hear.Turns;
import io.heyue.voice.recognise.Recogniser;
import java.time.Duration;
import java.util.List;

/**
 * Who has the floor on one call: does what the table of turns says with what we say, and gives what
 * they said to whoever leads the conversation once it is our turn. Used by one talk's mailbox
 * alone.
 */
final class Floor {
  /** A greeting begins at most so long after the call was taken: 2 s. */
  private static final long GREETING_WITHIN = 2L * SpeechDetector.RATE;

  /** It is no longer than a person's greeting, with the silence that ends it: 2 s. */
  private static final int GREETING_LONGEST = 2 * SpeechDetector.RATE;

  /** Of what is said over us, with what is heard before it, no less is judged: 1.2 s. */
  private static final long HASTY = SpeechDetector.RATE * 12 / 10;

  private final TalkParts parts;
  private final TalkListener listener;
  private final Pauses pauses;
  private final Call call;
  private final TheirTurns theirs = new TheirTurns();
  private final SpeakersPace pace = new SpeakersPace();
  private Turns turns;
  private Lang lang;

  /** Whether their turn is over and only its words are waited for. */
  private boolean giving;

  /** Whether we said anything yet. */
  private boolean begun;

  /** Whether they spoke over what we said last. */
  private boolean over;

  private long theyStopped;

  /** What it needs to know and to have done. */
  interface Call {
    /** The sample up to which they were heard. */
    long now();

    /** Whether somebody took it. */
    boolean up();

    /** Whether it is over. */
    boolean ended();

    /** When they took the call. */
    long upAt();

    Speaking speaking();

    /** A question of ours was heard to its end. */
    void asked();

    /** Whether somebody else has the call, or will at once. */
    boolean lent();

    /** Ends it. */
    void hangUp();
  }

  Floor(TalkParts parts, Lang lang, TalkListener listener, Pauses pauses, Call call) {
    this.parts = parts;
    this.lang = lang;
    this.listener = listener;
    this.pauses = pauses;
    this.call = call;
    this.turns = turns();
  }

  private Turns turns() {
    return new Turns(parts.hearing(), lang, pace);
  }

  Lang lang() {
    return lang;
  }

  /** From now on another language is spoken. */
  void speak(Lang other) {
    if (lang != other) {
      lang = other;
      if (turns.state() == TurnState.LISTENING) {
        turns = turns();
      }
    }
  }

  /** Whether what we say now must be heard to its end. */
  boolean guarded() {
    return switch (turns.state()) {
      case SPEAKING_PROTECTED, PROTECTED_OVERLAP, PROTECTED_WORDS, PROTECTED_KEPT -> true;
      default -> false;
    };
  }

  /** Whether nobody speaks and nothing is waited for. */
  boolean calm() {
    return turns.state() == TurnState.LISTENING && !giving;
  }

  /** We say something new. */
  void ours() {
    over = false;
  }

  /** They pressed a key: what they said before it says nothing beside it. */
  void keyed() {
    theirs.ignoreAll();
    if (!guarded() && !pauses.leaving()) {
      call.speaking().forget();
      if (call.speaking().silent()) {
        take(turns.weEnd(call.now()));
      }
    }
  }

  /** Everything begins anew, as when the call comes back to us. */
  void anew() {
    over = false;
    giving = false;
    var _ = theirs.take();
    turns = turns();
  }

  void passed() {
    take(turns.passed(call.now()));
  }

  void weBegin(boolean mandatory) {
    begun = true;
    take(turns.weBegin(call.now(), mandatory));
  }

  void weEnd() {
    take(turns.weEnd(call.now()));
  }

  /** A question of ours was heard to its end. */
  void asked(Expecting answer) {
    turns.asked(answer);
    call.asked();
  }

  void began(Utterance utterance) {
    pauses.broken();
    theirs.add(utterance);
    listener.began();
  }

  void stopped(SpeechEvent.Ended event, Utterance utterance) {
    theyStopped = event.toSample();
    // Who takes a call says so, while we begin: that answers no question of ours.
    if ((guarded() || !begun)
        && utterance.from() < call.upAt() + GREETING_WITHIN
        && utterance.length() < GREETING_LONGEST) {
      utterance.isGreeting();
    }
  }

  /** They began or stopped, and it is known whose it is. */
  void heard(SpeechEvent event) {
    take(turns.heard(event, call.now()));
    // To fall silent needn't wait for the next frame. Their end must: it isn't an end to all yet.
    if (event instanceof SpeechEvent.Began) {
      take(turns.passed(call.now()));
    }
    if (turns.state() == TurnState.LISTENING && call.speaking().silent()) {
      pauses.beginsUnlessBegun(call.now());
    }
  }

  /** More of what they say was understood, up to a sample; {@code last} where it is all. */
  void understood(Utterance utterance, long to, boolean last) {
    if (giving
        || utterance.greeting()
        || !theirs.has(utterance)
        || (!last && hasty(utterance, to))) {
      return;
    }
    List<TurnStep> steps = turns.understood(utterance.heard().words(), to, call.now());
    if (steps.contains(TurnStep.IGNORE)) {
      utterance.ignored(true);
    } else if (steps.contains(TurnStep.KEEP)) {
      utterance.ignored(false);
    }
    take(steps);
  }

  /**
   * Whether it is too early to judge what is said over us: we are silent or fall silent anyway, and
   * the beginning of "right" may sound like another word, which would be an interruption.
   */
  private boolean hasty(Utterance utterance, long to) {
    boolean overUs =
        turns.state().overlap()
            || turns.state() == TurnState.YIELDED
            || turns.state() == TurnState.RESUMABLE;
    return overUs && to - utterance.from() < HASTY;
  }

  /** How far a turn has come. */
  void stage(TalkStage stage) {
    listener.stage(stage);
  }

  boolean has(Utterance utterance) {
    return theirs.has(utterance);
  }

  long theyStopped() {
    return theyStopped;
  }

  private void take(List<TurnStep> steps) {
    if (call.lent()) {
      return;
    }
    for (TurnStep step : steps) {
      switch (step) {
        case STOP_SPEAKING -> {
          over = true;
          call.speaking().stop();
        }
        case RESUME -> {
          over = false;
          call.speaking().resume();
        }
        case GIVE_TURN -> give();
        // What belongs to a turn was noted where its words came.
        case KEEP, IGNORE -> {}
      }
    }
  }

  private void give() {
    giving = true;
    turns
        .decided()
        .ifPresent(why -> listener.stage(new TalkStage.Over(why.reason(), why.patience())));
    giveIfReady();
  }

  /** Gives their turn to whoever leads, once all of it was understood. */
  void giveIfReady() {
    if (!giving || !theirs.ready()) {
      return;
    }
    giving = false;
    boolean none = theirs.isEmpty();
    List<Utterance> turn = theirs.take();
    if (none) {
      // What answers nothing breaks no silence for good, and takes no word from us.
      if (over) {
        over = false;
        call.speaking().resume();
      }
      if (call.speaking().silent()) {
        pauses.beginsUnlessBegun(call.now());
      }
      return;
    }
    if (over && pauses.leaving()) {
      // Nobody answers it any more: our last words are said to their end.
      over = false;
      call.speaking().resume();
    } else if (over) {
      call.speaking().forget();
    }
    pauses.begins(call.now());
    long since = Math.max(0, call.now() - theyStopped);
    listener.said(
        new TheirTurn(
            TheirTurns.best(turn, lang),
            parts.recogniser(lang).map(Recogniser::closed).orElse(false),
            lang,
            TheirTurns.voice(turn),
            over,
            Duration.ofMillis(since * 1_000 / SpeechDetector.RATE)));
  }
}
