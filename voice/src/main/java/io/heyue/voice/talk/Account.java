package io.heyue.voice.talk;

import java.util.function.Consumer;

/** How much of a saying was heard, told once nothing more of it can be. */
final class Account {
  private final Saying saying;
  private final Consumer<Spoken> told;
  private int open;
  private int characters;
  private boolean cut;

  Account(Saying saying, Consumer<Spoken> told) {
    this.saying = saying;
    this.told = told;
    this.open = saying.sentences().size();
  }

  Saying saying() {
    return saying;
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
