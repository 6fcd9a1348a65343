package io.heyue.voice.line;

import io.heyue.voice.media.MediaStream;
import io.heyue.voice.media.Playback;
import io.heyue.voice.media.PlaybackId;
import io.heyue.voice.rtp.Key;
import io.heyue.voice.sip.SipAddress;
import java.time.Duration;

/** A call with its audio. Thread-safe. */
public final class TelephoneCall implements Handset {
  private final Call call;
  private final MediaStream stream;

  TelephoneCall(Call call, MediaStream stream) {
    this.call = call;
    this.stream = stream;
  }

  Call call() {
    return call;
  }

  /** Plays something after all that was to be played before; waits until both can be heard. */
  @Override
  public PlaybackId play(Playback playback) {
    return stream.play(playback);
  }

  /** Falls silent: once it returns, nothing more of what is played goes out. */
  @Override
  public void flush() {
    stream.flush();
  }

  /** Presses a key, in order with what is played. */
  public void press(Key key, Duration held) {
    stream.press(key, held);
  }

  /** Takes a call that comes in. */
  public void accept() {
    call.accept();
  }

  /** Puts them on hold or takes them back. */
  public void hold(boolean on) {
    call.hold(on);
  }

  /** Asks their side to call somebody else in our place. */
  public void transfer(SipAddress to) {
    call.transfer(to);
  }

  @Override
  public void hangUp() {
    call.hangUp();
  }
}
