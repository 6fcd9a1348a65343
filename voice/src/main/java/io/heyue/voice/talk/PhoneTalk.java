package io.heyue.voice.talk;

import io.heyue.core.base.Lang;
import io.heyue.voice.hear.SpeechDetector;
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
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.rtp.Key;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One conversation over one call. What is heard, said, signalled and asked for comes into one
 * mailbox; the table of turns says who speaks, the progress of the call who may be heard by whom.
 */
final class PhoneTalk implements Talk, PhoneListener {
  /** So long a key is held. */
  private static final Duration PRESSED = Duration.ofMillis(120);

  private final TalkParts parts;
  private final TalkListener listener;
  private final Mailbox box;
  private final Mailbox recognition;
  private final Voicing voicing;
  private final Tape tape;
  private final CallProgress progress;
  private final Hearing hearing;
  private final KeyEntry keys = new KeyEntry();
  private final Pauses pauses = new Pauses();

  /** What not everybody may hear, until it is plain who listens. */
  private final List<Saying> held = new ArrayList<>();

  private final PhoneCall line;
  private final Speaking speaking;
  private final Lending lending;
  private final Floor floor;

  /** The sample up to which they were heard: the time of all that happens here. */
  private long now;

  private boolean up;
  private long upAt;
  private boolean ended;

  /**
   * @param theyCall whether they called us: then nobody asks whether a machine speaks
   */
  PhoneTalk(TalkParts parts, Lang lang, TalkListener listener, PhoneCall line, boolean theyCall) {
    this.parts = parts;
    this.listener = listener;
    this.floor = new Floor(parts, lang, listener, pauses, new Standing());
    TalkParts.Works works = parts.works();
    this.box = new Mailbox(works.threads(), works.faults());
    this.recognition = new Mailbox(parts.hears(lang), works.faults());
    this.voicing = new Voicing(parts, box);
    this.tape = new Tape(works, line::hangUp);
    this.progress = parts.knowledge().follow(this::came, theyCall);
    this.hearing =
        new Hearing(
            parts,
            box,
            recognition,
            this::recogniser,
            new Heeding(parts, box, recognition, progress, floor, new Standing()));
    this.line = line;
    this.speaking =
        new Speaking(
            line,
            piece -> voicing.make(piece, floor.lang(), this::made),
            new Telling(box, floor, pauses, new Standing(), listener, this::fellSilent));
    this.lending = new Lending(box, line, new Ours());
  }

  private Optional<Recogniser> recogniser() {
    return parts.recogniser(floor.lang());
  }

  @Override
  public boolean closed(Lang lang) {
    return parts.recogniser(lang).map(Recogniser::closed).orElse(true);
  }

  // What is asked for.

  @Override
  public void say(Saying saying) {
    box.execute(() -> {
      if (ended || lending.gone()) {
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
    return up && !lending.on() && saying.hearers().compareTo(progress.mayHear()) <= 0;
  }

  private void begin(Saying saying) {
    pauses.limit(saying.quiet());
    floor.ours();
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
    if (!floor.guarded() && !lending.on()) {
      speaking.forget();
    }
  }

  @Override
  public void speak(Lang other) {
    box.execute(() -> floor.speak(other));
  }

  @Override
  public void answersUs(boolean byKey) {
    box.execute(() -> progress.answeredUs(byKey ? HumanAnswer.KEY : HumanAnswer.WORDS));
  }

  @Override
  public void unrecorded() {
    tape.unwanted();
  }

  @Override
  public void press(String wanted) {
    List<Key> pressed = wanted.chars().mapToObj(sign -> Key.signed((char) sign)).toList();
    box.execute(() -> pressed.forEach(key -> line.press(key, PRESSED)));
  }

  @Override
  public void leave() {
    box.execute(() -> {
      pauses.leave();
      leaveIfSilent();
    });
  }

  /** We said all, unless it couldn't be said and had to. */
  private void fellSilent(boolean unlawfully) {
    if (unlawfully) {
      line.hangUp();
    } else {
      leaveIfSilent();
    }
  }

  private void leaveIfSilent() {
    if (speaking.silent() && held.isEmpty()) {
      pauses.said(now);
    }
  }

  @Override
  public Loan lend(Borrower borrower) {
    Loan loan = lending.to(borrower);
    box.execute(() -> {
      if (ended) {
        lending.ended();
      }
    });
    return loan;
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
    box.execute(() -> hearing.expect(parts.knowledge().announced(floor.lang())));
  }

  @Override
  public void up() {
    box.execute(() -> {
      up = true;
      upAt = now;
      progress.answered();
      if (!tape.begins(now, listener.recording())) {
        line.hangUp();
        return;
      }
      // What was said before is the network's.
      hearing.restart();
      hearing.expect(Expected.ANYTHING);
      listener.up();
    });
  }

  @Override
  public void sent(short[] frame, long at) {
    tape.sent(frame, at);
  }

  @Override
  public void heard(short[] frame, long at) {
    tape.heard(frame, at);
    // Of what somebody else listens to we hear nothing; our clock goes on.
    short[] ours = lending.heard(frame, at) ? new short[frame.length] : frame;
    box.execute(() -> frame(ours, at));
  }

  private void frame(short[] frame, long at) {
    if (ended) {
      return;
    }
    now = at + frame.length;
    if (lending.gone()) {
      return;
    }
    progress.frame(frame);
    hearing.came(frame, at);
    if (!up) {
      return;
    }
    floor.passed();
    keys.passed(now).ifPresent(listener::keyed);
    if (calm() && pauses.lasted(now)) {
      listener.quiet(pauses.limit());
    }
    // Asked for again, since what was to be said may have been taken back.
    leaveIfSilent();
    if (pauses.over(now)) {
      line.hangUp();
    }
    if (speaking.silent() && held.isEmpty()) {
      lending.begin();
    }
  }

  private boolean calm() {
    return floor.calm() && speaking.silent() && held.isEmpty() && !keys.begun() && !lending.on();
  }

  @Override
  public void played(Played played) {
    box.execute(() -> speaking.played(played));
  }

  @Override
  public void pressed(char key) {
    box.execute(() -> {
      if (!up || ended || lending.on()) {
        return;
      }
      if (speaking.tooEarlyToAnswer() && !keys.always(key)) {
        return;
      }
      pauses.broken();
      floor.keyed();
      keys.pressed(key, now).ifPresent(listener::keyed);
    });
  }

  @Override
  public void ended(Ending ending, boolean elsewhere) {
    box.execute(() -> {
      if (ended) {
        return;
      }
      ended = true;
      tape.end(listener::recorded);
      held.clear();
      lending.ended();
      Judging.end(progress, ending);
      Duration talked =
          up ? Duration.ofMillis((now - upAt) * 1_000 / SpeechDetector.RATE) : Duration.ZERO;
      listener.ended(new TalkEnd(progress.verdict().orElseThrow(), ending, up, talked));
      // Last: what hears may be closed by now, and whoever led the call must learn its end.
      hearing.close();
    });
  }

  private void came(Progress what) {
    if (what instanceof Progress.Judged judged && !ended) {
      MayHear may = progress.mayHear();
      listener.judged(judged.opinion(), may);
      release();
    }
  }

  private void release() {
    List<Saying> free = held.stream().filter(this::may).toList();
    held.removeAll(free);
    free.forEach(this::begin);
  }

  private void made(Piece piece) {
    listener.stage(new TalkStage.Made(piece.saying().id()));
    speaking.made(piece);
  }

  /** How the call stands. */
  private final class Standing implements Floor.Call {
    @Override
    public long now() {
      return now;
    }

    @Override
    public long upAt() {
      return upAt;
    }

    @Override
    public boolean up() {
      return up;
    }

    @Override
    public boolean ended() {
      return ended;
    }

    @Override
    public Speaking speaking() {
      return speaking;
    }

    @Override
    public void asked() {
      progress.asked();
    }

    @Override
    public boolean lent() {
      return lending.on();
    }

    @Override
    public void hangUp() {
      line.hangUp();
    }
  }

  /** Hears of whose the call is. */
  private final class Ours implements Lending.Ours {
    @Override
    public void back() {
      floor.anew();
      release();
      if (speaking.silent()) {
        pauses.begins(now);
      }
    }

    @Override
    public void gone() {
      held.clear();
      hearing.close();
    }
  }
}
