package io.heyue.app.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.engine.Said;
import io.heyue.brain.book.Books;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.channel.VoiceTone;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Flow;
import io.heyue.voice.hear.ProsodyFeatures;
import io.heyue.voice.recognise.Hypothesis;
import io.heyue.voice.talk.Saying;
import io.heyue.voice.talk.Saying.Sentence;
import io.heyue.voice.talk.TheirTurn;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordingsTest {
  @Test
  void aMessageIsCutIntoSentencesAndLosesNothing() {
    String text = "您好，我是小和。请问是您本人吗？如需人工，请按0。";
    List<Sentence> sentences = Wordings.sentences(text, true);
    assertThat(sentences)
        .containsExactly(
            new Sentence("您好，我是小和。", true),
            new Sentence("请问是您本人吗？", false),
            new Sentence("如需人工，请按0。", true));
    assertThat(Wordings.sentences(text, false)).noneMatch(Sentence::mandatory);
  }

  @Test
  void marksThatFollowEachOtherAndSumsAreNotCut() {
    assertThat(Wordings.sentences("真的？！应还3,280.50元。", false))
        .extracting(Sentence::words)
        .containsExactly("真的？！", "应还3,280.50元。");
    assertThat(Wordings.sentences("Is this you? You owe 3.50. Bye.", false))
        .extracting(Sentence::words)
        .containsExactly("Is this you?", " You owe 3.50.", " Bye.");
    assertThat(Wordings.sentences("", true)).isEmpty();
  }

  @Test
  void whereTheLawWantsTheRhythmEachMessageBeginsWithIt() {
    ConversationId talk = ConversationId.draw(Rng.seeded(1));
    Flow flow =
        Objects.requireNonNull(
            Books.read(Path.of(System.getProperty("heyue.root", "."), "data"))
                .flows()
                .get("arrears"));
    DialogueState state = DialogueState.begin(talk, flow, Lang.ZH, Channel.CALL, Optional.empty());
    for (boolean cue : new boolean[] {true, false}) {
      for (boolean opening : new boolean[] {true, false}) {
        Said message = new Said(talk, 1, Said.Side.US, "您好。请问是您本人吗？", Instant.EPOCH);
        Saying saying =
            Wordings.of(message, new Leader.Stand(state, 0, cue), opening).orElseThrow();
        assertThat(saying.delivery()).isEqualTo(Saying.Delivery.USUAL.withCue(cue));
      }
    }
  }

  @Test
  void howTheirVoiceSoundedGoesAlongWithWhatTheySaid() {
    TheirTurn turn =
        new TheirTurn(
            List.of(new Hypothesis("好的", 0.8)),
            false,
            Lang.ZH,
            Optional.of(new ProsodyFeatures(1, 2, 3, 4, 5, 6)),
            false,
            Duration.ZERO);
    assertThat(Speech.heard(turn))
        .isEqualTo(
            new ChannelEvent.SpeechHeard(
                "好的", 0.8, false, Optional.of(new VoiceTone(1, 2, 3, 4, 5, 6))));
  }
}
