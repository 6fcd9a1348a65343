package io.heyue.voice.talk;

import io.heyue.voice.hear.Expecting;
import io.heyue.voice.line.Mailbox;
import java.util.List;

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
    listener.begins(piece.saying().id());
    if (asked(piece)) {
      question(piece.saying());
    }
    // Afterwards, since it may make us stop again.
    box.execute(() -> floor.weBegin(piece.mandatory()));
  }

  /** Whether a question was heard before it, such as one whose keys are being named. */
  private static boolean asked(Piece piece) {
    List<Saying.Sentence> all = piece.saying().sentences();
    return all.subList(0, Math.max(0, all.indexOf(piece.sentence()))).stream()
        .anyMatch(Saying.Sentence::asks);
  }

  @Override
  public void whole(Saying saying) {
    // Also where no voice could say it: what is asked then is asked by what was said before.
    listener.begins(saying.id());
    if (saying.sentences().getLast().asks() || saying.answer().kind() != Expecting.OPEN) {
      question(saying);
    }
  }

  private void question(Saying saying) {
    floor.asked(saying.answer().kind());
    listener.asked(saying.id());
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
