package io.heyue.bench;

import io.heyue.core.base.Lang;
import io.heyue.sim.phone.Flite;
import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.line.TelephoneCall;
import io.heyue.voice.media.Playback;
import io.heyue.voice.progress.MayHear;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.speech.Espeak;
import io.heyue.voice.speech.Mouth;
import io.heyue.voice.speech.Voice;
import io.heyue.voice.talk.Saying;
import io.heyue.voice.talk.Spoken;
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.TalkEnd;
import io.heyue.voice.talk.TalkListener;
import io.heyue.voice.talk.TalkStage;
import io.heyue.voice.talk.TheirTurn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A call in which we ask, they answer and we reply at once, again and again; and when each step of
 * it was done.
 */
final class ReplyCall implements TalkListener {
  /** They think for so long at least, and for as long again at most. */
  private static final int THINKS = 300;

  private final ReplyScript script;
  private final int count;
  private final Random random;
  private final Supplier<TelephoneCall> caller;
  private final Map<String, Sound> answers = new HashMap<>();
  private final List<ReplyTurn> turns = new ArrayList<>();
  private final CompletableFuture<Talk> talk = new CompletableFuture<>();
  private final CompletableFuture<TalkEnd> end = new CompletableFuture<>();
  private int asked;
  private int unanswered;
  private boolean waiting;
  private ReplyTurn now = new ReplyTurn(0, "");

  /**
   * @param caller the call as the other side has it, once it is up
   */
  ReplyCall(ReplyScript script, int count, Random random, Supplier<TelephoneCall> caller) {
    this.script = script;
    this.count = count;
    this.random = random;
    this.caller = caller;
    Mouth mouth = new Mouth(theirVoice(script.lang()), Companding.RATE, 0);
    script
        .asked()
        .forEach(each ->
            answers.computeIfAbsent(
                each.answer(), words -> mouth.say(words, script.lang()).trimmed(BargeCall.QUIET)));
  }

  /** English by flite where it is there, as in all simulations. */
  static Voice theirVoice(Lang lang) {
    Voice espeak = new Espeak("espeak-ng", 165);
    return lang == Lang.EN ? Flite.find().orElse(espeak) : espeak;
  }

  CompletableFuture<TalkEnd> begin(TalkingSide side, SipAddress peer, Mouth mouth) {
    talk.complete(side.call(peer, mouth, this));
    return end;
  }

  List<ReplyTurn> turns() {
    return List.copyOf(turns);
  }

  /** Answers that came to no turn. */
  int unanswered() {
    return unanswered;
  }

  @Override
  public void up() {
    ask();
  }

  /** The reply is the next question: what is measured is alike each time. */
  private void ask() {
    Expected expected = script.asked().get(asked % script.asked().size()).expected();
    asked++;
    say(List.of(new Saying.Sentence(script.reply(), false)), expected);
  }

  private void say(List<Saying.Sentence> sentences, Expected expected) {
    talk.join()
        .say(
            new Saying(
                asked,
                sentences,
                MayHear.GREETING,
                expected,
                0,
                Duration.ofSeconds(6),
                Saying.Delivery.USUAL));
  }

  private ReplyScript.Asked asked() {
    return script.asked().get((asked - 1) % script.asked().size());
  }

  private Playback answer() {
    return Playback.of(Objects.requireNonNull(answers.get(asked().answer())));
  }

  @Override
  public void spoken(Spoken spoken) {
    if (spoken.whole() && spoken.id() == asked && turns.size() + unanswered < count) {
      Playback answer = answer();
      Executor later =
          CompletableFuture.delayedExecutor(THINKS + random.nextInt(THINKS), TimeUnit.MILLISECONDS);
      now = new ReplyTurn(WireCapture.now(), asked().answer());
      waiting = true;
      later.execute(() -> caller.get().play(answer));
    }
  }

  @Override
  public void stage(TalkStage stage) {
    long at = WireCapture.now();
    switch (stage) {
      case TalkStage.Silent _ -> now.silent = at;
      case TalkStage.Understood _ -> now.understood = at;
      case TalkStage.Over over -> {
        now.over = at;
        now.reason = over.reason();
        now.patience = over.patience().toMillis();
      }
      case TalkStage.Made made -> {
        if (now.said > 0 && now.made == 0 && made.id() == asked) {
          now.made = at;
        }
      }
    }
  }

  @Override
  public void said(TheirTurn turn) {
    if (!waiting) {
      return;
    }
    waiting = false;
    now.said = WireCapture.now();
    now.words = turn.words();
    turns.add(now);
    ask();
    if (turns.size() + unanswered >= count) {
      talk.join().leave();
    }
  }

  @Override
  public void keyed(String keys) {
    // Nobody presses any.
  }

  @Override
  public void quiet(Duration since) {
    waiting = false;
    unanswered++;
    if (turns.size() + unanswered < count) {
      ask();
    } else {
      talk.join().hangUp();
    }
  }

  @Override
  public void ended(TalkEnd how) {
    waiting = false;
    end.complete(how);
  }
}
