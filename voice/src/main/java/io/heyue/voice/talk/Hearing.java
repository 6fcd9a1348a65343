package io.heyue.voice.talk;

import io.heyue.voice.hear.SpeechDetector;
import io.heyue.voice.hear.SpeechEvent;
import io.heyue.voice.hear.SpeechHub;
import io.heyue.voice.hear.SpeechSegments;
import io.heyue.voice.line.Mailbox;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.Recogniser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What they say on one call: where it begins and ends, and its words. Of one talk's mailbox. */
final class Hearing implements AutoCloseable {
  /** Of what was heard before speech was noticed so much is kept: 1 s. */
  private static final int KEPT = 50;

  /** Of a pause, after which what was said is looked at: 96 ms, three frames. */
  private static final long PAUSE = 3L * SpeechDetector.FRAME;

  private final SpeechHub.Line ears;
  private final SpeechSegments segments;
  private final Mailbox works;
  private final Events events;
  private final Supplier<Optional<Recogniser>> recogniser;
  private final Deque<Frame> kept = new ArrayDeque<>();
  private @Nullable Utterance now;
  private Expected expected = Expected.ANYTHING;
  private boolean closed;

  /** What was heard lately. */
  private static final class Frame {
    private final short[] samples;
    private final long at;

    Frame(short[] samples, long at) {
      this.samples = samples;
      this.at = at;
    }

    boolean reaches(long sample) {
      return at + samples.length > sample;
    }
  }

  /** What is told. */
  interface Events extends Utterance.Events {
    /** They began to speak, or stopped. */
    void speech(SpeechEvent event, Utterance utterance);

    /** Nothing is heard any more. */
    void deaf(Throwable fault);
  }

  /**
   * @param box where all of the talk runs
   * @param works where one utterance after the other is recognised
   * @param recogniser of the language that is spoken now
   */
  Hearing(
      TalkParts parts,
      Mailbox box,
      Mailbox works,
      Supplier<Optional<Recogniser>> recogniser,
      Events events) {
    this.segments = new SpeechSegments(parts.hearing());
    this.works = works;
    this.recogniser = recogniser;
    this.events = events;
    this.ears =
        parts
            .ears()
            .line(
                new SpeechHub.Listener() {
                  @Override
                  public void scored(double probability, long at) {
                    box.execute(() -> judged(probability));
                  }

                  @Override
                  public void failed(Throwable fault) {
                    box.execute(() -> deaf(fault));
                  }
                });
  }

  /** What may be said next. */
  void expect(Expected answer) {
    expected = answer;
  }

  /** A frame came. */
  void came(short[] samples, long at) {
    kept.add(new Frame(samples, at));
    if (kept.size() > KEPT) {
      kept.remove();
    }
    ears.came(samples, at);
    if (now != null) {
      now.came(samples);
    }
  }

  private void deaf(Throwable fault) {
    if (!closed) {
      events.deaf(fault);
    }
  }

  private void judged(double probability) {
    if (closed) {
      return;
    }
    segments.came(probability).ifPresent(this::told);
    if (segments.pause() == PAUSE && now != null) {
      now.pauses();
    }
  }

  private void told(SpeechEvent event) {
    switch (event) {
      case SpeechEvent.Began began -> {
        Utterance begun = begin(began.keptFrom());
        now = begun;
        events.speech(event, begun);
      }
      case SpeechEvent.Ended stopped -> {
        Utterance ended = now;
        if (ended != null) {
          now = null;
          // Told first: who answers it waits for its words.
          long silent = ended.silentFrom(stopped.toSample());
          events.speech(new SpeechEvent.Ended(stopped.fromSample(), silent), ended);
          ended.end();
        }
      }
    }
  }

  private Utterance begin(long from) {
    Utterance utterance = new Utterance(from, recogniser.get(), works, events);
    utterance.open(expected);
    for (Frame frame : kept) {
      if (frame.reaches(from)) {
        utterance.came(frame.samples);
      }
    }
    return utterance;
  }

  /** Words of before are forgotten, and what is being said begins anew. */
  void restart() {
    Utterance before = now;
    if (before != null) {
      before.abandon();
      long from = kept.isEmpty() ? before.from() : kept.getLast().at;
      now = new Utterance(from, recogniser.get(), works, events);
      now.open(expected);
    }
  }

  @Override
  public void close() {
    closed = true;
    ears.close();
    if (now != null) {
      now.abandon();
      now = null;
    }
  }
}
