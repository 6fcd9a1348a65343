package io.heyue.voice.line;

import io.heyue.voice.media.MediaStream;
import io.heyue.voice.media.Playback;
import io.heyue.voice.media.PlaybackId;
import io.heyue.voice.rtp.Key;
import io.heyue.voice.sip.SipAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A call with its audio. Thread-safe. */
public final class TelephoneCall implements PhoneCall {
  private final Call call;
  private final MediaStream stream;
  private final CompletableFuture<Boolean> over;

  TelephoneCall(Call call, MediaStream stream, CompletableFuture<Boolean> over) {
    this.call = call;
    this.stream = stream;
    this.over = over;
  }

  Call call() {
    return call;
  }

  /** When its end was told. */
  CompletableFuture<Boolean> over() {
    return over;
  }

  @Override
  public PlaybackId play(Playback playback) {
    return stream.play(playback);
  }

  @Override
  public void flush() {
    stream.flush();
  }

  @Override
  public void press(Key key, Duration held) {
    stream.press(key, held);
  }

  /** Takes a call that comes in. */
  public void accept() {
    call.accept();
  }

  @Override
  public void hold(boolean on) {
    call.hold(on);
  }

  @Override
  public void transfer(SipAddress to) {
    call.transfer(to);
  }

  @Override
  public void hangUp() {
    call.hangUp();
  }
}
