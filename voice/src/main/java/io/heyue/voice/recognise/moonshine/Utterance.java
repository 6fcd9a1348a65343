package io.heyue.voice.recognise.moonshine;

import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.Heard;
import io.heyue.voice.recognise.Hypothesis;
import io.heyue.voice.recognise.Listening;
import io.heyue.voice.recognise.Recogniser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One utterance. The network hears from its beginning each time, so it is asked again only where
 * enough was added: a sixth of the whole, 0.3 s at least; then all of it costs less than seven
 * times the last. What is longer than half a minute is cut where it is quietest.
 */
final class Utterance implements Listening {
  /** 0.2 s: nobody says a word in less. */
  static final int LEAST = Recogniser.RATE / 5;

  /** 0.3 s. */
  private static final int STEP = Recogniser.RATE * 3 / 10;

  private static final int SHARE = 6;

  /** The network learned from half a minute at most. */
  static final int LONGEST = 30 * Recogniser.RATE;

  private static final int CUT_FROM = 20 * Recogniser.RATE;

  /** Of a pause so much must have been heard before the rest of it is taken as read: 0.1 s. */
  private static final int PAUSE = Recogniser.RATE / 10;

  private final Moonshine moonshine;
  private final Expected expected;
  private final List<Hypothesis> before = new ArrayList<>();
  private short[] samples = new short[4 * Recogniser.RATE];
  private int count;

  /** Samples that {@code decoded} covers. */
  private int covered;

  private Moonshine.@Nullable Decoded decoded;

  /** What {@code decoded} says. */
  private Heard seen = Heard.NOTHING;

  private @Nullable Heard finished;
  private boolean closed;

  Utterance(Moonshine moonshine, Expected expected) {
    this.moonshine = moonshine;
    this.expected = expected;
  }

  @Override
  public void hear(short[] added) {
    open();
    if (finished != null) {
      throw new IllegalStateException("This utterance is finished.");
    }
    int from = 0;
    while (from < added.length) {
      int taken = Math.min(added.length - from, LONGEST - count);
      if (count + taken > samples.length) {
        int room = Math.min(LONGEST, Math.max(2 * samples.length, count + taken));
        samples = Arrays.copyOf(samples, room);
      }
      System.arraycopy(added, from, samples, count, taken);
      count += taken;
      from += taken;
      if (count == LONGEST) {
        cut();
      }
    }
  }

  private void cut() {
    int at = Loudness.quietest(samples, CUT_FROM, LONGEST);
    forget();
    if (Loudness.audible(samples, at)) {
      try (Moonshine.Decoded part = moonshine.decode(samples, at)) {
        moonshine.first(part, Expected.ANYTHING).first().ifPresent(before::add);
      }
    }
    System.arraycopy(samples, at, samples, 0, count - at);
    count -= at;
  }

  @Override
  public Heard sofar() {
    return sofar(Math.max(STEP, covered / SHARE));
  }

  @Override
  public Heard pausing() {
    return sofar(1);
  }

  private Heard sofar(int step) {
    open();
    if (finished != null) {
      return finished;
    }
    if (count - covered >= step && sounds() && !covers()) {
      moonshine
          .decodeIfFree(samples, count)
          .ifPresent(fresh -> {
            keep(fresh);
            seen = moonshine.first(fresh, expected);
          });
    }
    return whole(seen);
  }

  @Override
  public Heard finish() {
    open();
    if (finished != null) {
      return finished;
    }
    Heard heard = Heard.NOTHING;
    if (sounds()) {
      Moonshine.Decoded last = decoded;
      if (last == null || !covers()) {
        last = moonshine.decode(samples, count);
        keep(last);
      }
      heard = moonshine.all(last, expected);
    }
    finished = whole(heard);
    forget();
    return finished;
  }

  private void open() {
    if (closed) {
      throw new IllegalStateException("This utterance is closed.");
    }
  }

  private boolean sounds() {
    return count >= LEAST && Loudness.audible(samples, count);
  }

  /** Whether what was decoded last holds all that was said since. */
  private boolean covers() {
    return decoded != null
        && (covered == count
            || (covered > PAUSE && Loudness.pause(samples, covered - PAUSE, count)));
  }

  private void keep(Moonshine.Decoded fresh) {
    forget();
    decoded = fresh;
    covered = count;
  }

  private void forget() {
    if (decoded != null) {
      decoded.close();
    }
    decoded = null;
    seen = Heard.NOTHING;
    covered = 0;
  }

  /** With what was said before the last cut. */
  private Heard whole(Heard heard) {
    if (before.isEmpty()) {
      return heard;
    }
    String words = String.join(" ", before.stream().map(Hypothesis::words).toList());
    double least = before.stream().mapToDouble(Hypothesis::confidence).min().orElse(1);
    if (heard.best().isEmpty()) {
      return Heard.of(words, least);
    }
    return new Heard(
        heard.best().stream()
            .map(each ->
                new Hypothesis(words + ' ' + each.words(), Math.min(least, each.confidence())))
            .toList());
  }

  @Override
  public void close() {
    closed = true;
    forget();
  }
}
