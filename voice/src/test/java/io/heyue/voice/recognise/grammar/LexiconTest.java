package io.heyue.voice.recognise.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.voice.hear.Expecting;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.RecogniserFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconTest {
  @TempDir Path folder;

  private Lexicon lexicon(String lines) throws Exception {
    return Lexicon.read(Files.writeString(folder.resolve("words.dic"), lines));
  }

  @Test
  void aPhraseIsPartedIntoAsFewWordsAsThereCanBe() throws Exception {
    Lexicon lexicon = lexicon("我 w o\n还 h ai\n还(2) h uan\n还款 h uan k uan\n款计划 k\n计划 j\n");
    assertThat(lexicon.parted("我还款计划")).contains(List.of("我", "还", "款计划"));
    assertThat(lexicon.parted("我还")).contains(List.of("我", "还"));
    assertThat(lexicon.phones("还")).containsExactly("h ai", "h uan");
    assertThat(lexicon.parted("我要")).isEmpty();
    assertThat(lexicon.parted("")).isEmpty();
  }

  @Test
  void aDictionaryThatCantBeReadIsNamed() {
    assertThatThrownBy(() -> Lexicon.read(folder.resolve("none.dic")))
        .isInstanceOf(RecogniserFailure.class)
        .hasMessageContaining("none.dic can't be read");
    assertThatThrownBy(() -> lexicon(""))
        .isInstanceOf(RecogniserFailure.class)
        .hasMessageContaining("holds no word");
  }

  @Test
  void whatCantBeSaidIsLeftOutAndTold() {
    Grammars grammars = new Grammars(Lexicon.read(Models.present().resolve(Lexicon.FILE)));
    Grammar grammar =
        grammars.of(new Expected(Expecting.CHOICE, List.of("分三期还。", "pay by card", "一次还清")));
    assertThat(grammar.unsayable()).containsExactly("pay by card");
    assertThat(grammar.rules()).contains("<phrase> = ").doesNotContain("pay");
    assertThatThrownBy(() -> grammars.of(new Expected(Expecting.CHOICE, List.of("B2B"))))
        .isInstanceOf(RecogniserFailure.class)
        .hasMessageContaining("holds nothing that can be said");
  }
}
