package io.heyue.sim.phone;

import io.heyue.core.base.Lang;
import io.heyue.voice.media.Feed;
import io.heyue.voice.talk.Borrower;
import io.heyue.voice.talk.Loan;
import io.heyue.voice.talk.Overheard;
import io.heyue.voice.talk.Overhearing;
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.TalkEnd;
import io.heyue.voice.talk.TheirTurn;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A second receiver at our telephone: whoever calls it hears a call that goes on, both sides mixed,
 * and the next one when that is over. Between two calls it is silent. Thread-safe.
 */
public final class Extension implements Overhearing {
  /** Calls that stand, the oldest first. */
  private final Deque<Line> lines = new ArrayDeque<>();

  private final List<Feed> ears = new CopyOnWriteArrayList<>();
  private volatile @Nullable Line chosen;

  @Override
  public Overheard begin() {
    Line line = new Line();
    synchronized (lines) {
      lines.add(line);
      chosen = lines.peek();
    }
    return line;
  }

  private void over(Line line) {
    synchronized (lines) {
      lines.remove(line);
      chosen = lines.peek();
    }
  }

  /** Somebody who listens. */
  public Street.Household listener() {
    return new Listener();
  }

  /** One call. Its frames come on one thread. */
  private final class Line implements Overheard {
    private short[] ours = new short[0];

    @Override
    public void sent(short[] frame, long at) {
      if (chosen == this) {
        ours = frame;
      }
    }

    @Override
    public void heard(short[] frame, long at) {
      if (chosen != this || ears.isEmpty()) {
        return;
      }
      short[] both = frame.clone();
      for (int sample = 0; sample < Math.min(both.length, ours.length); sample++) {
        int sum = both[sample] + ours[sample];
        both[sample] = (short) Math.clamp(sum, Short.MIN_VALUE, Short.MAX_VALUE);
      }
      ours = new short[0];
      // An ear that is behind misses a frame.
      ears.forEach(ear -> ear.offer(both));
    }

    @Override
    public void ended() {
      over(this);
    }
  }

  /** A telephone at which somebody listens. */
  private final class Listener implements Street.Household, Borrower {
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    private final Feed ear = new Feed();
    private @Nullable Talk talk;
    private @Nullable Loan loan;

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
        ears.add(ear);
      }
    }

    @Override
    public void heard(short[] frame, long at) {
      // Whoever listens isn't heard.
    }

    @Override
    public void ended() {
      ears.remove(ear);
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
      ears.remove(ear);
    }
  }
}
