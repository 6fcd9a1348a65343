package io.heyue.core.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.samples.Samples;
import io.heyue.core.understanding.entity.RuleEntityParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves of an utterance when everything must go that names somebody, and every figure. */
class RedactionTest {
  private static String masked(String text, Lang lang, String... known) {
    return Redaction.of(
            text,
            RuleEntityParser.of()
                .parse(text, lang, Samples.NOW.atZone(Samples.SHANGHAI), Money.CNY),
            List.of(known),
            lang)
        .text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          我下周五还三千二                     | 我【日期】还【金额】
          卡号6222021234567890128             | 卡号【卡号】
          身份证11010519491231002X是我的       | 身份证【证件号】是我的
          给我打13812345678                   | 给我打【电话】
          我叫王大锤，不是张三                  | 我叫【姓名】，不是张三
          我是李雷，他不在                     | 我是【姓名】，他不在
          我是本人                            | 我是本人
          我是他老婆                          | 我是他老婆
          找张先生吗                          | 找【姓名】先生吗
          微信号是wangwang_88                 | 微信号是【数字】
          发到lilei@mail.example.com          | 发到【邮箱】
          我住在朝阳路88号3单元                | 我住在【地址】
          我在远山科技有限公司上班              | 我在【单位】上班
          没钱 真的没钱                       | 没钱 真的没钱
          我是張偉的老婆                       | 我是【姓名】的老婆
          我叫張偉，你們搞錯了                  | 我叫【姓名】，你們搞錯了
          找陳小姐                             | 找【姓名】小姐
          我是张伟的老婆                       | 我是【姓名】的老婆
          我住在朝陽路88號                     | 我住在【地址】
          我住在朝阳区                         | 我住在【地址】
          他在石桥镇，不在这                    | 他在【地址】，不在这
          我在李家村                           | 我在【地址】
          我住阳光小区                         | 我住【地址】
          这个小区停电                         | 这个小区停电
          尾号是三 六 二 一                    | 尾号是【数字】
          尾号是三、六、二、一                  | 尾号是【数字】
          """)
  void chinese(String said, String leaves) {
    assertThat(masked(said, Lang.ZH)).isEqualTo(leaves);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          my name is John Smith          | my name is [name]
          This is Mary, he's out         | This is [name], he's out
          ask Mr Brown                   | ask [name]
          write to j.smith@mail.example  | write to [mail]
          I live at 12 Baker Street      | I live at [address]
          I have no money                | I have no money
          my name is john smith          | my name is [name]
          MY NAME IS JOHN SMITH          | MY NAME IS [name]
          my name is mary and i paid     | my name is [name] and i paid
          my name is will smith          | my name is [name]
          its mary speaking              | its [name] speaking
          this is mary                   | this is [name]
          i'm john, he is out            | i'm [name], he is out
          i'm sorry                      | i'm sorry
          i'm not well                   | i'm not well
          its in the bank                | its in the bank
          i'm at work                    | i'm at work
          i'm ill                        | i'm ill
          i'm struggling                 | i'm struggling
          this is ridiculous             | this is ridiculous
          call me later                  | call me later
          ask mr brown                   | ask [name]
          i miss payments                | i miss payments
          12 baker street                | [address]
          i live at 12 baker street      | i live at [address]
          on the Aylesbury Estate        | on the [address]
          in aylesbury village           | in [address]
          at SW1A 2AA                    | at [address]
          it ends oh seven double one    | it ends [number]
          """)
  void english(String said, String leaves) {
    assertThat(masked(said, Lang.EN)).isEqualTo(leaves);
  }

  @Test
  void aNameThatIsKnownGoesWhereverItStands() {
    assertThat(masked("甲乙说林甲乙就是他", Lang.ZH, "林甲乙")).isEqualTo("【姓名】说【姓名】就是他");
    assertThat(masked("anna never told ANNA LEE", Lang.EN, "Anna Lee"))
        .isEqualTo("[name] never told [name]");
  }

  @Test
  void aNameThatIsKnownGoesInPartsAndInAnyWriting() {
    assertThat(masked("張偉不在", Lang.ZH, "张伟")).isEqualTo("【姓名】不在");
    assertThat(masked("娜娜是我", Lang.ZH, "欧阳娜娜")).isEqualTo("【姓名】是我");
    assertThat(masked("买买提不在，阿卜杜在", Lang.ZH, "阿卜杜·买买提")).isEqualTo("【姓名】不在，【姓名】在");
    assertThat(masked("我是Al啊", Lang.ZH, "Al Green")).isEqualTo("我是【姓名】啊");
    assertThat(masked("al told all of it", Lang.EN, "Al Green")).isEqualTo("[name] told all of it");
    assertThat(masked("josé and an idea", Lang.EN, "José An")).isEqualTo("[name] and an idea");
    assertThat(masked("ask An", Lang.EN, "José An")).isEqualTo("ask [name]");
  }

  @Test
  void noFigureIsEverLeft() {
    for (String said :
        List.of(
            "幺三八零零一三八零零零",
            "我二零二六年十一月二十七号还一千五百块",
            "尾号零零一四 ０１２３ 4,5",
            "合同H-1001 房号B2-301",
            "3.5% 1/2 12:30 ¼",
            "尾号①③⑧",
            "还剩½，Ⅳ期")) {
      assertThat(masked(said, Lang.ZH)).doesNotContainPattern("\\p{N}");
    }
  }

  /** The matcher goes deeper with each repetition of a group that has no end. */
  @ParameterizedTest
  @ValueSource(
      strings = {"一", "一 ", "one ", "a", "a-", "a.", "a1-", "@", "a@a.", "路", "王", "my name is "})
  void anyTextIsMaskedHoweverLong(String part) {
    String masked = masked(part.repeat(20_000 / part.length()), Lang.ZH);
    assertThat(masked).doesNotContainPattern("\\p{N}|[一二三]{3}|one one one");
  }

  @Test
  void whatIsHiddenIsCounted() {
    Redaction redaction = Redaction.of("1 and 22", List.of(), List.of(), Lang.EN);
    assertThat(redaction).isEqualTo(new Redaction("[number] and [number]", 2));
  }
}
