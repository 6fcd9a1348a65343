package io.heyue.app.phone;

import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.record.RecordingId;
import io.heyue.voice.record.RecordingSummary;
import io.heyue.voice.talk.Spoken;
import io.heyue.voice.talk.TalkEnd;
import io.heyue.voice.talk.TalkListener;
import io.heyue.voice.talk.TheirTurn;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call that came in. Who leads it is looked up while it rings; before that nothing happens in
 * it but that the other side gives up. Whether a person or a machine speaks isn't asked: whoever
 * calls us speaks first and at length, as machines do where we call. Thread-safe.
 */
final class Visit implements TalkListener {
  private final Optional<PhoneNumber> from;
  private final Runnable over;
  private @Nullable Incoming leader;
  private @Nullable TalkEnd end;

  /**
   * @param from who calls; empty where that isn't told
   * @param over gives back what the call takes
   */
  Visit(Optional<PhoneNumber> from, Runnable over) {
    this.from = from;
    this.over = over;
  }

  Optional<PhoneNumber> from() {
    return from;
  }

  /** It came to no call. */
  void missed() {
    over.run();
  }

  /** From now on somebody leads it. */
  void led(Incoming by) {
    TalkEnd ended;
    synchronized (this) {
      leader = by;
      ended = end;
    }
    if (ended != null) {
      by.ended(ended);
    }
  }

  private void tell(Consumer<Incoming> what) {
    Incoming ours;
    synchronized (this) {
      ours = leader;
    }
    if (ours != null) {
      what.accept(ours);
    }
  }

  @Override
  public void up() {
    tell(TalkListener::up);
  }

  @Override
  public void began() {
    tell(TalkListener::began);
  }

  @Override
  public void said(TheirTurn turn) {
    tell(ours -> ours.said(turn));
  }

  @Override
  public void keyed(String keys) {
    tell(ours -> ours.keyed(keys));
  }

  @Override
  public void quiet(Duration since) {
    tell(ours -> ours.quiet(since));
  }

  @Override
  public void spoken(Spoken spoken) {
    tell(ours -> ours.spoken(spoken));
  }

  @Override
  public void begins(long saying) {
    tell(ours -> ours.begins(saying));
  }

  @Override
  public void asked(long saying) {
    tell(ours -> ours.asked(saying));
  }

  /** That of whoever leads it, so that it can be told whose it is, as where we call. */
  @Override
  public synchronized Optional<RecordingId> recording() {
    return leader == null ? Optional.empty() : leader.recording();
  }

  @Override
  public void recorded(RecordingSummary summary) {
    tell(ours -> ours.recorded(summary));
  }

  @Override
  public void ended(TalkEnd how) {
    over.run();
    Incoming ours;
    synchronized (this) {
      end = how;
      ours = leader;
    }
    if (ours != null) {
      ours.ended(how);
    }
  }
}
