package io.heyue.app.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.talk.Saying.Sentence;
import java.util.List;
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
}
