package io.heyue.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.compliance.Guard;
import io.heyue.core.compliance.Verdict;
import io.heyue.core.reply.Writer;
import io.heyue.core.samples.SampleFlow;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.SampleWords;
import io.heyue.core.samples.Samples;
import io.heyue.core.understanding.entity.RuleEntityParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people say is held against the books as what we say is. */
class HumanWordsTest {
  private final RuleEntityParser parser = RuleEntityParser.of();
  private final HumanWords words =
      new HumanWords(new Guard(SampleLaw.book()), parser, new Writer(SampleWords.book()));

  private Verdict judged(String text) {
    return words.judge(text, Samples.dossier(), SampleFlow.state(true), Samples.NOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "您好，我是您这边的同事，您慢慢说。",
        "您目前逾期3280.50元，余额13,280.50元。",
        "合同年利率是18%，逾期部分23.4%。",
        "12月1日前还都可以。",
        "那就12月1日还1000元，剩下的再商量。",
        "您也可以致电12356，12月1日前还都可以。",
        "您也可以致电010-00000000，或在heyue.example/verify核实。",
        "可以分6期。",
        "我们15天内书面答复您。",
        "下午3点我再联系您。"
      })
  void whatTheBooksHoldOrMayBeAgreedIsSaid(String text) {
    assertThat(judged(text))
        .as("%s", parser.parse(text, Lang.ZH, Samples.LOCAL_NOW, Samples.OVERDUE.currency()))
        .isInstanceOf(Verdict.Permitted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "您一共欠98000元。",
        "请打我的电话13800001111。",
        "请转到6222020200112233445。",
        "逾期利率是36%。",
        "您9月1日就该还了。"
      })
  void whatIsNowhereInTheBooksIsNot(String text) {
    assertThat(judged(text)).isNotInstanceOf(Verdict.Permitted.class);
  }

  @Test
  void nothingOfTheDebtIsToldToWhomNobodyVerified() {
    Verdict verdict =
        words.judge("您目前逾期3280.50元。", Samples.dossier(), SampleFlow.state(false), Samples.NOW);
    assertThat(verdict).isNotInstanceOf(Verdict.Permitted.class);
  }
}
