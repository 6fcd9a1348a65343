package io.heyue.voice.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.hear.Expecting;
import io.heyue.voice.hear.HearingSettings;
import io.heyue.voice.hear.SpeechDetector;
import io.heyue.voice.hear.SpeechHub;
import io.heyue.voice.hear.SpeechModel;
import io.heyue.voice.line.Ending;
import io.heyue.voice.line.PhoneCall;
import io.heyue.voice.media.Playback;
import io.heyue.voice.media.PlaybackId;
import io.heyue.voice.media.Played;
import io.heyue.voice.progress.MayHear;
import io.heyue.voice.progress.Opinion;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.rtp.Key;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.speech.Espeak;
import io.heyue.voice.speech.Mouth;
import io.heyue.voice.speech.Voice;
import io.heyue.voice.speech.VoiceFailure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A call in virtual time: each step is 20 ms, in which a frame of what they say is heard and one of
 * what we say goes out. All of it runs in the test's thread.
 */
final class VirtualCall implements PhoneCall, TalkListener {
  static final int FRAME = 160;
  private static final int LATE = 20 * FRAME;
  private static final int RATE = SpeechDetector.RATE;

  /** Words that no voice can say. */
  static final String UNSAYABLE = "unsayable";

  private static final Mouth THEIR_MOUTH = new Mouth(new Espeak("espeak-ng", 170), RATE, 50);

  final Scripted ears;
  final List<String> told = new ArrayList<>();
  final List<TheirTurn> turns = new ArrayList<>();
  final List<Spoken> spoken = new ArrayList<>();

  /** Sayings of which the question was heard. */
  final List<Long> asked = new ArrayList<>();

  final List<TalkStage> stages = new ArrayList<>();
  final List<Throwable> faults = new ArrayList<>();
  final PhoneTalk talk;

  /** When something of ours went out last, in milliseconds. */
  long lastOut = -1;

  /** What went out of ours, without what lay between. */
  final List<Short> out = new ArrayList<>();

  private final Deque<Playing> playing = new ArrayDeque<>();
  private final Deque<short[]> theirs = new ArrayDeque<>();
  private final Random noise = new Random(5);
  private final List<Played> flushed = new ArrayList<>();
  private SpeechHub.@Nullable Listener heeding;

  /** Whether it is told 0.4 s late that something was played to its end. */
  boolean lateEnds;

  private final NavigableMap<Long, Played> late = new TreeMap<>();
  private long numbers;
  private long at;
  private boolean over;

  private record Playing(PlaybackId id, Playback playback, AtomicLong samples) {}

  VirtualCall(SpeechModel model, Lang lang) {
    this(model, lang, false, Optional.empty());
  }

  /**
   * @param theyCall whether they called us
   */
  VirtualCall(SpeechModel model, Lang lang, boolean theyCall, Optional<Taping> taping) {
    ears = new Scripted(lang);
    Voice ours = new Humming();
    Mouth mouth = new Mouth(ours, RATE, 0);
    talk =
        new PhoneTalk(
            new TalkParts(
                listener -> {
                  heeding = listener;
                  return new Line(model.detector(), listener);
                },
                HearingSettings.usual(),
                Map.of(Lang.ZH, mouth, Lang.EN, mouth),
                Map.of(lang, ears),
                Knowledge.standard(),
                new TalkParts.Works(Runnable::run, Runnable::run, faults::add, true, taping)),
            lang,
            this,
            this,
            theyCall);
  }

  /** Says 60 ms for each character; what is hummed is no speech to anybody. */
  private static final class Humming implements Voice {
    @Override
    public String name() {
      return "humming";
    }

    @Override
    public Sound say(String words, Lang lang) {
      if (words.contains(UNSAYABLE)) {
        throw new VoiceFailure("Nobody can say that.");
      }
      short[] samples = new short[words.length() * RATE * 60 / 1_000];
      Arrays.fill(samples, (short) 1_000);
      return new Sound(RATE, samples);
    }
  }

  private static final class Line implements SpeechHub.Line {
    private final SpeechDetector detector;
    private final SpeechHub.Listener listener;
    private long scored;

    Line(SpeechDetector detector, SpeechHub.Listener listener) {
      this.detector = detector;
      this.listener = listener;
    }

    @Override
    public void came(short[] samples, long at) {
      OptionalDouble score = detector.came(samples);
      if (score.isPresent()) {
        listener.scored(score.getAsDouble(), scored);
        scored += SpeechDetector.FRAME;
      }
    }

    @Override
    public long dropped() {
      return 0;
    }

    @Override
    public void close() {}
  }

  /** What finds speech fails. */
  void goesDeaf(Throwable fault) {
    Objects.requireNonNull(heeding).failed(fault);
  }

  long millis() {
    return at * 1_000 / RATE;
  }

  /** They say this from now on. */
  VirtualCall say(String words, Lang lang) {
    short[] samples = THEIR_MOUTH.say(words, lang).samples();
    for (int from = 0; from < samples.length; from += FRAME) {
      theirs.add(
          Arrays.copyOf(
              Arrays.copyOfRange(samples, from, Math.min(samples.length, from + FRAME)), FRAME));
    }
    return this;
  }

  /** Whether they are still speaking. */
  boolean speaking() {
    return !theirs.isEmpty();
  }

  VirtualCall untilTheyEnd() {
    while (speaking()) {
      pass(Duration.ofMillis(20));
    }
    return this;
  }

  VirtualCall pass(Duration length) {
    for (long end = at + length.toMillis() * RATE / 1_000; at < end; ) {
      step();
    }
    return this;
  }

  private void step() {
    flushed.forEach(talk::played);
    flushed.clear();
    while (!late.isEmpty() && late.firstKey() <= at) {
      talk.played(late.pollFirstEntry().getValue());
    }
    play();
    short[] frame = theirs.isEmpty() ? new short[FRAME] : theirs.remove();
    for (int each = 0; each < frame.length; each++) {
      frame[each] += (short) (noise.nextGaussian() * 8);
    }
    at += FRAME;
    talk.heard(frame, at - FRAME);
  }

  private void play() {
    int filled = 0;
    short[] frame = new short[FRAME];
    while (filled < FRAME && !playing.isEmpty()) {
      Playing first = playing.peek();
      int read = first.playback().read(frame, filled, FRAME - filled);
      if (read == Playback.END) {
        playing.remove();
        Played ended =
            new Played(first.id(), first.samples().get(), Optional.empty(), Played.End.FINISHED);
        if (lateEnds) {
          late.put(at + LATE, ended);
        } else {
          talk.played(ended);
        }
      } else if (read == 0) {
        break;
      } else {
        for (int each = filled; each < filled + read; each++) {
          out.add(frame[each]);
        }
        filled += read;
        first.samples().addAndGet(read);
      }
    }
    if (filled > 0) {
      lastOut = millis() + 20;
    }
  }

  @Override
  public PlaybackId play(Playback playback) {
    PlaybackId id = new PlaybackId(++numbers);
    playing.add(new Playing(id, playback, new AtomicLong()));
    return id;
  }

  @Override
  public void flush() {
    for (Playing each : playing) {
      flushed.add(
          new Played(each.id(), each.samples().get(), Optional.empty(), Played.End.FLUSHED));
    }
    playing.clear();
  }

  @Override
  public void press(Key key, Duration held) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void hold(boolean on) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void transfer(SipAddress to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void hangUp() {
    if (!over) {
      over = true;
      told.add("we hang up");
      talk.ended(new Ending(Ending.How.WE_LEFT, 0, List.of(), ""), false);
    }
  }

  @Override
  public void up() {
    told.add("up");
  }

  @Override
  public void judged(Opinion opinion, MayHear may) {
    told.add("judged " + opinion.who());
  }

  @Override
  public void said(TheirTurn turn) {
    turns.add(turn);
    told.add("said " + turn.words());
  }

  @Override
  public void keyed(String keys) {
    told.add("keyed " + keys);
  }

  @Override
  public void quiet(Duration since) {
    told.add("quiet");
  }

  @Override
  public void stage(TalkStage stage) {
    stages.add(stage);
  }

  @Override
  public void asked(long saying) {
    asked.add(saying);
  }

  @Override
  public void spoken(Spoken one) {
    spoken.add(one);
  }

  @Override
  public void ended(TalkEnd end) {
    told.add("ended " + end.verdict().disposition());
  }

  /** Something safe for any listener. */
  static Saying greeting(long id, String words, boolean mandatory) {
    return new Saying(
        id,
        List.of(new Saying.Sentence(words, mandatory)),
        MayHear.GREETING,
        Expected.ANYTHING,
        0,
        Duration.ofSeconds(5),
        Saying.Delivery.USUAL);
  }

  /** Something for nobody but a person. */
  static Saying asking(long id, Expecting kind, int keys, String... sentences) {
    return new Saying(
        id,
        Arrays.stream(sentences).map(words -> new Saying.Sentence(words, false)).toList(),
        MayHear.CONVERSATION,
        new Expected(kind, List.of()),
        keys,
        Duration.ofSeconds(5),
        Saying.Delivery.USUAL);
  }

  void tellsLast(String what) {
    assertThat(told).isNotEmpty();
    assertThat(told.getLast()).isEqualTo(what);
  }
}
