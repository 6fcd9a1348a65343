package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.audio.Sound;
import io.heyue.voice.media.Played;
import io.heyue.voice.media.StreamFigures;
import io.heyue.voice.peer.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes down what is heard of a call with audio. */
final class Overheard implements PhoneListener {
  private static final int RATE = 8_000;
  private static final long BOUND_SECONDS = 60;

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final BlockingQueue<short[]> frames = new LinkedBlockingQueue<>();
  final BlockingQueue<Played> played = new LinkedBlockingQueue<>();
  final BlockingQueue<StreamFigures> figures = new LinkedBlockingQueue<>();

  @Override
  public void up() {
    told.add("up");
  }

  @Override
  public void earlyAudio() {
    told.add("early");
  }

  @Override
  public void held(boolean held) {
    told.add(held ? "held" : "resumed");
  }

  @Override
  public void pressed(char key) {
    told.add("key " + key);
  }

  @Override
  public void ended(Ending ending, boolean elsewhere) {
    told.add("ended " + ending.how());
  }

  @Override
  public void heard(short[] frame, long at) {
    frames.add(frame);
  }

  @Override
  public void played(Played one) {
    played.add(one);
  }

  @Override
  public void figures(StreamFigures last) {
    figures.add(last);
  }

  /** What is told next, one after the other. */
  void hears(String... expected) throws InterruptedException {
    for (String each : expected) {
      assertThat(told.poll(BOUND_SECONDS, TimeUnit.SECONDS)).isEqualTo(each);
    }
  }

  /** What was told next and waits here; null where nothing was. */
  @Nullable String toldAtOnce() {
    return told.poll();
  }

  /** The next so many frames of 20 ms. */
  Sound listens(int count) throws InterruptedException {
    List<Sound> parts = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      short[] frame = frames.poll(BOUND_SECONDS, TimeUnit.SECONDS);
      assertThat(frame).as("frame %d", at).isNotNull();
      if (frame != null) {
        parts.add(new Sound(RATE, frame));
      }
    }
    return Sound.of(RATE, parts);
  }

  /** Listens until a tone was heard for so long in all; ten seconds at most. */
  void listensFor(double frequency, Duration least) throws InterruptedException {
    Duration heard = Duration.ZERO;
    for (int frames = 0; heard.compareTo(least) < 0; frames++) {
      assertThat(frames).as("heard %s of %s Hz", heard, frequency).isLessThan(500);
      heard = heard.plus(Tone.heard(listens(1), frequency));
    }
  }

  /** What was played next. */
  Played plays() throws InterruptedException {
    Played one = played.poll(BOUND_SECONDS, TimeUnit.SECONDS);
    assertThat(one).isNotNull();
    return Objects.requireNonNull(one);
  }
}
