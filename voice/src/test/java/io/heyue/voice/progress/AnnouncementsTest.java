package io.heyue.voice.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.progress.Phrase.When;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncementsTest {
  private final Announcements announcements = Announcements.standard();

  private Optional<Disposition> early(String text) {
    return announcements.find(text, true, false).map(Match::disposition);
  }

  private Optional<Disposition> answered(String text) {
    return announcements.find(text, true, true).map(Match::disposition);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "您好，您拨打的号码是空号，请核对后再拨。|INVALID_NUMBER",
        "您拨打的号码不存在 请查证后再拨|INVALID_NUMBER",
        "对不起 您拨打的电话已停机|OUT_OF_SERVICE",
        "您所拨打的用户已关机，请稍后再拨|SWITCHED_OFF",
        "您好 请不要挂机 您拨打的电话正在通话中|BUSY",
        "您拨打的电话暂时无法接通，请稍后再拨|UNREACHABLE",
        "您拨打的电话暂时无人接听 请稍后再拨|NO_ANSWER",
        "您拨打的用户已暂停服务|SUSPENDED",
        "您拨打的用户已关机 我们将以来电提醒通知机主|SWITCHED_OFF",
        "您拨打的用户已设置呼入限制|BARRED",
        "对不起 您的电话已欠费 请及时缴费|CALLER_BLOCKED",
        "Sorry! The subscriber you dialed is power off.|SWITCHED_OFF",
        "Sorry, the number you dialed does not exist, please check it and dial later|INVALID_NUMBER",
        "Ｓｏｒｒｙ， the number you have dialed is OUT OF SERVICE|OUT_OF_SERVICE",
        "the subscriber you dialed can not be connected for the moment|UNREACHABLE",
        "the number you have dialed is not in service|INVALID_NUMBER"
      })
  void theNetworkSays(String text, Disposition disposition) {
    assertThat(early(text)).hasValue(disposition);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "您好 我现在不方便接电话 请在提示音后留言|ANSWERED_MACHINE",
        "这里是语音信箱|ANSWERED_MACHINE",
        "您好 机主正忙 我是他的智能助理 请问您有什么事|CALL_SCREENING",
        "请说出您的姓名和来意|CALL_SCREENING",
        "Hi, please state your name and why you're calling|CALL_SCREENING",
        "If you record your name and reason for calling, I'll see|CALL_SCREENING",
        "I can’t come to the phone right now, leave a message after the beep|ANSWERED_MACHINE",
        "您拨打的号码是空号|INVALID_NUMBER",
        "您好，您所拨打的用户已关机|SWITCHED_OFF",
        "对不起您拨打的电话已停机|OUT_OF_SERVICE"
      })
  void aMachineSays(String text, Disposition disposition) {
    assertThat(answered(text)).hasValue(disposition);
  }

  @ParameterizedTest
  @CsvSource({
    "喂你好请问哪位",
    "我手机快没电要关机了",
    "我现在忙 通话中",
    "这号是不是空号",
    "我手机停机了才交上费",
    "我在高速服务区",
    "我这号码停机了刚交完费",
    "他手机已关机你打不通的",
    "你的号码存在我手机里",
    "hello who is this",
    "I am busy",
    "he is now in service",
    "the shop is unavailable"
  })
  void aPersonIsNoMachine(String text) {
    assertThat(answered(text)).isEmpty();
  }

  @Test
  void oneLetterOfFourMayBeWrongAndNoMore() {
    assertThat(early("您拨打的号码是空耗")).hasValue(Disposition.INVALID_NUMBER);
    assertThat(early("电话暂是无法接通")).hasValue(Disposition.UNREACHABLE);
    assertThat(answered("请在提是音后")).hasValue(Disposition.ANSWERED_MACHINE);
    assertThat(answered("请再提是因后")).isEmpty();
    assertThat(early("你关门机")).isEmpty();
    assertThat(early("it is now in service")).isEmpty();
    assertThat(answered("please leave a massage")).hasValue(Disposition.ANSWERED_MACHINE);
    assertThat(answered("the cat at the tones")).isEmpty();
  }

  @Test
  void wordsThatGrow() {
    String whole = "您好，您拨打的电话暂时无法接听。";
    for (int end = 0; end <= whole.length(); end++) {
      Optional<Match> match = announcements.find(whole.substring(0, end), false, false);
      assertThat(match.isPresent()).as("%d", end).isEqualTo(end >= whole.indexOf('。'));
    }
    Match match = announcements.find(whole, true, false).orElseThrow();
    assertThat(match.span().of(whole)).isEqualTo("暂时无法接听");
    assertThat(match.disposition()).isEqualTo(Disposition.NO_ANSWER);
    Match spaced = announcements.find("已 关、机 吗", true, false).orElseThrow();
    assertThat(spaced.span().of("已 关、机 吗")).isEqualTo("已 关、机");
  }

  /** Each phrase of the table means what its row says, alone and among other words. */
  @Test
  void noPhraseIsTakenForAnother() {
    for (Phrase phrase : announcements.phrases()) {
      boolean after = phrase.when() == When.ANSWERED;
      for (String text : new String[] {phrase.text(), "对不起 " + phrase.text() + "。"}) {
        assertThat(announcements.find(text, true, after).map(Match::disposition))
            .as(text)
            .hasValue(phrase.disposition());
      }
    }
  }

  @Test
  void anyTextIsReadAndALongOneAtItsEnd() {
    Random random = new Random(11);
    for (int times = 0; times < 2_000; times++) {
      StringBuilder text = new StringBuilder();
      for (int size = random.nextInt(60); size > 0; size--) {
        text.append((char) random.nextInt(0x10000));
      }
      assertThat(early(text + "已关机")).as("%s", text).isPresent();
    }
    String talk = "啊".repeat(5_000);
    assertThat(announcements.find(talk + "已关机", true, false).orElseThrow().span().start())
        .isEqualTo(5_000);
    assertThat(early("已关机" + talk)).isEmpty();
  }
}
