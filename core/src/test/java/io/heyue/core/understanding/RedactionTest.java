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
  void noFigureIsEverLeft() {
    for (String said :
        List.of(
            "幺三八零零一三八零零零",
            "我二零二六年十一月二十七号还一千五百块",
            "尾号零零一四 ０１２３ 4,5",
            "合同H-1001 房号B2-301",
            "3.5% 1/2 12:30 ¼")) {
      assertThat(masked(said, Lang.ZH).codePoints().filter(Character::isDigit).count()).isZero();
    }
  }

  @Test
  void whatIsHiddenIsCounted() {
    Redaction redaction = Redaction.of("1 and 22", List.of(), List.of(), Lang.EN);
    assertThat(redaction).isEqualTo(new Redaction("[number] and [number]", 2));
  }
}
