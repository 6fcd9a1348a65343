package io.heyue.voice.line;

import io.heyue.voice.media.Played;
import io.heyue.voice.media.StreamFigures;
import io.heyue.voice.media.StreamListener;
import io.heyue.voice.rtp.Key;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings what audio tells into the call's mailbox. */
final class Relay implements StreamListener {
  private final PhoneListener listener;
  private final KeyWays ways;
  private volatile @Nullable Call call;

  Relay(PhoneListener listener, KeyWays ways) {
    this.listener = listener;
    this.ways = ways;
  }

  /** Whose it is. */
  void of(Call ours) {
    call = ours;
  }

  private void later(Runnable told) {
    Call ours = call;
    if (ours != null) {
      ours.later(told);
    }
  }

  @Override
  public void heard(short[] frame, long at) {
    listener.heard(frame, at);
  }

  @Override
  public void sent(short[] frame, long at) {
    listener.sent(frame, at);
  }

  @Override
  public void pressed(Key key) {
    later(() -> {
      if (ways.byEvent(key.sign())) {
        listener.pressed(key.sign());
      }
    });
  }

  @Override
  public void silent(Duration since) {
    later(listener::silent);
  }

  @Override
  public void played(Played played) {
    later(() -> listener.played(played));
  }

  /** Where audio failed nobody hears anybody any more. */
  @Override
  public void closed(StreamFigures figures, Optional<Throwable> fault) {
    later(() -> listener.figures(figures));
    Call ours = call;
    if (ours != null && fault.isPresent()) {
      ours.hangUp();
    }
  }
}
