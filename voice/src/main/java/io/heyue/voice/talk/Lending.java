package io.heyue.voice.talk;

import io.heyue.voice.line.Mailbox;
import io.heyue.voice.line.PhoneCall;
import io.heyue.voice.media.Playback;
import org.jspecify.annotations.Nullable;

/**
 * Whose a call is: ours, or that of somebody to whom it is lent. All is done in the mailbox of its
 * talk but {@link #heard}, which the thread of all audio calls.
 */
final class Lending {
  private final Mailbox box;
  private final PhoneCall line;
  private final Ours ours;
  private volatile @Nullable One current;

  /** What the talk does then. */
  interface Ours {
    /** The call is ours again. */
    void back();

    /** It never is again. */
    void gone();
  }

  Lending(Mailbox box, PhoneCall line, Ours ours) {
    this.box = box;
    this.line = line;
    this.ours = ours;
  }

  /** Lends it, as soon as all was said. */
  Loan to(Borrower borrower) {
    One one = new One(borrower);
    box.execute(() -> ask(one));
    return one;
  }

  private void ask(One one) {
    if (one.state != State.WANTED) {
      return;
    }
    if (current != null) {
      throw new IllegalStateException("A call that is lent can't be lent again.");
    }
    current = one;
  }

  /** All that we wanted to say was said. */
  void begin() {
    One one = current;
    if (one != null && one.state == State.WANTED) {
      one.state = State.LENT;
      one.borrower.lent();
    }
  }

  /** Whether somebody else's ears took a frame. */
  boolean heard(short[] frame, long at) {
    One one = current;
    if (one == null || !one.on()) {
      return false;
    }
    one.borrower.heard(frame, at);
    return true;
  }

  /** Whether it is somebody else's. */
  boolean on() {
    One one = current;
    return one != null && one.on();
  }

  /** Whether it is never ours again. */
  boolean gone() {
    One one = current;
    return one != null && one.state == State.KEPT;
  }

  /** The call is over. */
  void ended() {
    One one = current;
    current = null;
    if (one != null) {
      one.over();
    }
  }

  private enum State {
    WANTED,
    LENT,
    KEPT,
    OVER
  }

  private final class One implements Loan {
    private final Borrower borrower;
    private volatile State state = State.WANTED;

    One(Borrower borrower) {
      this.borrower = borrower;
    }

    boolean on() {
      return state == State.LENT || state == State.KEPT;
    }

    void over() {
      state = State.OVER;
      borrower.ended();
    }

    @Override
    public void play(Playback playback) {
      box.execute(() -> {
        if (on()) {
          line.play(playback);
        }
      });
    }

    @Override
    public void giveBack() {
      box.execute(() -> {
        if (state == State.LENT) {
          state = State.OVER;
          current = null;
          line.flush();
          ours.back();
        } else if (state == State.WANTED) {
          state = State.OVER;
          current = null;
        }
      });
    }

    @Override
    public void keep() {
      box.execute(() -> {
        if (state == State.LENT) {
          state = State.KEPT;
          ours.gone();
        }
      });
    }

    @Override
    public void hangUp() {
      box.execute(() -> {
        if (state != State.OVER) {
          line.hangUp();
        }
      });
    }
  }
}
