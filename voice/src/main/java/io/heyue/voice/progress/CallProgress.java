package io.heyue.voice.progress;

import io.heyue.core.base.Check;
import io.heyue.voice.progress.Opinion.Ground;
import io.heyue.voice.progress.ToneBank.Heard;
import io.heyue.voice.tone.CallTone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows a call that was dialled: is given all that is heard and signalled of it, and tells what
 * it means. Its time is the samples that it was given, of 8,000 a second; nothing else passes in
 * it.
 *
 * <p>The opening may be said at once when the call is taken; nothing here holds it back. {@link
 * #mayHear()} says what may be said beyond it. One call's; not thread-safe.
 */
public final class CallProgress {
  /** Samples of a frame: 20 ms. */
  public static final int FRAME = NetworkTones.FRAME;

  private static final ToneBank NETWORK = ToneBank.network();
  private static final ToneBank WIDE = ToneBank.wide();

  private final ProgressTable table;
  private final Announcements announcements;
  private final Figures figures;
  private final ProgressListener listener;
  private final boolean theyCall;
  private final Whistles whistles = new Whistles();
  private final Signalled signalled = new Signalled();
  private NetworkTones tones = new NetworkTones();
  private long now;
  private boolean talking;
  private boolean rang;
  private Optional<CallTone> tone = Optional.empty();
  private Optional<Match> announced = Optional.empty();
  private Optional<PersonOrMachine> judge = Optional.empty();
  private Optional<Opinion> told = Optional.empty();
  private Optional<Verdict> verdict = Optional.empty();

  /**
   * @param table and {@code announcements}: read once, for all calls
   */
  public CallProgress(
      ProgressTable table,
      Announcements announcements,
      Figures figures,
      ProgressListener listener) {
    this(table, announcements, figures, listener, false);
  }

  private CallProgress(
      ProgressTable table,
      Announcements announcements,
      Figures figures,
      ProgressListener listener,
      boolean theyCall) {
    this.table = table;
    this.announcements = announcements;
    this.figures = figures;
    this.listener = listener;
    this.theyCall = theyCall;
  }

  /** Follows a call of theirs: whoever calls speaks first and at length, and isn't judged. */
  public static CallProgress ofCaller(
      ProgressTable table,
      Announcements announcements,
      Figures figures,
      ProgressListener listener) {
    return new CallProgress(table, announcements, figures, listener, true);
  }

  /**
   * The next 20 ms of their side, silence where nothing came.
   *
   * @param samples {@link #FRAME} of them, of 8,000 a second
   */
  public void frame(short[] samples) {
    Check.that(samples.length == FRAME, "samples", samples.length, "of 20 ms: " + FRAME);
    now += FRAME;
    if (verdict.isPresent()) {
      return;
    }
    boolean wide = judge.map(each -> each.listensForWhistles(now)).orElse(false);
    Heard heard = (wide ? WIDE : NETWORK).hear(samples);
    tones.came(heard).ifPresent(this::toned);
    if (judge.isPresent()) {
      if (wide) {
        whistles.came(heard).ifPresent(judge.get()::whistled);
      }
      judge.get().advance(now);
      tell();
    }
  }

  private void toned(CallTone heard) {
    if (!tone.equals(Optional.of(heard))) {
      tone = Optional.of(heard);
      listener.came(new Progress.Toned(now, heard));
    }
    if (heard == CallTone.RINGING && judge.isEmpty()) {
      ringing();
    }
  }

  private void tell() {
    Optional<Opinion> opinion = judge.map(PersonOrMachine::opinion);
    if (!opinion.equals(told)) {
      told = opinion;
      opinion.ifPresent(each -> listener.came(new Progress.Judged(now, each)));
    }
  }

  /** Time so far, in samples. */
  public long now() {
    return now;
  }

  /**
   * They began to speak, as a detector of speech found.
   *
   * @param at sample; not in the future
   */
  public void speechBegan(long at) {
    Check.that(at >= 0 && at <= now, "at", at, "0 to " + now);
    talking = true;
    judge.ifPresent(each -> each.speechBegan(at));
  }

  /**
   * They stopped.
   *
   * @param at sample; not in the future
   */
  public void speechEnded(long at) {
    Check.that(at >= 0 && at <= now, "at", at, "0 to " + now);
    talking = false;
    judge.ifPresent(each -> each.speechEnded(at));
  }

  /**
   * Words of theirs that were recognised so far. What was said before the call was taken must not
   * be in words that come after it: whoever recognises begins anew at the answer.
   *
   * @param text one utterance from its beginning; it may grow from call to call
   * @param finished whether no more of it is to come
   */
  public void words(String text, boolean finished) {
    if (verdict.isPresent()) {
      return;
    }
    Optional<Match> match =
        judge.isPresent()
            ? judge.get().words(text, finished)
            : announcements.find(text, finished, false);
    match.ifPresent(this::announced);
    tell();
  }

  private void announced(Match match) {
    boolean worse = match.hint() && announced.isPresent() && !announced.get().hint();
    boolean same = announced.isPresent() && announced.get().phrase().equals(match.phrase());
    if (!worse && !same) {
      announced = Optional.of(match);
      listener.came(new Progress.Announced(now, match));
    }
  }

  /** It rings over there (180). */
  public void ringing() {
    if (!rang && verdict.isEmpty()) {
      rang = true;
      listener.came(new Progress.Ringing(now));
    }
  }

  /** They took it (200). What was heard before speaks of it no more. */
  public void answered() {
    if (judge.isPresent() || verdict.isPresent()) {
      return;
    }
    announced = Optional.empty();
    tone = Optional.empty();
    tones = new NetworkTones();
    PersonOrMachine by = new PersonOrMachine(figures, announcements, now);
    judge = Optional.of(by);
    listener.came(new Progress.Answered(now));
    if (theyCall) {
      by.answered(HumanAnswer.KEY);
    }
    if (talking) {
      by.speechBegan(now);
    }
    tell();
  }

  /** A question of ours was heard to its end. */
  public void asked() {
    judge.ifPresent(PersonOrMachine::asked);
  }

  /** They answered what we had asked; nothing else makes a person of a machine. */
  public void answeredUs(HumanAnswer how) {
    if (verdict.isEmpty()) {
      judge.ifPresent(each -> each.answered(how));
      tell();
    }
  }

  /**
   * We want it no more; what the other side says to that is still to come.
   *
   * @param rangOut since it has rung long enough
   */
  public void gaveUp(boolean rangOut) {
    signalled.gaveUp(rangOut);
  }

  /**
   * They refused it, or the network for them. It is over.
   *
   * @param status 300 to 699
   * @param reasons Reason headers as they came (RFC 3326)
   */
  public void refused(int status, List<String> reasons) {
    signalled.refused(status, reasons);
    hungUp();
  }

  /** Nobody gave a sign, or a message could not be sent. It is over. */
  public void failed() {
    signalled.failed();
    hungUp();
  }

  /** One of both hung up. It is over. */
  public void hungUp() {
    if (verdict.isPresent()) {
      return;
    }
    List<Evidence> all = new ArrayList<>(signalled.evidence());
    announced.ifPresent(match -> all.add(new Evidence.Announcement(match)));
    tone.ifPresent(each -> all.add(new Evidence.Tone(each)));
    judge.ifPresent(each -> all.add(new Evidence.Answer(each.opinion().who())));
    if (opinion().filter(each -> each.ground() == Ground.FAX).isPresent()) {
      all.add(new Evidence.Fax());
    }
    if (rang) {
      all.add(new Evidence.Rang());
    }
    if (all.isEmpty()) {
      all.add(new Evidence.NoSign());
    }
    Verdict made = Verdict.of(table, all);
    verdict = Optional.of(made);
    listener.came(new Progress.Ended(now, made));
  }

  /** What may be said to them now. */
  public MayHear mayHear() {
    return judge.map(each -> MayHear.of(each.opinion().who())).orElse(MayHear.GREETING);
  }

  /** Who took it, as far as is known; empty before anybody did. */
  public Optional<Opinion> opinion() {
    return judge.map(PersonOrMachine::opinion);
  }

  /** What became of it, once it is over. */
  public Optional<Verdict> verdict() {
    return verdict;
  }
}
