package io.heyue.voice.hear;

import io.heyue.core.base.Lang;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The turns of one call: it tells {@link TurnTaking} what happened, and when something has lasted
 * long enough. Time is the index of a sample since the call began, the same for both directions.
 * Not thread-safe: one call's events go through one thread. No clock is read.
 */
public final class Turns {
  /** More can't be due at one moment: each thing due leads to another state. */
  private static final int MOST_AT_ONCE = 4;

  /** Who begins so soon after us doesn't answer us: they go on. 0.7 s. */
  private static final long GOES_ON_WITHIN = HearingSettings.samples(Duration.ofMillis(700));

  /** After so long a silence they begin anew, or ask where we are ("hello?"): 1.5 s. */
  private static final long LONGEST_PAUSE = HearingSettings.samples(Duration.ofMillis(1_500));

  private final HearingSettings settings;
  private final Lang lang;
  private final Endpointing endpointing;
  private final SpeakersPace pace;

  private TurnState state = TurnState.LISTENING;

  /** When the state was reached. */
  private long since;

  /** When we began to speak. */
  private long ours;

  /** When they began to speak. */
  private long theirs;

  /** When they were heard last, by sound or by words. */
  private long sounded;

  /** Where their silence begins; words are never of later. */
  private long silent = Long.MAX_VALUE;

  /** What was understood of what they say now. */
  private String words = "";

  /** Whether a question of ours was said to its end and isn't answered. */
  private boolean asked;

  private Expecting expecting = Expecting.OPEN;

  /** Why their turn was over last, or wasn't. */
  private Optional<Endpointing.Decision> decided = Optional.empty();

  /** The silence after which their turn was taken for over, where they may still go on. */
  private Optional<Duration> gaveAfter = Optional.empty();

  /** They began again so soon that they may have gone on: after this pause. */
  private Optional<Duration> mayGoOn = Optional.empty();

  /**
   * @param pace what was learned of how they speak, and is learned further
   */
  public Turns(HearingSettings settings, Lang lang, SpeakersPace pace) {
    this.settings = settings;
    this.lang = lang;
    this.endpointing = new Endpointing(lang);
    this.pace = pace;
  }

  public TurnState state() {
    return state;
  }

  /** What was decided last of whether their turn is over; empty before there was one. */
  public Optional<Endpointing.Decision> decided() {
    return decided;
  }

  /**
   * What we say begins to be heard.
   *
   * @param mandatory whether the law wants it said to its end, so that it can't be interrupted
   */
  public List<TurnStep> weBegin(long at, boolean mandatory) {
    if (!state.speaking()) {
      ours = at;
    }
    return happened(mandatory ? TurnEvent.WE_BEGIN_PROTECTED : TurnEvent.WE_BEGIN, at);
  }

  /** What we said was heard to its end. */
  public List<TurnStep> weEnd(long at) {
    return happened(TurnEvent.WE_END, at);
  }

  /** A question of ours was heard to its end; more may follow it. */
  public void asked(Expecting answer) {
    asked = true;
    expecting = answer;
  }

  /** They began or ended to speak; {@code at} is when we know of it. */
  public List<TurnStep> heard(SpeechEvent event, long at) {
    return switch (event) {
      case SpeechEvent.Began began -> {
        again(began.atSample());
        theirs = began.atSample();
        silent = Long.MAX_VALUE;
        sounded = Math.max(sounded, began.atSample());
        words = "";
        yield happened(TurnEvent.SPEECH_BEGAN, at);
      }
      case SpeechEvent.Ended ended -> {
        // Whoever recognises heard of the silence, too, before it was known to be one.
        silent = ended.toSample();
        sounded = silent;
        yield happened(TurnEvent.SPEECH_ENDED, at);
      }
    };
  }

  /** They begin after a silence: within their turn, or maybe after we took it too early. */
  private void again(long began) {
    long pause = silent == Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(0, began - silent);
    mayGoOn = Optional.empty();
    if (pause > LONGEST_PAUSE) {
      return;
    }
    Duration length = Duration.ofMillis(pause / HearingSettings.samples(Duration.ofMillis(1)));
    if (state == TurnState.HEARD) {
      telling().ifPresent(patience -> pace.paused(length, patience));
    } else if (state.speaking() ? began - ours < GOES_ON_WITHIN : ours <= silent) {
      // Whoever speaks after words of ours that are over answers them.
      mayGoOn = Optional.of(length);
    }
  }

  /** The silence that was decided on last, where it tells of how they speak. */
  private Optional<Duration> telling() {
    return decided.filter(Endpointing.Decision::telling).map(Endpointing.Decision::patience);
  }

  /** Their words show that they went on, where it was no mere sound and no backchannel. */
  private void wentOn() {
    if (mayGoOn.isPresent() && gaveAfter.isPresent()) {
      pace.cutIn(mayGoOn.get(), gaveAfter.get());
    }
    mayGoOn = Optional.empty();
    gaveAfter = Optional.empty();
  }

  /**
   * Words of theirs were understood.
   *
   * @param said all that was understood since they began, not only what is new
   * @param heardTo the sample up to which the recogniser had heard; what it understands only now of
   *     what was said before we began to speak interrupts nothing
   */
  public List<TurnStep> understood(String said, long heardTo, long at) {
    boolean late = state.speaking() && heardTo <= ours;
    if (said.isBlank() || late || said.equals(words)) {
      return List.of();
    }
    words = said;
    sounded = Math.max(sounded, Math.min(heardTo, silent));
    TurnEvent kind = Backchannel.is(said, lang, asked) ? TurnEvent.BACKCHANNEL : TurnEvent.WORDS;
    if (kind == TurnEvent.WORDS) {
      wentOn();
    }
    return happened(kind, at);
  }

  /**
   * Time passed; call it every 20 ms.
   *
   * @return what is to be done now, in order
   */
  public List<TurnStep> passed(long at) {
    List<TurnStep> steps = new ArrayList<>();
    for (int times = 0; times < MOST_AT_ONCE; times++) {
      Optional<TurnEvent> due = due(at);
      if (due.isEmpty()) {
        break;
      }
      steps.addAll(happened(due.get(), at));
    }
    return steps;
  }

  private Optional<TurnEvent> due(long at) {
    return switch (state) {
      case OVERLAP -> after(settings.interruption(), TurnEvent.SPEECH_LONG, begun(), at);
      case OVERLAP_WORDS -> after(settings.wordsInterruption(), TurnEvent.SPEECH_LONG, begun(), at);
      case OVERLAP_BACKCHANNEL -> after(settings.falseInterruption(), TurnEvent.TIMER, since, at);
      case YIELDED -> after(settings.notUnderstood(), TurnEvent.TIMER, since, at);
      // Words that were understood here only asked us to go on: others led elsewhere.
      case RESUMABLE ->
          words.isEmpty()
              ? after(settings.falseInterruption(), TurnEvent.TIMER, sounded, at)
              : Optional.of(TurnEvent.TIMER);
      case HEARD -> over(at);
      case LISTENING, HEARING, SPEAKING -> Optional.empty();
      case SPEAKING_PROTECTED, PROTECTED_OVERLAP, PROTECTED_WORDS, PROTECTED_KEPT ->
          Optional.empty();
    };
  }

  /** Since when both speak. */
  private long begun() {
    return Math.max(ours, theirs);
  }

  private static Optional<TurnEvent> after(Duration length, TurnEvent event, long from, long at) {
    return at - from >= HearingSettings.samples(length) ? Optional.of(event) : Optional.empty();
  }

  private Optional<TurnEvent> over(long at) {
    Endpointing.Decision decision =
        endpointing.decide(Math.max(0, at - sounded), words, expecting, pace.factor());
    decided = Optional.of(decision);
    return decision.over() ? Optional.of(TurnEvent.END_OF_TURN) : Optional.empty();
  }

  private List<TurnStep> happened(TurnEvent event, long at) {
    Optional<TurnTaking.Edge> edge = TurnTaking.next(state, event);
    if (edge.isEmpty()) {
      return List.of();
    }
    if (edge.get().to() != state) {
      since = at;
    }
    state = edge.get().to();
    if (edge.get().steps().contains(TurnStep.GIVE_TURN)) {
      asked = false;
      words = "";
      if (event == TurnEvent.END_OF_TURN) {
        pace.turnOver();
        gaveAfter = telling();
      }
    }
    return edge.get().steps();
  }
}
