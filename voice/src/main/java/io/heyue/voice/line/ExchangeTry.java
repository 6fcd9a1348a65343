package io.heyue.voice.line;

import io.heyue.voice.media.Played;
import io.heyue.voice.media.StreamFigures;
import java.util.ArrayList;
import java.util.List;

/**
 * Hears of one try by one trunk. What belongs to the call is passed on; of a try that failed before
 * it rang nothing is, since the call goes on by another trunk. Called by that try's mailbox, and
 * {@link #last} by whoever judges its end.
 */
final class ExchangeTry implements PhoneListener {
  private final ExchangeCall call;
  private final Trunk trunk;
  private final PhoneListener listener;

  /** What was told before it is known whether this try is the one. */
  private final List<Runnable> waiting = new ArrayList<>();

  private volatile boolean rang;
  private boolean counts;

  ExchangeTry(ExchangeCall call, Trunk trunk, PhoneListener listener) {
    this.call = call;
    this.trunk = trunk;
    this.listener = listener;
  }

  Trunk trunk() {
    return trunk;
  }

  boolean rang() {
    return rang;
  }

  /** It is the one: what waits is told, and from now on all is told at once. */
  private void counts() {
    List<Runnable> told;
    synchronized (waiting) {
      counts = true;
      told = List.copyOf(waiting);
      waiting.clear();
    }
    told.forEach(Runnable::run);
  }

  private void pass(Runnable tells) {
    synchronized (waiting) {
      if (!counts) {
        waiting.add(tells);
        return;
      }
    }
    tells.run();
  }

  private void sign(Runnable tells) {
    if (!rang) {
      rang = true;
      call.rang();
      counts();
    }
    tells.run();
  }

  /** The call ended with this try. */
  void last(Ending ending, boolean elsewhere) {
    String told = "Tried %s. %s".formatted(String.join(", ", call.tried()), ending.detail());
    Ending end = new Ending(ending.how(), ending.status(), ending.reasons(), told.strip());
    listener.ended(end, elsewhere);
    counts();
  }

  @Override
  public void ringing() {
    sign(listener::ringing);
  }

  @Override
  public void earlyAudio() {
    sign(listener::earlyAudio);
  }

  @Override
  public void up() {
    sign(listener::up);
  }

  @Override
  public void held(boolean held) {
    pass(() -> listener.held(held));
  }

  @Override
  public void holding(boolean on) {
    pass(() -> listener.holding(on));
  }

  @Override
  public void pressed(char key) {
    pass(() -> listener.pressed(key));
  }

  @Override
  public void transfer(int status, boolean ended) {
    pass(() -> listener.transfer(status, ended));
  }

  @Override
  public void ended(Ending ending, boolean elsewhere) {
    call.ended(this, ending, elsewhere);
  }

  @Override
  public void heard(short[] frame, long at) {
    if (rang) {
      listener.heard(frame, at);
    }
  }

  @Override
  public void sent(short[] frame, long at) {
    if (rang) {
      listener.sent(frame, at);
    }
  }

  @Override
  public void played(Played played) {
    pass(() -> listener.played(played));
  }

  @Override
  public void silent() {
    pass(listener::silent);
  }

  @Override
  public void figures(StreamFigures figures) {
    pass(() -> listener.figures(figures));
  }
}
