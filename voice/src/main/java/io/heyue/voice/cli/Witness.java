package io.heyue.voice.cli;

import io.heyue.voice.audio.Sound;
import io.heyue.voice.line.Ending;
import io.heyue.voice.line.PhoneListener;
import io.heyue.voice.line.TelephoneCall;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes down what happens to the one call of a command. */
final class Witness implements PhoneListener {
  private static final int RATE = 8_000;

  private final PrintWriter out;
  private final CompletableFuture<Ending> ending = new CompletableFuture<>();
  private final StringBuilder keys = new StringBuilder();

  /** An hour of frames at most; the command hangs up by then. */
  private final List<short[]> frames = new ArrayList<>();

  private boolean talked;
  private Runnable onUp = () -> {};

  Witness(PrintWriter out) {
    this.out = out;
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public void ringing() {
    say("ringing");
  }

  @Override
  public void earlyAudio() {
    say("audio before the answer");
  }

  /** What is done once both can speak; at once where they can already. */
  synchronized void onUp(Runnable task) {
    onUp = task;
    if (talked) {
      task.run();
    }
  }

  @Override
  public synchronized void up() {
    talked = true;
    say("up");
    onUp.run();
  }

  @Override
  public void held(boolean held) {
    say(held ? "held" : "resumed");
  }

  @Override
  public synchronized void pressed(char key) {
    keys.append(key);
    say("key " + key);
  }

  @Override
  public void silent() {
    say("nothing comes from there");
  }

  @Override
  public synchronized void heard(short[] frame, long at) {
    frames.add(frame);
  }

  @Override
  public void ended(Ending how, boolean elsewhere) {
    ending.complete(how);
  }

  Ending ended() throws InterruptedException {
    try {
      return ending.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Hangs up and waits until the other side knows, two seconds at most. */
  void endedBy(TelephoneCall call) {
    call.hangUp();
    try {
      ending.get(2, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      say("The other side may not know that the call is over.");
    }
  }

  synchronized boolean talked() {
    return talked;
  }

  synchronized Sound heard() {
    return Sound.of(RATE, frames.stream().map(frame -> new Sound(RATE, frame)).toList());
  }

  /** The last line: how it went. */
  synchronized String told(Ending how) {
    StringBuilder line =
        new StringBuilder("ended: " + how.how().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    if (how.status() > 0) {
      line.append(", answered ").append(how.status());
    }
    how.reasons().forEach(reason -> line.append(", ").append(reason));
    if (!how.detail().isEmpty()) {
      line.append(", ").append(how.detail());
    }
    line.append("; keys: ").append(keys.isEmpty() ? "none" : keys);
    return line.toString();
  }
}
