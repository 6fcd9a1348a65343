package io.heyue.voice.talk;

import io.heyue.voice.line.PhoneCall;
import io.heyue.voice.media.Playback;
import io.heyue.voice.media.PlaybackId;
import io.heyue.voice.rtp.Key;
import io.heyue.voice.sip.SipAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A call that is being placed while somebody already hears of it: what is asked of it waits until
 * it is there, which takes no longer than placing it.
 */
final class LateLine implements PhoneCall {
  private final CompletableFuture<PhoneCall> placed = new CompletableFuture<>();

  void is(PhoneCall call) {
    placed.complete(call);
  }

  @Override
  public PlaybackId play(Playback playback) {
    return placed.join().play(playback);
  }

  @Override
  public void flush() {
    placed.join().flush();
  }

  @Override
  public void press(Key key, Duration held) {
    placed.join().press(key, held);
  }

  @Override
  public void hold(boolean on) {
    placed.join().hold(on);
  }

  @Override
  public void transfer(SipAddress to) {
    placed.join().transfer(to);
  }

  @Override
  public void hangUp() {
    placed.join().hangUp();
  }
}
