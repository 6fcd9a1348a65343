package io.heyue.core.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Span;
import io.heyue.core.base.Tone;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.Question;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Plan;
import io.heyue.core.samples.SampleWords;
import io.heyue.core.samples.Samples;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WriterTest {
  private final Writer writer = new Writer(SampleWords.book());

  private static List<String> claimed(DraftReply draft) {
    return draft.claims().stream().map(claim -> claim.span().of(draft.words())).toList();
  }

  @Test
  void aClaimCoversExactlyTheWordsThatMakeIt() {
    DraftReply draft =
        writer.write(
            List.of(new Move.Inform("account")), SampleWords.setting(Samples.dossier(), Lang.ZH));
    assertThat(draft.words())
        .isEqualTo("您在远山消费金融有限公司的消费贷（尾号4021）有3,280.50元应在11月5日归还，目前已逾期18天。请问您哪一天方便还呢？");
    assertThat(claimed(draft))
        .containsExactly("远山消费金融有限公司", "消费贷", "4021", "3,280.50元", "11月5日", "18");
    assertThat(draft.claims().get(3))
        .isEqualTo(new Claim.Sum(Span.of(25, 34), Claim.Of.OVERDUE, Samples.OVERDUE));
  }

  @Test
  void soItDoesInEnglishAndAcrossMoves() {
    DraftReply draft =
        writer.write(
            List.of(
                new Move.Acknowledge("hardship"),
                new Move.Inform("amount"),
                new Move.Wait(),
                new Move.Ask(Question.WHEN)),
            SampleWords.setting(Samples.dossier(), Lang.EN));
    assertThat(draft.words())
        .isEqualTo("I understand. CNY 3,280.50 is past due by 18 days. When could you pay?");
    assertThat(claimed(draft)).containsExactly("CNY 3,280.50", "18");
    assertThat(draft.phrases()).containsExactly("ack_hardship", "tell_amount", "ask_when");
  }

  @Test
  void aScheduleClaimsEachInstalment() {
    Plan plan = Plan.monthly(Money.fen(10_000), 3, LocalDate.of(2026, 12, 31));
    Move move = new Move.ReadBack(new Terms.Instalments(plan));
    DraftReply chinese =
        writer.write(List.of(move), SampleWords.setting(Samples.dossier(), Lang.ZH));
    assertThat(chinese.words())
        .isEqualTo("分3期：1）12月31日，33.33元；2）2027年1月31日，33.33元；3）2027年2月28日，33.34元。对吗？");
    assertThat(claimed(chinese))
        .containsExactly(
            "3", "1", "12月31日", "33.33元", "2", "2027年1月31日", "33.33元", "3", "2027年2月28日", "33.34元");
    DraftReply english =
        writer.write(List.of(move), SampleWords.setting(Samples.dossier(), Lang.EN));
    assertThat(english.words())
        .isEqualTo(
            "In 3 parts: 1) 31 December 2026, CNY 33.33; 2) 31 January 2027, CNY 33.33; "
                + "3) 28 February 2027, CNY 33.34. Right?");
    assertThat(claimed(english)).hasSize(10).contains("28 February 2027");
  }

  @Test
  void theOpeningMarksWhatItMustSay() {
    DraftReply draft =
        writer.write(List.of(new Move.Identify()), SampleWords.setting(Samples.dossier(), Lang.ZH));
    assertThat(claimed(draft)).contains("由人工智能生成", "如需人工服务请回复“转人工”", "林甲乙");
    assertThat(draft.claims())
        .hasAtLeastOneElementOfType(Claim.Artificial.class)
        .hasAtLeastOneElementOfType(Claim.Right.class);
  }

  @Test
  void theWordingThatFitsBestIsTaken() {
    List<Move> move = List.of(new Move.Acknowledge("hardship"));
    assertThat(words(move, Channel.CHAT, Tone.SOFT)).isEqualTo("您别着急，慢慢商量。");
    assertThat(words(move, Channel.CHAT, Tone.SHORT)).isEqualTo("我理解您的难处。");
    assertThat(words(move, Channel.SMS, Tone.PLAIN)).isEqualTo("我理解。");
  }

  private String words(List<Move> moves, Channel channel, Tone tone) {
    return writer
        .write(moves, SampleWords.setting(Samples.dossier(), Lang.ZH, channel, tone))
        .words();
  }

  @Test
  void missingWordsAndMissingTermsAreNamed() {
    Writer.Setting english = SampleWords.setting(Samples.dossier(), Lang.EN);
    assertThatIllegalStateException()
        .isThrownBy(() -> writer.write(List.of(new Move.Close(Disposition.PROMISE)), english))
        .withMessageContaining("close_promise");
    Writer.Setting chinese = SampleWords.setting(Samples.dossier(), Lang.ZH);
    assertThatIllegalStateException()
        .isThrownBy(() -> writer.write("read_back_full", Optional.empty(), chinese));
    Terms full = new Terms.Full(Samples.OVERDUE, Samples.TODAY);
    assertThatIllegalStateException()
        .isThrownBy(() -> writer.write("read_back_partial", Optional.of(full), chinese));
  }

  @Test
  void sumsDaysAndRatesAreWrittenWithoutRounding() {
    Wording chinese = new Wording(Lang.ZH);
    Wording english = new Wording(Lang.EN);
    Money dinar = new Money(1_234_567, Currency.getInstance("KWD"));
    assertThat(chinese.sum(Money.fen(5))).isEqualTo("0.05元");
    assertThat(chinese.sum(Money.fen(-123_456))).isEqualTo("-1,234.56元");
    assertThat(english.sum(dinar)).isEqualTo("KWD 1,234.567");
    assertThat(english.sum(new Money(1500, Currency.getInstance("JPY")))).isEqualTo("JPY 1,500");
    assertThat(chinese.day(LocalDate.of(2027, 1, 2), Samples.TODAY)).isEqualTo("2027年1月2日");
    assertThat(chinese.moment(Samples.LOCAL_NOW)).isEqualTo("11月23日10:00");
    assertThat(english.moment(Samples.LOCAL_NOW)).isEqualTo("23 November at 10:00");
    assertThat(chinese.rate(Rate.parse("0.2340"))).isEqualTo("23.4%");
    assertThat(chinese.rate(Rate.parse("0"))).isEqualTo("0%");
  }

  @Test
  void whatTheBooksDoNotHoldIsNotStated() {
    Dossier bare = Samples.dossier(Samples.bare(), Samples.borrower(), Samples.mandate());
    DraftReply reply =
        writer.write(
            List.of(new Move.Inform("amount"), new Move.Inform("minimum")),
            SampleWords.setting(bare, Lang.ZH));
    assertThat(reply.words()).isEqualTo("逾期金额是3,280.50元，全部余额我没有。最低还款额我没有。");
    assertThat(reply.claims()).extracting(Claim::getClass).containsExactly(Claim.Sum.class);
    assertThat(
            writer
                .write(
                    List.of(new Move.Inform("minimum")),
                    SampleWords.setting(Samples.dossier(), Lang.ZH))
                .words())
        .isEqualTo("最低还328.05元就可以结束逾期。");
  }

  @Test
  void aFigureThatMayBeUnknownStandsOnlyWhereItIsKnown() {
    Template template =
        Template.parse("[known:balance|余{balance}[right:person|人]|无[right:person|工]]。");
    assertThat(template.all())
        .containsExactly(
            new Template.Part.Words("余"),
            new Template.Part.Place(Placeholder.BALANCE),
            new Template.Part.Marked("right", "person", "人"),
            new Template.Part.Words("无"),
            new Template.Part.Marked("right", "person", "工"),
            new Template.Part.Words("。"));
    assertThat(Template.parse("[known:minimum|{minimum}]").all()).hasSize(1);
    for (String bad :
        List.of(
            "余{balance}",
            "[known:balance|a|{balance}]",
            "[known:balance|{principal}|b]",
            "[known:overdue|a|b]",
            "[known:balance]",
            "[known:balance|a")) {
      assertThatIllegalArgumentException().as(bad).isThrownBy(() -> Template.parse(bad));
    }
  }

  @Test
  void templatesAreReadPartByPart() {
    assertThat(Template.parse("a{Days}b[right:person|c]").parts())
        .containsExactly(
            new Template.Part.Words("a"),
            new Template.Part.Place(Placeholder.DAYS),
            new Template.Part.Words("b"),
            new Template.Part.Marked("right", "person", "c"));
    assertThat(Template.parse("").parts()).isEmpty();
    assertThat(Template.parse("[artificial|x: y]").parts())
        .containsExactly(new Template.Part.Marked("artificial", "", "x: y"));
    for (String bad :
        List.of("{days", "[right:person|x", "{nothing}", "[right:x]", "[wrong:x|y]")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Template.parse(bad));
    }
  }

  @Test
  void aClaimBeyondTheWordsCannotBeMade() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new DraftReply(Lang.ZH, "abc", List.of(new Claim.Code(Span.of(1, 4))), List.of()));
  }
}
