package io.heyue.voice.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.voice.hear.SpeechModel;
import io.heyue.voice.peer.Programs;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** A call in virtual time that was taken, heard by the real detector of speech. */
abstract class TalkInVirtualTime {
  static final Duration SECOND = Duration.ofSeconds(1);
  static final String OPENING = "Hello this is the machine of a lender";

  /** Of all classes, which may run side by side; it ends with the tests. */
  static final SpeechModel MODEL = SpeechModel.load();

  VirtualCall call;

  @BeforeEach
  void begin() {
    Programs.require("espeak-ng", "espeak-ng");
    call = new VirtualCall(MODEL, Lang.EN);
    call.talk.up();
  }

  /** A person took it, greeted, and heard our opening. */
  void met() {
    call.ears.understands("hello");
    call.talk.say(VirtualCall.greeting(1, OPENING, true));
    call.say("Hello?", Lang.EN).pass(Duration.ofSeconds(4));
    assertThat(call.told).contains("judged PERSON");
    call.told.clear();
    call.turns.clear();
    call.spoken.clear();
  }
}
