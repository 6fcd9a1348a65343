package io.heyue.voice.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.voice.hear.SpeechModel;
import io.heyue.voice.peer.Programs;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GreetingTest {
  @Test
  void aGreetingThatEndsBeforeWeBeginAnswersNothing() {
    Programs.require("espeak-ng", "espeak-ng");
    try (SpeechModel model = SpeechModel.load()) {
      VirtualCall call = new VirtualCall(model, Lang.EN);
      call.talk.up();
      call.ears.understands("hello");
      call.say("Hello?", Lang.EN).pass(Duration.ofSeconds(3));
      call.talk.say(VirtualCall.greeting(1, "Hello this is the machine of a lender", true));
      call.pass(Duration.ofSeconds(5));
      assertThat(call.spoken).extracting(Spoken::whole).containsExactly(true);
      assertThat(call.turns).isEmpty();
    }
  }

  /**
   * They break off our first words, and end in others that must be heard: so it was a greeting, and
   * their turn holds nothing. What we had to say is said on, and then somebody is told that it is
   * quiet; or nobody would say anything any more.
   */
  @Test
  void aTurnThatHoldsNothingLeavesNobodyDumb() {
    Programs.require("espeak-ng", "espeak-ng");
    String ours = "This is a sentence of ours that says few things";
    try (SpeechModel model = SpeechModel.load()) {
      VirtualCall call = new VirtualCall(model, Lang.EN);
      call.talk.up();
      call.talk.say(VirtualCall.greeting(1, ours, false));
      call.pass(Duration.ofMillis(20));
      call.talk.say(VirtualCall.greeting(2, ours, true));
      call.pass(Duration.ofMillis(1_780));
      call.ears.understands("hello", "yes");
      call.say("I have paid already.", Lang.EN).pass(Duration.ofMillis(700));
      call.talk.say(VirtualCall.greeting(3, ours, false));
      call.pass(Duration.ofSeconds(25));
      assertThat(call.turns).isEmpty();
      assertThat(call.spoken).hasSize(3);
      assertThat(call.spoken.getLast().whole()).isTrue();
      call.tellsLast("quiet");
    }
  }
}
