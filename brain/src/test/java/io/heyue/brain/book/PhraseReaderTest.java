package io.heyue.brain.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Tone;
import io.heyue.core.reply.PhraseBook;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseReaderTest {
  @TempDir private Path folder;

  @Test
  void textsAndVariantsAreRead() {
    PhraseReader reader = new PhraseReader();
    String text =
        """
        ask_when: 您看哪一天方便？
        ack_illness:
          - 祝您早日康复。
          - {text: 您先好好养病。, tone: soft}
          - {text: 祝康复。, tone: short, channel: sms}
        """;

    assertThat(new Broken(folder).flaws(text, source -> reader.read(Lang.ZH, source))).isEmpty();

    PhraseBook book = new PhraseBook("1", reader.phrases());
    assertThat(book.find(Lang.ZH, "ask_when", Channel.CALL, Tone.SOFT)).isPresent();
    assertThat(book.find(Lang.ZH, "ack_illness", Channel.SMS, Tone.SHORT).orElseThrow().channel())
        .contains(Channel.SMS);
    assertThat(book.find(Lang.ZH, "ack_illness", Channel.CHAT, Tone.SOFT).orElseThrow().tone())
        .isEqualTo(Tone.SOFT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "ask_when: '您{nmae}'#data/x.yaml:1: There is no place {nmae}. Maybe one of",
        "ask_when: '您{name'#data/x.yaml:1: Phrase '您{name' opens a bracket at 1 and never closes it.",
        "ask_when: '[rihgt:person|转人工]'#data/x.yaml:1: Words can't be marked as 'rihgt'. Maybe",
        "ask_when: '{amount}'#data/x.yaml:1: Phrase 'ask_when' has no terms that could fill {amount}. Maybe",
        "offer_extension: '{schedule}'#data/x.yaml:1: Phrase 'offer_extension' has no terms that could fill",
        "ask_when: {text: 好, tone: sweet}#data/x.yaml:1: There is no tone 'sweet'. Maybe one of plain, soft, short.",
        "ask_when: {text: 好, channel: smss}#data/x.yaml:1: There is no channel 'smss'. Maybe 'sms'.",
        "ask_when: {txt: 好}#data/x.yaml:1: There is no key 'txt' here. Maybe 'text'.",
        "ask_when: [好, 行]#data/x.yaml:1: 'ask_when' has this tone and channel twice. Maybe",
        "ask_when: 8#data/x.yaml:1: 'ask_when' is '8'; it must be a text. Maybe it needs quotes.",
      })
  void whatIsWrongIsNamedWithItsLine(String text, String message) {
    List<String> flaws =
        new Broken(folder).flaws(text + "\n", source -> new PhraseReader().read(Lang.ZH, source));

    assertThat(flaws).anyMatch(flaw -> flaw.startsWith(message));
  }
}
