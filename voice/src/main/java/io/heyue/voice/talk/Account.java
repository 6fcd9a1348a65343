package io.heyue.voice.talk;

import java.util.function.Consumer;

/** How much of a saying was heard, told once nothing more of it can be. */
final class Account {
  private final Saying saying;
  private final Consumer<Spoken> told;
  private int open;
  private int characters;
  private boolean cut;
  private boolean cue;

  Account(Saying saying, Consumer<Spoken> told) {
    this.saying = saying;
    this.told = told;
    this.open = saying.sentences().size();
    this.cue = saying.delivery().cue();
  }

  Saying saying() {
    return saying;
  }

  /** Whether the rhythm is still to be heard; who asks makes it heard. */
  boolean takeCue() {
    boolean due = cue;
    cue = false;
    return due;
  }

  /** A sentence of it was heard, or won't be any further. */
  void settle(Piece piece) {
    int heard = piece.characters();
    characters += heard;
    cut |= heard < piece.sentence().words().length();
    open--;
    if (open == 0) {
      told.accept(new Spoken(saying.id(), characters, !cut));
    }
  }
}
