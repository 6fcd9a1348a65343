package io.heyue.voice.talk;

import io.heyue.voice.audio.Sound;
import io.heyue.voice.hear.ProsodyFeatures;
import io.heyue.voice.hear.SpeechEvent;
import io.heyue.voice.line.Mailbox;
import io.heyue.voice.progress.CallProgress;
import io.heyue.voice.recognise.Heard;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.RecogniserFailure;
import java.util.Optional;

/** Brings what they say to whom it concerns: what judges the call, and who has the floor. */
final class Heeding implements Hearing.Events {
  /** Less sure than this a closed recogniser heard something else (doc/phone.md). */
  private static final double GUESSED = 0.2;

  private final TalkParts parts;
  private final Mailbox box;
  private final Mailbox recognition;
  private final CallProgress progress;
  private final Floor floor;
  private final Floor.Call call;

  /** Of the recognition alone. */
  private final TheirVoice voice = new TheirVoice();

  Heeding(
      TalkParts parts,
      Mailbox box,
      Mailbox recognition,
      CallProgress progress,
      Floor floor,
      Floor.Call call) {
    this.parts = parts;
    this.box = box;
    this.recognition = recognition;
    this.progress = progress;
    this.floor = floor;
    this.call = call;
  }

  @Override
  public void speech(SpeechEvent event, Utterance utterance) {
    switch (event) {
      case SpeechEvent.Began began -> {
        progress.speechBegan(counted(began.atSample()));
        if (call.up()) {
          floor.began(utterance);
        }
      }
      case SpeechEvent.Ended stopped -> {
        progress.speechEnded(counted(stopped.toSample()));
        if (call.up()) {
          floor.stopped(stopped, utterance);
        }
        floor.stage(new TalkStage.Silent());
      }
    }
    if (call.up()) {
      floor.heard(event);
    }
  }

  /** The sample as the call's progress counts them. */
  private long counted(long at) {
    return Math.clamp(progress.now() - (call.now() - at), 0, progress.now());
  }

  @Override
  public void understood(Utterance utterance, Heard heard, long to) {
    box.execute(() -> {
      if (!utterance.finished() && !call.ended()) {
        utterance.heard(heard);
        words(utterance, to, false);
      }
    });
  }

  @Override
  public void finished(Utterance utterance, Heard heard) {
    box.execute(() -> {
      utterance.finished(heard);
      if (call.ended()) {
        return;
      }
      floor.stage(new TalkStage.Understood());
      words(utterance, floor.theyStopped(), true);
      measure(utterance);
      floor.giveIfReady();
    });
  }

  private void words(Utterance utterance, long to, boolean last) {
    String words = utterance.heard().words();
    if (!words.isEmpty() && !guessed(utterance.heard())) {
      progress.words(words, last);
    }
    if (call.up()) {
      floor.understood(utterance, to, last);
    }
  }

  /**
   * Whether a closed recogniser found something in what it doesn't know: many words of its own in a
   * "hello" would make a machine of a person. What networks say before is expected word for word.
   */
  private boolean guessed(Heard heard) {
    return call.up()
        && parts.recogniser(floor.lang()).filter(Recogniser::closed).isPresent()
        && heard.first().filter(best -> best.confidence() < GUESSED).isPresent();
  }

  private void measure(Utterance utterance) {
    if (parts.works().prosody() && floor.has(utterance)) {
      Sound sound = utterance.sound();
      recognition.execute(() -> {
        Optional<ProsodyFeatures> features = voice.of(sound);
        box.execute(() -> utterance.voice(features));
      });
    }
  }

  /** Whoever can't hear must not speak. */
  @Override
  public void deaf(Throwable fault) {
    parts.works().faults().accept(fault);
    call.hangUp();
  }

  @Override
  public void failed(RecogniserFailure failure) {
    parts.works().faults().accept(failure);
  }
}
