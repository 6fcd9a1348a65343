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
}
