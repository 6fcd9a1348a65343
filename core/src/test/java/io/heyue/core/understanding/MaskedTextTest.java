package io.heyue.core.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.PersonName;
import io.heyue.core.understanding.entity.RuleEntityParser;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTextTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.parse("2026-03-02T10:00:00+08:00[Asia/Shanghai]");

  private static String masked(String text, String... names) {
    Lang lang = text.codePoints().anyMatch(Character::isIdeographic) ? Lang.ZH : Lang.EN;
    return MaskedText.of(
            text,
            RuleEntityParser.of().parse(text, lang, NOW, Money.CNY),
            Stream.of(names).map(PersonName::new).toList())
        .text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "我叫林甲乙，不欠你们钱|我叫[name]，不欠你们钱",
        "你找王先生吧我不是|你找[name]吧我不是",
        "去问王先生不要问我|去问[name]先生不要问我",
        "我是张小明本人|我是[name]本人",
        "打我这个号13800000000|打我这个号[number]",
        "幺三八零零零零零零零零 打这个|[number] 打这个",
        "身份证是000000190001013105|身份证是[number]",
        "账号是 6222 0000 00 不对|账号是 [number] 不对",
        "微信号abc_12345加我|微信号[number]加我",
        "一三八，零零一三，八零零零 打这个|[number] 打这个",
        "138，0013，8000 打我|[number] 打我",
        "ring oh seven seven double zero nine one|ring [number]",
        "微信号码是abc_de 加我|微信号码[number] 加我",
        "my wechat is wang_xm|my wechat is[number]",
        "我住在西湖区文三路12号3单元201室|我住在[address]",
        "发到 nobody@heyue.example 吧|发到 [address] 吧",
        "my name is john smith and i paid|my name is [name] and i paid",
        "This is Mary Jones speaking|This is [name] speaking",
        "its mary speaking|its [name] speaking",
        "我是張小明本人|我是[name]本人",
        "ask Mr Jones|ask Mr [name]",
        "I moved to 12 Long Acre Road last year|I moved to [address] last year",
      })
  void saysNotWhoSomebodyIs(String text, String masked) {
    assertThat(masked(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "我下个月15号还12000元",
        "2026年11月30号之前还三千五",
        "我是真的没钱",
        "我是不是可以分十二期",
        "i can pay 1250.50 on 2026-03-15",
        "我在家里一个人带孩子",
        "这是什么钱",
      })
  void whatSaysOnlyWhatIsMeantStays(String text) {
    assertThat(masked(text)).isEqualTo(text);
  }

  @Test
  void theNameInTheBooksIsHiddenWhereverItStands() {
    assertThat(masked("甲某就是甲某", "甲某")).isEqualTo("[name]就是[name]");
    assertThat(masked("乙丙不在，我是他爸", "林乙丙")).isEqualTo("[name]不在，我是他爸");
    assertThat(masked("張偉不在", "张伟")).isEqualTo("[name]不在");
    assertThat(masked("娜娜不在", "欧阳娜娜")).isEqualTo("[name]不在");
    assertThat(masked("yes john here, JOHN DOE", "John Doe")).isEqualTo("yes [name] here, [name]");
  }

  @Test
  void aDayHidesNoNumberBesideIt() {
    assertThat(masked("i paid 2026-03-15 4400123456")).isEqualTo("i paid 2026-03-15 [number]");
  }

  @Test
  void whatCannotBePrintedIsASpace() {
    assertThat(masked("i can\u0092t pay\u0000")).isEqualTo("i can t pay ");
  }

  /** The longest text is cut, and no text is refused or takes long. */
  @Test
  void isBoundedForAnyText() {
    for (String part : List.of("路", "张", "1 ", "a@", "一", "[", "\ud800", "12 long ")) {
      assertThat(masked(part.repeat(20_000)).length()).isLessThanOrEqualTo(500);
    }
  }
}
