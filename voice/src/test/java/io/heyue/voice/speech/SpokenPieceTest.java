package io.heyue.voice.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.heyue.core.base.Lang;
import io.heyue.voice.speech.Voices.Hum;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SpokenPieceTest {
  private final Hum voice = new Hum("hum", 5_000);
  private final Mouth mouth = new Mouth(voice, 8_000, 100);

  /** What is said up to each end. */
  private static List<String> said(SpokenPiece piece) {
    return piece.ends().stream().map(end -> piece.written().substring(0, end.chars())).toList();
  }

  @Test
  void chineseEndsAtEachCharacterAndEachFigure() {
    SpokenPiece piece = mouth.spoken("您应还3,280.50元，谢谢。", Lang.ZH).getFirst();
    assertThat(said(piece))
        .containsExactly("您", "您应", "您应还", "您应还3,280.50元，", "您应还3,280.50元，谢", "您应还3,280.50元，谢谢。");
    // 三千两百八十元五角 takes nine of fourteen syllables, and the pauses one each.
    double whole = piece.sound().samples().length;
    assertThat(piece.ends().get(2).at() / whole).isCloseTo(3.0 / 16, within(0.01));
    assertThat(piece.ends().get(3).at() / whole).isCloseTo(13.0 / 16, within(0.01));
    assertThat(piece.ends().getLast().at()).isCloseTo((long) whole, within(20L));
  }

  @Test
  void englishEndsAtEachWord() {
    SpokenPiece piece = mouth.spoken("You don't owe  CNY 12, \"dear\" Ann.", Lang.EN).getFirst();
    assertThat(said(piece).stream().map(String::strip))
        .containsExactly(
            "You",
            "You don't",
            "You don't owe",
            "You don't owe  CNY 12, \"",
            "You don't owe  CNY 12, \"dear\"",
            "You don't owe  CNY 12, \"dear\" Ann.");
  }

  @Test
  void allPiecesTogetherAreTheText() {
    for (String text :
        List.of("您好。请还3.50元！ 谢谢", "……\n您好。。 好", "Hi.  It is 3.5. Bye \n ", "好", "𠮷好。", "a\n\nb")) {
      List<SpokenPiece> pieces = mouth.spoken(text, Lang.ZH);
      assertThat(pieces.stream().map(SpokenPiece::written).collect(Collectors.joining()))
          .isEqualTo(text);
      for (SpokenPiece piece : pieces) {
        assertThat(piece.ends().getLast().chars()).isEqualTo(piece.written().length());
        assertThat(piece.ends()).extracting(WordEnd::at).isSorted();
        assertThat(piece.ends()).extracting(WordEnd::chars).isSorted();
        assertThat(piece.ends().getLast().at()).isLessThanOrEqualTo(piece.sound().samples().length);
      }
    }
    assertThat(mouth.spoken(" …… ", Lang.ZH)).isEmpty();
  }

  @Test
  void slowerIsLongerAndSofterIsQuieterAndBothAreKeptApart() {
    SpokenPiece plain = mouth.spoken("您好", Lang.ZH).getFirst();
    SpokenPiece slow = mouth.spoken("您好", Lang.ZH, new Manner(0.8, 1)).getFirst();
    SpokenPiece soft = mouth.spoken("您好", Lang.ZH, new Manner(1, 0.5)).getFirst();
    assertThat((double) slow.sound().samples().length)
        .isCloseTo(plain.sound().samples().length / 0.8, within(2.0));
    assertThat(Levels.of(soft.sound())).isCloseTo(Levels.of(plain.sound()) / 2, within(20.0));
    assertThat(mouth.spoken("您好", Lang.ZH).getFirst()).isEqualTo(plain);
    assertThat(voice.asked).hasSize(3);
    assertThatThrownBy(() -> new Manner(3, 1)).hasMessageContaining("pace is 3.0");
  }
}
