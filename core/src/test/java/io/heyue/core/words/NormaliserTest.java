package io.heyue.core.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliserTest {
  private static final Normaliser NORMALISER =
      Normaliser.of(
          new WordTables(
              Map.of('訴', '诉', '後', '后', '捫', '扪'),
              Map.of('а', 'a', '伱', '你', 'ϲ', 'c', '扪', '们'),
              Map.of(
                  '起', List.of("qi3"),
                  '启', List.of("qi3"),
                  '其', List.of("qi2"),
                  '诉', List.of("su4"),
                  '素', List.of("su4"),
                  '坐', List.of("zuo4"),
                  '牢', List.of("lao2"),
                  '劳', List.of("lao2")),
              List.of("起诉", "坐牢"),
              List.of(),
              Map.of("爆通迅录", "爆通讯录"),
              Map.of("qs", "起诉"),
              Map.of('7', "qi"),
              Set.of("启素牌"),
              Set.of("police", "lawsuit", "jail"),
              Map.of('o', "0", 'i', "1!", 'a', "4@")));

  private static String plain(String text) {
    return NORMALISER.normalise(text).text();
  }

  @ParameterizedTest
  @CsvSource({
    "不还就起诉,不还就起诉",
    "不还就起 诉你,不还就起诉你",
    "起*诉,起诉",
    "起·诉,起诉",
    "起👊诉,起诉",
    "起\u200B诉,起诉",
    "起訴,起诉",
    "起素,起诉",
    "启诉,起诉",
    "坐劳,坐牢",
    "qisu你,起诉你",
    "你 zuo lao,你 坐牢",
    "QS你,起诉你",
    "7诉你,起诉你",
    "爆通迅录,爆通讯录",
    "伱等着,你等着",
    "ＡＢＣ１２,abc12",
    "p0lice,police",
    "p o l i c e,police",
    "l.a.w.s.u.i.t,lawsuit",
    "pol*ce,police",
    "poliiiiice,police",
    "j@il!,jail!",
    "jаil,jail",
    "ϲops,cops",
    "捫,们"
  })
  void hiddenWordsAreBroughtBack(String hidden, String meant) {
    assertThat(plain(hidden)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "其诉求我们会转达",
        "启素牌奶粉",
        "您好 请问现在方便吗",
        "我们3天内回复",
        "call 0800 123 or visit app.example",
        "b2b and 1st class",
        "qsort is a function"
      })
  void ordinaryWordsStayWhatTheyAre(String text) {
    assertThat(plain(text)).isEqualTo(text);
  }

  @Test
  void aSpanLeadsBackToTheOriginal() {
    String original = "好的，再不还就Ｑ Ｓ、起 * 诉你。";
    Plain plain = NORMALISER.normalise(original);
    int at = plain.text().lastIndexOf("起诉");
    assertThat(plain.back(Span.of(at, at + 2)).of(original)).isEqualTo("起 * 诉");
    assertThat(plain.back(Span.of(0, plain.text().length())).of(original)).isEqualTo(original);
  }

  @Test
  void whatIsNotUnderstoodIsSaidSo() {
    Reader reader = Reader.bare();
    assertThat(reader.unclear(reader.normaliser().normalise("Ты должен заплатить"))).isPresent();
    assertThat(reader.unclear(reader.normaliser().normalise("好".repeat(5_000)))).isPresent();
    assertThat(reader.unclear(reader.normaliser().normalise("您好"))).isEmpty();
  }
}
