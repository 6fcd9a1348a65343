package io.heyue.voice.talk;

import io.heyue.voice.hear.Expecting;
import io.heyue.voice.line.Mailbox;

/** Brings what we say to whom it concerns: who has the floor, and whoever leads. */
final class Telling implements Speaking.Events {
  private final Mailbox box;
  private final Floor floor;
  private final Pauses pauses;
  private final Floor.Call call;
  private final TalkListener listener;
  private final Silence silence;

  /** Is told when we have nothing more to say. */
  interface Silence {
    /**
     * @param unlawfully whether no voice could say what the law wants said: then nothing else is
     */
    void fell(boolean unlawfully);
  }

  Telling(
      Mailbox box,
      Floor floor,
      Pauses pauses,
      Floor.Call call,
      TalkListener listener,
      Silence silence) {
    this.box = box;
    this.floor = floor;
    this.pauses = pauses;
    this.call = call;
    this.listener = listener;
    this.silence = silence;
  }

  @Override
  public void began(Piece piece) {
    pauses.broken();
    // Afterwards, since it may make us stop again.
    box.execute(() -> floor.weBegin(piece.mandatory()));
  }

  @Override
  public void whole(Saying saying) {
    String last = saying.sentences().getLast().words();
    boolean asks = last.indexOf('？') >= 0 || last.indexOf('?') >= 0;
    if (asks || saying.answer().kind() != Expecting.OPEN) {
      floor.asked(saying.answer().kind());
    }
  }

  @Override
  public void silent() {
    pauses.begins(call.now());
    box.execute(floor::weEnd);
    silence.fell(false);
  }

  @Override
  public void unsaid(Piece piece) {
    if (piece.mandatory()) {
      silence.fell(true);
    }
  }

  @Override
  public void spoken(Spoken spoken) {
    listener.spoken(spoken);
  }
}
