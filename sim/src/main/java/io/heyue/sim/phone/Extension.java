package io.heyue.sim.phone;

import io.heyue.core.base.Lang;
import io.heyue.voice.media.Feed;
import io.heyue.voice.talk.Borrower;
import io.heyue.voice.talk.LiveCalls;
import io.heyue.voice.talk.Loan;
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.TalkEnd;
import io.heyue.voice.talk.TheirTurn;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A second receiver at our telephone: whoever calls it hears a call that goes on, both sides mixed,
 * and the next one when that is over. Between two calls it is silent. Thread-safe.
 */
public final class Extension {
  private final LiveCalls calls;

  public Extension(LiveCalls calls) {
    this.calls = calls;
  }

  /** Somebody who listens. */
  public Street.Household listener() {
    return new Listener();
  }

  /** A telephone at which somebody listens. */
  private final class Listener implements Street.Household, Borrower, LiveCalls.Ear {
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    private final Feed ear = new Feed();
    private @Nullable Talk talk;
    private @Nullable Loan loan;
    private volatile @Nullable Runnable leaves;

    @Override
    public Lang lang() {
      return Lang.ZH;
    }

    @Override
    public Optional<Duration> takes() {
      return Optional.of(AT_ONCE);
    }

    @Override
    public void rings(Talk ringing) {
      talk = ringing;
    }

    @Override
    public void up() {
      if (talk != null) {
        loan = talk.lend(this);
      }
    }

    @Override
    public void lent() {
      if (loan != null) {
        loan.play(ear);
        leaves = calls.follow(this);
      }
    }

    @Override
    public void hears(short[] frame) {
      // An ear that is behind misses a frame.
      ear.offer(frame);
    }

    @Override
    public void over() {
      // The next one is heard.
    }

    private void leave() {
      Runnable leaving = leaves;
      if (leaving != null) {
        leaving.run();
      }
    }

    @Override
    public void heard(short[] frame, long at) {
      // Whoever listens isn't heard.
    }

    @Override
    public void ended() {
      leave();
    }

    @Override
    public void said(TheirTurn turn) {
      // As above.
    }

    @Override
    public void keyed(String keys) {
      // No key means anything.
    }

    @Override
    public void quiet(Duration since) {
      // Nothing else is expected.
    }

    @Override
    public void ended(TalkEnd end) {
      leave();
    }
  }
}
