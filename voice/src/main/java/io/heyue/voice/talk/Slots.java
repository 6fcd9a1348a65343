package io.heyue.voice.talk;

import io.heyue.core.base.Check;

/** Conversations that can be heard and spoken at once, whoever called. Thread-safe. */
public final class Slots {
  private final int all;
  private int taken;

  /** All of them are free. */
  public Slots(int all) {
    Check.that(all > 0, "slots", all, "1 or more");
    this.all = all;
  }

  /** How many there are. */
  public int all() {
    return all;
  }

  /** How many are free now. */
  public synchronized int free() {
    return all - taken;
  }

  /** Takes one; whether one was free. */
  public synchronized boolean take() {
    if (taken == all) {
      return false;
    }
    taken++;
    return true;
  }

  /** Gives one back that was taken. */
  public synchronized void give() {
    Check.that(taken > 0, "taken", taken, "above zero where one is given back");
    taken--;
  }
}
