package io.heyue.app.phone;

import io.heyue.app.engine.Said;
import io.heyue.core.base.Lang;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.channel.ChannelEvent.SpeechHeard;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Keypad;
import io.heyue.voice.progress.Answerer;
import io.heyue.voice.progress.MayHear;
import io.heyue.voice.progress.Opinion;
import io.heyue.voice.record.RecordingId;
import io.heyue.voice.record.RecordingSummary;
import io.heyue.voice.talk.Saying;
import io.heyue.voice.talk.Spoken;
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.TalkEnd;
import io.heyue.voice.talk.TheirTurn;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins one call with one conversation: what is heard becomes an event, what the conversation
 * answers is spoken. Everything is done one after the other on threads of its own, so that nothing
 * waits where the telephone listens.
 *
 * <p>If anything fails — the guard, the ledger, the database — nothing more is said, and the call
 * is ended. To a machine nothing is said but the opening, which anybody may hear.
 */
public final class CallConversation implements Incoming {
  private static final Logger LOG = LoggerFactory.getLogger(CallConversation.class);

  /** Whoever fell silent longer ago has not answered what was asked last. */
  private static final Duration EARLIER = Duration.ofSeconds(5);

  private final Leader leader;
  private final Consumer<TalkEnd> end;
  private final Serial serial;
  private final WhatWasHeard heard = new WhatWasHeard();
  private Lang lang;

  /** Null before the call has begun. */
  private @Nullable Talk talk;

  private @Nullable Runnable unwatch;

  /** What we asked last; null before the opening. */
  private @Nullable Asked asked;

  /** Numbers of the messages that were given to the telephone. */
  private final Set<Long> said = new HashSet<>();

  private boolean up;

  /** Whether they were asked a second time when they may be called back. */
  private boolean askedAgain;

  /** Whether they said anything yet; of the thread that tells of it. */
  private boolean spokenTo;

  private Stage stage = Stage.LED;

  /** Who speaks in it. */
  private enum Stage {
    /** The conversation. */
    LED,
    /** Nobody of ours, while a person is sought or when one took it. */
    HANDED_OVER,
    /** Whoever is asked when they may be called back. */
    CALL_BACK,
    /** Nobody any more. */
    DONE
  }

  /**
   * @param lang in which the call begins
   * @param threads where turns are taken; each may wait
   * @param end is told how it ended, when nothing more comes
   */
  public CallConversation(Leader leader, Lang lang, Executor threads, Consumer<TalkEnd> end) {
    this.leader = leader;
    this.lang = lang;
    this.end = end;
    this.serial = new Serial(threads);
  }

  @Override
  public Lang lang() {
    return lang;
  }

  @Override
  public void begun(Talk begun) {
    talk = begun;
    unwatch =
        leader.watch(message -> {
          if (message.side() == Said.Side.US) {
            led(() -> more(message));
          }
        });
    serial.open();
  }

  @Override
  public void up() {
    led(() -> {
      up = true;
      take(new ChannelEvent.Answered(talk().closed(lang)));
    });
  }

  @Override
  public void judged(Opinion opinion, MayHear may) {
    boolean machine = opinion.who() == Answerer.MACHINE || opinion.who() == Answerer.SCREENING;
    if (machine) {
      led(() -> {
        finish();
        talk().hangUp();
        var _ = leader.receive(new ChannelEvent.MachineTook());
      });
    }
  }

  @Override
  public void said(TheirTurn turn) {
    boolean first = !spokenTo;
    spokenTo = true;
    if (first && before(turn)) {
      return;
    }
    WhatWasHeard.Moment since = heard.spoke();
    SpeechHeard event = Speech.heard(turn);
    callBack(since, event.unheard(), () -> leader.receive(event));
    led(() ->
        answer(
            since.before(heard.answered()) ? Speech.unsure(event) : event,
            turn.closed() ? Proof.NONE : Proof.WORDS));
  }

  /**
   * Whether it was said long before our question ended and nothing was understood of it, like the
   * "hello" with which somebody took the call: they are about to answer, and aren't asked again.
   */
  private static boolean before(TheirTurn turn) {
    return turn.since().compareTo(EARLIER) > 0 && Speech.heard(turn).unheard();
  }

  @Override
  public void keyed(String keys) {
    spokenTo = true;
    WhatWasHeard.Moment since = heard.now();
    callBack(since, false, () -> leader.receive(new ChannelEvent.Keyed(keys)));
    led(() -> {
      // A second press of a key is no answer to what is asked next.
      if (!since.before(heard.answered()) || Keypad.always(keys)) {
        answer(
            new ChannelEvent.Keyed(keys), asked != null && asked.byKey() ? Proof.KEY : Proof.NONE);
      }
    });
  }

  @Override
  public void began() {
    heard.began();
  }

  @Override
  public void begins(long saying) {
    heard.begins(saying);
  }

  @Override
  public void asked(long saying) {
    heard.asked(saying);
  }

  @Override
  public void quiet(Duration since) {
    callBack(heard.now(), false, List::of);
    led(() -> take(new ChannelEvent.SilencePassed(since)));
  }

  @Override
  public void spoken(Spoken spoken) {
    if (!spoken.whole()) {
      serial.execute(() -> quietly(() -> leader.heard(spoken.id(), spoken.characters())));
    }
  }

  @Override
  public Optional<RecordingId> recording() {
    return leader.recording();
  }

  @Override
  public void recorded(RecordingSummary recording) {
    serial.execute(() -> quietly(() -> leader.recorded(recording)));
  }

  @Override
  public void ended(TalkEnd how) {
    serial.execute(() -> {
      stage = Stage.DONE;
      if (unwatch != null) {
        unwatch.run();
      }
      if (up) {
        // Where the conversation is over already this is taken no notice of.
        quietly(() -> leader.receive(new ChannelEvent.HungUp()));
      }
      quietly(() -> end.accept(how));
    });
  }

  /** What makes it plain that a person is there. */
  private enum Proof {
    NONE,
    /** Words by which the conversation went on, of a recogniser that hears anything. */
    WORDS,
    KEY
  }

  private void answer(ChannelEvent event, Proof proof) {
    Optional<Leader.Stand> before = leader.stand();
    if (proof == Proof.KEY) {
      talk().answersUs(true);
    }
    List<Said> news = leader.receive(event);
    if (proof == Proof.WORDS && before.isPresent() && wentOn(before.get().state())) {
      talk().answersUs(false);
    }
    speak(news, false);
  }

  /** Whether what was said answered what was asked, so that the conversation is a step further. */
  private boolean wentOn(DialogueState before) {
    return leader
        .stand()
        .map(Leader.Stand::state)
        .filter(after -> after.misunderstood() == 0 && !after.step().equals(before.step()))
        .isPresent();
  }

  /** What was said by somebody else than this call's turns, such as that a payment came. */
  private void more(Said message) {
    if (!said.contains(message.seq())) {
      say(List.of(message), false);
    }
  }

  private void take(ChannelEvent event) {
    speak(leader.receive(event), event instanceof ChannelEvent.Answered);
  }

  private void speak(List<Said> news, boolean opening) {
    say(news.stream().filter(message -> message.side() == Said.Side.US).toList(), opening);
  }

  /** Says messages of ours that weren't said yet, and leaves once the conversation is over. */
  private void say(List<Said> ours, boolean opening) {
    Leader.Stand stand =
        leader
            .stand()
            .orElseThrow(
                () -> new IllegalStateException("Conversation " + leader + " can't begin."));
    DialogueState state = stand.state();
    if (state.lang() != lang) {
      lang = state.lang();
      talk().speak(lang);
    }
    heard.answers();
    for (Said message : ours) {
      if (said.add(message.seq())) {
        Wordings.of(message, stand, opening).ifPresent(this::say);
      }
    }
    asked = Asked.by(stand);
    if (state.over()) {
      part();
    }
  }

  /** The conversation is over: a person takes the call, or we leave. */
  private void part() {
    switch (leader.after()) {
      case LEAVE -> {
        finish();
        talk().leave();
      }
      case CALL_BACK -> askWhen();
      case HAND_OVER -> {
        stage = Stage.HANDED_OVER;
        tell(Leader.Parting.WAIT);
        if (!leader.handOver(talk(), () -> in(Stage.HANDED_OVER, this::askWhen))) {
          askWhen();
        }
      }
    }
  }

  /** Nobody takes it: they are asked when they may be called back. */
  private void askWhen() {
    stage = Stage.CALL_BACK;
    if (!tell(Leader.Parting.CALL_BACK)) {
      finish();
      talk().leave();
    }
  }

  /**
   * They answered when they may be called back, or didn't. Where the question wasn't heard to its
   * end, or nothing of the answer was understood, it is asked once more.
   */
  private void callBack(WhatWasHeard.Moment since, boolean nothing, Supplier<List<Said>> answer) {
    in(
        Stage.CALL_BACK,
        () -> {
          if ((nothing || since.beforeQuestion(heard.last())) && !askedAgain) {
            askedAgain = true;
            askWhen();
            return;
          }
          var _ = answer.get();
          finish();
          var _ = tell(Leader.Parting.CALLS_BACK);
          talk().leave();
        });
  }

  /** Whether there was anything to be said. */
  private boolean tell(Leader.Parting parting) {
    Leader.Stand stand = leader.stand().orElseThrow();
    Asked asks = parting == Leader.Parting.CALL_BACK ? Asked.CALL_BACK : Asked.by(stand);
    List<Said> words = leader.tell(parting);
    for (Said message : words) {
      said.add(message.seq());
      Wordings.of(message, stand, asks, false).ifPresent(this::say);
    }
    return !words.isEmpty();
  }

  private void say(Saying saying) {
    heard.says(saying.id());
    talk().say(saying);
  }

  private void finish() {
    stage = Stage.DONE;
  }

  private Talk talk() {
    if (talk == null) {
      throw new IllegalStateException("The call of conversation " + leader + " hasn't begun.");
    }
    return talk;
  }

  /** Does it in turn, as long as anything is to be said; what fails ends the call. */
  private void led(Runnable step) {
    in(Stage.LED, step);
  }

  private void in(Stage wanted, Runnable step) {
    serial.execute(() -> {
      if (stage != wanted) {
        return;
      }
      try {
        step.run();
      } catch (RuntimeException e) {
        LOG.error("The call of conversation {} was ended, since a turn failed.", leader, e);
        finish();
        talk().hangUp();
      }
    });
  }

  /** What comes after the call has nobody to be told that it failed. */
  private void quietly(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.error("What became of the call of conversation {} was not kept.", leader, e);
    }
  }
}
