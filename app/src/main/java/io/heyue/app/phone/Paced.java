package io.heyue.app.phone;

import io.heyue.voice.talk.ListensFor;
import io.heyue.voice.talk.TalkEnd;
import io.heyue.voice.talk.TalkListener;

/** Tells of a call by which others are paced. */
final class Paced extends ListensFor {
  private final Pacer.PacedCall call;

  Paced(TalkListener other, Pacer.PacedCall call) {
    super(other);
    this.call = call;
  }

  @Override
  public void up() {
    call.up();
    super.up();
  }

  @Override
  public void ended(TalkEnd end) {
    call.ended();
    super.ended(end);
  }
}
