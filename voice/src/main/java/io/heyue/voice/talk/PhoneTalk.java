package io.heyue.voice.talk;

import io.heyue.core.base.Lang;
import io.heyue.voice.hear.Endpointing;
import io.heyue.voice.hear.Expecting;
import io.heyue.voice.hear.SpeechDetector;
import io.heyue.voice.hear.SpeechEvent;
import io.heyue.voice.hear.TurnState;
import io.heyue.voice.hear.TurnStep;
import io.heyue.voice.hear.Turns;
import io.heyue.voice.line.Ending;
import io.heyue.voice.line.Mailbox;
import io.heyue.voice.line.PhoneCall;
import io.heyue.voice.line.PhoneListener;
import io.heyue.voice.media.Played;
import io.heyue.voice.progress.CallProgress;
import io.heyue.voice.progress.HumanAnswer;
import io.heyue.voice.progress.MayHear;
import io.heyue.voice.progress.Progress;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.Heard;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.RecogniserFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One conversation over one call. What is heard, said, signalled and asked for comes into one
 * mailbox; the table of turns says who speaks, the progress of the call who may be heard by whom.
 */
final class PhoneTalk implements Talk, PhoneListener {
  /** Of what is said over us, with what is heard before it, no less is judged: 1.2 s. */
  private static final long HASTY = SpeechDetector.RATE * 12 / 10;

  private final TalkParts parts;
  private final TalkListener listener;
  private final Mailbox box;
  private final Mailbox recognition;
  private final Voicing voicing;
  private final CallProgress progress;
  private final Hearing hearing;
  private final TheirTurns theirs = new TheirTurns();
  private final TheirVoice voice = new TheirVoice();
  private final KeyEntry keys = new KeyEntry();
  private final Pauses pauses = new Pauses();

  /** What not everybody may hear, until it is plain who listens. */
  private final List<Saying> held = new ArrayList<>();

  private final PhoneCall line;
  private final Speaking speaking;
  private Turns turns;
  private Lang lang;

  /** The sample up to which they were heard: the time of all that happens here. */
  private long now;

  private boolean up;
  private long upAt;
  private boolean ended;

  /** Whether their turn is over and only its words are waited for. */
  private boolean giving;

  /** Whether they spoke over what we said last. */
  private boolean over;

  private long theyStopped;

  PhoneTalk(TalkParts parts, Lang lang, TalkListener listener, PhoneCall line) {
    this.parts = parts;
    this.listener = listener;
    this.lang = lang;
    TalkParts.Works works = parts.works();
    this.box = new Mailbox(works.threads(), works.faults());
    this.recognition = new Mailbox(works.heavy(), works.faults());
    this.voicing = new Voicing(parts, box);
    this.progress = parts.knowledge().follow(this::came);
    this.hearing = new Hearing(parts, box, recognition, this::recogniser, new Heeding());
    this.line = line;
    this.speaking =
        new Speaking(line, piece -> voicing.make(piece, this.lang, this::made), new Telling());
    this.turns = turns(parts, lang);
  }

  private static Turns turns(TalkParts parts, Lang lang) {
    return new Turns(parts.hearing(), lang, new Endpointing(lang, 1));
  }

  private Optional<Recogniser> recogniser() {
    return parts.recogniser(lang);
  }

  // What is asked for.

  @Override
  public void say(Saying saying) {
    box.execute(() -> {
      if (ended) {
        return;
      }
      pauses.broken();
      if (may(saying)) {
        begin(saying);
      } else {
        held.add(saying);
      }
    });
  }

  private boolean may(Saying saying) {
    return up && saying.hearers().compareTo(progress.mayHear()) <= 0;
  }

  private void begin(Saying saying) {
    pauses.limit(saying.quiet());
    over = false;
    hearing.expect(saying.answer());
    keys.want(saying.keys());
    speaking.say(saying);
  }

  @Override
  public void hush() {
    box.execute(this::fallSilent);
  }

  /** What must be heard to its end is. */
  private void fallSilent() {
    held.clear();
    if (!guarded()) {
      speaking.forget();
    }
  }

  private boolean guarded() {
    return switch (turns.state()) {
      case SPEAKING_PROTECTED, PROTECTED_OVERLAP, PROTECTED_WORDS, PROTECTED_KEPT -> true;
      default -> false;
    };
  }

  @Override
  public void speak(Lang other) {
    box.execute(() -> {
      if (lang != other) {
        lang = other;
        if (turns.state() == TurnState.LISTENING) {
          turns = turns(parts, other);
        }
      }
    });
  }

  @Override
  public void answersUs(boolean byKey) {
    box.execute(() -> progress.answeredUs(byKey ? HumanAnswer.KEY : HumanAnswer.WORDS));
  }

  @Override
  public void leave() {
    box.execute(() -> {
      pauses.leave();
      leaveIfSilent();
    });
  }

  private void leaveIfSilent() {
    if (speaking.silent() && held.isEmpty()) {
      pauses.said(now);
    }
  }

  @Override
  public void hangUp() {
    line.hangUp();
  }

  /** It came to no call. */
  void close() {
    box.execute(() -> {
      ended = true;
      hearing.close();
    });
  }

  // What happens on the line.

  @Override
  public void ringing() {
    box.execute(() -> {
      progress.ringing();
      listener.ringing();
    });
  }

  @Override
  public void earlyAudio() {
    box.execute(() ->
        hearing.expect(
            new Expected(Expecting.CHOICE, parts.knowledge().announcements().phrases(lang))));
  }

  @Override
  public void up() {
    box.execute(() -> {
      up = true;
      upAt = now;
      // What was said before is the network's.
      hearing.restart();
      hearing.expect(Expected.ANYTHING);
      progress.answered();
      listener.up();
    });
  }

  @Override
  public void heard(short[] frame, long at) {
    box.execute(() -> frame(frame, at));
  }

  private void frame(short[] frame, long at) {
    if (ended) {
      return;
    }
    now = at + frame.length;
    progress.frame(frame);
    hearing.came(frame, at);
    if (!up) {
      return;
    }
    take(turns.passed(now));
    keys.passed(now).ifPresent(this::keyed);
    if (calm() && pauses.lasted(now)) {
      listener.quiet(pauses.limit());
    }
    if (pauses.over(now)) {
      line.hangUp();
    }
  }

  private boolean calm() {
    return turns.state() == TurnState.LISTENING
        && speaking.silent()
        && held.isEmpty()
        && !keys.begun()
        && !giving;
  }

  @Override
  public void played(Played played) {
    box.execute(() -> speaking.played(played));
  }

  @Override
  public void pressed(char key) {
    box.execute(() -> {
      if (!up || ended) {
        return;
      }
      pauses.broken();
      theirs.ignoreAll();
      if (!guarded()) {
        speaking.forget();
      }
      keys.pressed(key, now).ifPresent(this::keyed);
    });
  }

  private void keyed(String entry) {
    listener.keyed(entry);
  }

  @Override
  public void ended(Ending ending, boolean elsewhere) {
    box.execute(() -> {
      if (ended) {
        return;
      }
      ended = true;
      hearing.close();
      held.clear();
      Judging.end(progress, ending);
      Duration talked =
          up ? Duration.ofMillis((now - upAt) * 1_000 / SpeechDetector.RATE) : Duration.ZERO;
      listener.ended(new TalkEnd(progress.verdict().orElseThrow(), ending, up, talked));
    });
  }

  private void came(Progress what) {
    if (what instanceof Progress.Judged judged && !ended) {
      MayHear may = progress.mayHear();
      listener.judged(judged.opinion(), may);
      List<Saying> free = held.stream().filter(this::may).toList();
      held.removeAll(free);
      free.forEach(this::begin);
    }
  }

  // Who speaks.

  private void take(List<TurnStep> steps) {
    for (TurnStep step : steps) {
      switch (step) {
        case STOP_SPEAKING -> {
          over = true;
          speaking.stop();
        }
        case RESUME -> {
          over = false;
          speaking.resume();
        }
        case GIVE_TURN -> give();
        // What belongs to a turn was noted where its words came.
        case KEEP, IGNORE -> {}
      }
    }
  }

  private void give() {
    if (over) {
      speaking.forget();
    }
    giving = true;
    turns
        .decided()
        .ifPresent(why -> listener.stage(new TalkStage.Over(why.reason(), why.patience())));
    giveIfReady();
  }

  private void giveIfReady() {
    if (!giving || !theirs.ready()) {
      return;
    }
    giving = false;
    boolean none = theirs.isEmpty();
    List<Utterance> turn = theirs.take();
    if (none) {
      return;
    }
    pauses.begins(now);
    listener.said(
        new TheirTurn(
            TheirTurns.best(turn, lang),
            recogniser().map(Recogniser::closed).orElse(false),
            lang,
            TheirTurns.voice(turn),
            over,
            Duration.ofMillis(Math.max(0, now - theyStopped) * 1_000 / SpeechDetector.RATE)));
  }

  private void made(Piece piece) {
    listener.stage(new TalkStage.Made(piece.saying().id()));
    speaking.made(piece);
  }

  /** The sample as the call's progress counts them. */
  private long counted(long at) {
    return Math.clamp(progress.now() - (now - at), 0, progress.now());
  }

  /** Hears of what they say. */
  private final class Heeding implements Hearing.Events {
    @Override
    public void speech(SpeechEvent event, Utterance utterance) {
      switch (event) {
        case SpeechEvent.Began began -> {
          progress.speechBegan(counted(began.atSample()));
          if (up) {
            pauses.broken();
            theirs.add(utterance);
            listener.began();
          }
        }
        case SpeechEvent.Ended stopped -> {
          progress.speechEnded(counted(stopped.toSample()));
          theyStopped = stopped.toSample();
          listener.stage(new TalkStage.Silent());
        }
      }
      if (up) {
        take(turns.heard(event, now));
        // To fall silent needn't wait for the next frame. Their end must: it isn't an end to all
        // yet.
        if (event instanceof SpeechEvent.Began) {
          take(turns.passed(now));
        }
        resumeQuiet();
      }
    }

    private void resumeQuiet() {
      if (turns.state() == TurnState.LISTENING && speaking.silent()) {
        pauses.beginsUnlessBegun(now);
      }
    }

    @Override
    public void understood(Utterance utterance, Heard heard, long to) {
      box.execute(() -> {
        if (!utterance.finished() && !ended) {
          utterance.heard(heard);
          words(utterance, to, false);
        }
      });
    }

    @Override
    public void finished(Utterance utterance, Heard heard) {
      box.execute(() -> {
        utterance.finished(heard);
        if (ended) {
          return;
        }
        listener.stage(new TalkStage.Understood());
        words(utterance, theyStopped, true);
        measure(utterance);
        giveIfReady();
      });
    }

    private void words(Utterance utterance, long to, boolean last) {
      String words = utterance.heard().words();
      if (!words.isEmpty()) {
        progress.words(words, last);
      }
      if (!up || giving || !theirs.has(utterance) || (!last && hasty(utterance, to))) {
        return;
      }
      List<TurnStep> steps = turns.understood(words, to, now);
      if (steps.contains(TurnStep.IGNORE)) {
        utterance.ignored(true);
      } else if (steps.contains(TurnStep.KEEP)) {
        utterance.ignored(false);
      }
      take(steps);
    }

    /**
     * Whether it is too early to judge what is said over us: we are silent or fall silent anyway,
     * and the beginning of "right" may sound like another word, which would be an interruption.
     */
    private boolean hasty(Utterance utterance, long to) {
      boolean overUs =
          turns.state().overlap()
              || turns.state() == TurnState.YIELDED
              || turns.state() == TurnState.RESUMABLE;
      return overUs && to - utterance.from() < HASTY;
    }

    private void measure(Utterance utterance) {
      if (parts.works().prosody() && theirs.has(utterance)) {
        var sound = utterance.sound();
        recognition.execute(() -> {
          var features = voice.of(sound);
          box.execute(() -> utterance.voice(features));
        });
      }
    }

    @Override
    public void failed(RecogniserFailure failure) {
      parts.works().faults().accept(failure);
    }
  }

  /** Hears of what we say. */
  private final class Telling implements Speaking.Events {
    @Override
    public void began(Piece piece) {
      pauses.broken();
      // Afterwards, since it may make us stop again.
      box.execute(() -> take(turns.weBegin(now, piece.mandatory())));
    }

    @Override
    public void whole(Saying saying) {
      String last = saying.sentences().getLast().words();
      boolean asks = last.indexOf('？') >= 0 || last.indexOf('?') >= 0;
      if (asks || saying.answer().kind() != Expecting.OPEN) {
        turns.asked(saying.answer().kind());
      }
    }

    @Override
    public void silent() {
      pauses.begins(now);
      box.execute(() -> take(turns.weEnd(now)));
      leaveIfSilent();
    }

    @Override
    public void unsaid(Piece piece) {
      if (piece.mandatory()) {
        // What the law wants said can't be said: then nothing else is.
        line.hangUp();
      }
    }

    @Override
    public void spoken(Spoken spoken) {
      listener.spoken(spoken);
    }
  }
}
