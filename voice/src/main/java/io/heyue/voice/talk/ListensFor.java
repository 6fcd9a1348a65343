package io.heyue.voice.talk;

import io.heyue.voice.progress.MayHear;
import io.heyue.voice.progress.Opinion;
import io.heyue.voice.record.RecordingId;
import io.heyue.voice.record.RecordingSummary;
import java.time.Duration;
import java.util.Optional;

/** Passes on all that is heard, for whoever has something of it to see to. */
public class ListensFor implements TalkListener {
  private final TalkListener other;

  protected ListensFor(TalkListener other) {
    this.other = other;
  }

  @Override
  public void ringing() {
    other.ringing();
  }

  @Override
  public void up() {
    other.up();
  }

  @Override
  public void judged(Opinion opinion, MayHear may) {
    other.judged(opinion, may);
  }

  @Override
  public void began() {
    other.began();
  }

  @Override
  public void said(TheirTurn turn) {
    other.said(turn);
  }

  @Override
  public void keyed(String keys) {
    other.keyed(keys);
  }

  @Override
  public void quiet(Duration since) {
    other.quiet(since);
  }

  @Override
  public void begins(long saying) {
    other.begins(saying);
  }

  @Override
  public void asked(long saying) {
    other.asked(saying);
  }

  @Override
  public void stage(TalkStage stage) {
    other.stage(stage);
  }

  @Override
  public void spoken(Spoken spoken) {
    other.spoken(spoken);
  }

  @Override
  public Optional<RecordingId> recording() {
    return other.recording();
  }

  @Override
  public void recorded(RecordingSummary summary) {
    other.recorded(summary);
  }

  @Override
  public void ended(TalkEnd end) {
    other.ended(end);
  }
}
