package io.heyue.bench;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.progress.MayHear;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.speech.Espeak;
import io.heyue.voice.speech.Mouth;
import io.heyue.voice.talk.Saying;
import io.heyue.voice.talk.Spoken;
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.TalkEnd;
import io.heyue.voice.talk.TalkListener;
import io.heyue.voice.talk.TheirTurn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A call in which we say the same long sentence again and again while somebody speaks over it, and
 * what came of each time.
 */
final class BargeCall implements TalkListener {
  /** Of the end of a word so much is no sound: -50 dBov. */
  static final int QUIET = 104;

  /** Nine seconds without a pause. */
  private static final String SENTENCE =
      "We would like to tell you today that you can reach us by telephone or by letter or by email"
          + " on every working day between nine in the morning and six in the evening.";

  private static final List<String> STOPS =
      List.of(
          "Stop please, I have paid already.",
          "Wait a moment, who is this?",
          "No, that is not right.",
          "Sorry, can you call me later?",
          "I don't want to talk about that now.",
          "Excuse me, I have a question.");
  private static final List<String> NODS = List.of("Okay.", "Yeah.", "Right.", "All right.");

  private static final double LEAD = 3_000;

  /** Gaps differ by so much, so that they fall anywhere within a packet and a frame. */
  private static final int SWAY = 1_000;

  /**
   * Something said over us.
   *
   * @param nod whether it only tells that they listen
   */
  record Cut(String words, boolean nod) {}

  /** What came of something said over us. */
  record Outcome(long at, boolean turn, boolean whole, String words) {}

  /**
   * What is said by whom. In milliseconds.
   *
   * @param sentence of ours
   * @param stops how often they interrupt us
   * @param afterStop when we are in the midst of our sentence again
   * @param nods how often they only show that they listen
   * @param afterNod when our sentence was said to its end, and we are within the next
   */
  record Plan(String sentence, int stops, int afterStop, int nods, int afterNod) {
    static Plan usual(int stops, int nods) {
      return new Plan(SENTENCE, stops, 4_500, nods, 11_000);
    }
  }

  private final Plan plan;
  private final List<Cut> cuts = new ArrayList<>();
  private final Sound says;
  private final CompletableFuture<Talk> talk = new CompletableFuture<>();
  private final CompletableFuture<TalkEnd> end = new CompletableFuture<>();
  private final ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
  private long sayings;

  BargeCall(Plan plan, Random random) {
    this.plan = plan;
    int all = plan.stops() + plan.nods();
    Mouth mouth = new Mouth(new Espeak("espeak-ng", 165), Companding.RATE, 0);
    List<Sound> parts = new ArrayList<>(List.of(silence(LEAD)));
    for (int each = 0; each < all; each++) {
      boolean nod = (each + 1) * plan.nods() / all > each * plan.nods() / all;
      List<String> among = nod ? NODS : STOPS;
      String words = among.get(random.nextInt(among.size()));
      cuts.add(new Cut(words, nod));
      parts.add(mouth.say(words, Lang.EN).trimmed(QUIET));
      parts.add(
          silence((nod ? plan.afterNod() : plan.afterStop()) + random.nextInt(SWAY * 8) / 8.0));
    }
    says = Sound.of(Companding.RATE, parts);
  }

  private static Sound silence(double milliseconds) {
    return Sound.silence(Companding.RATE, Duration.ofNanos(Math.round(milliseconds * 1e6)));
  }

  /** What they say from the beginning of the call to its end. */
  Sound says() {
    return says;
  }

  List<Cut> cuts() {
    return List.copyOf(cuts);
  }

  /** What came of what they said, in order. */
  List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  /** Calls them; the result comes when they hang up. */
  CompletableFuture<TalkEnd> begin(TalkingSide side, SipAddress peer, Mouth mouth) {
    talk.complete(side.call(peer, mouth, this));
    return end;
  }

  @Override
  public void up() {
    sayIt();
  }

  private void sayIt() {
    sayings++;
    talk.join()
        .say(
            new Saying(
                sayings,
                List.of(new Saying.Sentence(plan.sentence(), false)),
                MayHear.GREETING,
                Expected.ANYTHING,
                0,
                Duration.ofSeconds(20),
                Saying.Delivery.USUAL));
  }

  @Override
  public void said(TheirTurn turn) {
    outcomes.add(new Outcome(WireCapture.now(), true, false, turn.words()));
    sayIt();
  }

  @Override
  public void spoken(Spoken spoken) {
    outcomes.add(new Outcome(WireCapture.now(), false, spoken.whole(), ""));
    if (spoken.whole()) {
      sayIt();
    }
  }

  @Override
  public void keyed(String keys) {
    // Nobody presses any.
  }

  @Override
  public void quiet(Duration since) {
    sayIt();
  }

  @Override
  public void ended(TalkEnd how) {
    end.complete(how);
  }
}
