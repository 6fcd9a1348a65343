package io.heyue.voice.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.voice.hear.Expecting;
import io.heyue.voice.progress.MayHear;
import io.heyue.voice.recognise.Expected;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A question with its keys: who answers while they are being named has answered the question. */
class KeysNamedTest extends TalkInVirtualTime {
  @Test
  void aLongAnswerWhileKeysAreNamedIsNoMachines() {
    call.ears.understands("hello");
    call.talk.say(
        new Saying(
            1,
            List.of(
                new Saying.Sentence("Hello, is that you?", false),
                new Saying.Sentence(
                    "Press one if it is you, two if it is not, three if they are away, and four if"
                        + " this is a bad time for you to talk.",
                    false)),
            MayHear.GREETING,
            new Expected(Expecting.YES_NO, List.of()),
            1,
            Duration.ofSeconds(5),
            Saying.Delivery.USUAL));
    call.pass(Duration.ofMillis(2_600));
    call.ears.understands("yes");
    call.say(
            "Yes, that is me, I am just on my way to work, so who are you and what is it?", Lang.EN)
        .pass(Duration.ofSeconds(4));
    assertThat(call.told).doesNotContain("judged MACHINE");
  }
}
