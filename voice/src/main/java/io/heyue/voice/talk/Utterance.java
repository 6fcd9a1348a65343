package io.heyue.voice.talk;

import io.heyue.voice.audio.Sound;
import io.heyue.voice.hear.ProsodyFeatures;
import io.heyue.voice.line.Mailbox;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.Heard;
import io.heyue.voice.recognise.Listening;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.RecogniserFailure;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What they said between two silences, while it is heard and recognised. What takes long is done by
 * {@code works}, one thing after the other; all else belongs to one talk's mailbox.
 */
final class Utterance {
  /** Longer ones are heard no further: 30 s. */
  private static final int LONGEST = 30 * Recogniser.RATE;

  /** New audio after which it is asked what was understood so far: 0.3 s. */
  private static final int STEP = Recogniser.RATE * 3 / 10;

  /** Pieces of which it is asked how loud they are: 10 ms. */
  private static final int PIECE = Recogniser.RATE / 100;

  /** Frames of the detector lag behind a sound by no more: 125 ms. */
  private static final int LAG = Recogniser.RATE / 8;

  /** About -55 dBov: an idle line is below it. */
  private static final double IDLE = 60;

  /** Against the loudest piece, 34 dB: the end of a word isn't so far below it. */
  private static final double FAINT = 0.02;

  private final long from;
  private final Optional<Recogniser> recogniser;
  private final Mailbox works;
  private final Events events;
  private short[] samples = new short[4 * Recogniser.RATE];
  private int length;
  private int asked;
  private Heard heard = Heard.NOTHING;
  private boolean finished;
  private boolean ignored;
  private boolean ended;
  private boolean greeting;
  private Optional<ProsodyFeatures> voice = Optional.empty();

  /** Of the works alone. */
  private Optional<Listening> listening = Optional.empty();

  private boolean broken;

  /** Whether nobody wants to know any more what it was. */
  private volatile boolean abandoned;

  /**
   * @param from the sample of the call at which it begins
   */
  Utterance(long from, Optional<Recogniser> recogniser, Mailbox works, Events events) {
    this.from = from;
    this.recogniser = recogniser;
    this.works = works;
    this.events = events;
  }

  /** What is told of it; on any thread. */
  interface Events {
    /**
     * @param to the sample of the call up to which it was heard
     */
    void understood(Utterance utterance, Heard heard, long to);

    /** Nothing more of it will be understood. */
    void finished(Utterance utterance, Heard heard);

    void failed(RecogniserFailure failure);
  }

  /** Begins to be recognised. */
  void open(Expected expected) {
    if (recogniser.isPresent()) {
      works.execute(() -> {
        if (!abandoned) {
          safely(() -> listening = Optional.of(recogniser.get().listen(expected)));
        }
      });
    }
  }

  void came(short[] frame) {
    int take = Math.min(frame.length, LONGEST - length);
    if (take <= 0 || finished) {
      return;
    }
    if (length + take > samples.length) {
      samples = Arrays.copyOf(samples, 2 * samples.length);
    }
    System.arraycopy(frame, 0, samples, length, take);
    length += take;
    short[] part = Arrays.copyOf(frame, take);
    long to = from + length;
    boolean ask = length - asked >= STEP;
    if (ask) {
      asked = length;
    }
    if (recogniser.isPresent()) {
      works.execute(() ->
          with(ears -> {
            ears.hear(part);
            if (ask) {
              events.understood(this, ears.sofar(), to);
            }
          }));
    }
  }

  /** They seem to fall silent: it is looked at before that is sure, so that its words are there. */
  void pauses() {
    if (recogniser.isEmpty() || finished) {
      return;
    }
    asked = length;
    long to = from + length;
    works.execute(() -> with(ears -> events.understood(this, ears.pausing(), to)));
  }

  /** They fell silent. */
  void end() {
    ended = true;
    if (recogniser.isEmpty()) {
      events.finished(this, Heard.NOTHING);
      return;
    }
    works.execute(() -> {
      Heard[] last = {Heard.NOTHING};
      with(ears -> last[0] = ears.finish());
      close();
      events.finished(this, last[0]);
    });
  }

  /** Nobody wants to know any more what it was. */
  void abandon() {
    abandoned = true;
    works.execute(this::close);
  }

  private void close() {
    listening.ifPresent(Listening::close);
    listening = Optional.empty();
  }

  private void with(Consumer<Listening> use) {
    safely(() -> listening.ifPresent(use));
  }

  /** A recogniser that fails leaves a turn of which nothing was understood. */
  private void safely(Runnable deed) {
    if (broken) {
      return;
    }
    try {
      deed.run();
    } catch (RecogniserFailure e) {
      broken = true;
      events.failed(e);
    }
  }

  /**
   * Where the silence began, to 20 ms: a little before the detector of speech is sure, where
   * nothing more is to be heard. On a noisy line it is where the detector says.
   *
   * @param noticed where it begins by the detector
   */
  long silentFrom(long noticed) {
    int to = Math.toIntExact(Math.clamp(noticed - from, 0, length));
    double loudest = 0;
    for (int at = 0; at + PIECE <= to; at += PIECE) {
      loudest = Math.max(loudest, loudness(at));
    }
    double least = Math.max(IDLE, FAINT * loudest);
    int earliest = Math.max(PIECE, to - LAG);
    int end = to;
    while (end > earliest && loudness(end - PIECE) < least) {
      end -= PIECE;
    }
    return noticed - (to - end);
  }

  /** Root of the mean square of the piece from a sample on. */
  private double loudness(int at) {
    double sum = 0;
    for (int each = at; each < at + PIECE; each++) {
      sum += (double) samples[each] * samples[each];
    }
    return Math.sqrt(sum / PIECE);
  }

  long from() {
    return from;
  }

  Heard heard() {
    return heard;
  }

  void heard(Heard now) {
    heard = now;
  }

  boolean finished() {
    return finished;
  }

  void finished(Heard last) {
    heard = last;
    finished = true;
  }

  /** Whether it belongs to no turn, as far as is known. */
  boolean ignored() {
    return ignored;
  }

  void ignored(boolean belongsToNone) {
    ignored = belongsToNone;
  }

  /** It is how they took the call, and answers nothing. */
  void isGreeting() {
    greeting = true;
    ignored = true;
  }

  boolean greeting() {
    return greeting;
  }

  /** Samples of it. */
  int length() {
    return length;
  }

  /** Whether they fell silent after it. */
  boolean ended() {
    return ended;
  }

  Optional<ProsodyFeatures> voice() {
    return voice;
  }

  void voice(Optional<ProsodyFeatures> sounds) {
    voice = sounds;
  }

  Sound sound() {
    return new Sound(Recogniser.RATE, Arrays.copyOf(samples, length));
  }
}
