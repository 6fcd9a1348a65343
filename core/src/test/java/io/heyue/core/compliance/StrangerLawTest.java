package io.heyue.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Span;
import io.heyue.core.law.RuleId;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What may be said to somebody of whom nothing is known. */
class StrangerLawTest {
  private static final Guard GUARD = new Guard(SampleLaw.book());
  private static final Mandate MANDATE = Samples.mandate();

  /** Words that say by 本机器人 that a machine speaks, with further claims under some of them. */
  private static DraftReply draft(String words, Map<String, Function<Span, Claim>> claims) {
    List<Claim> all = new ArrayList<>();
    int machine = words.indexOf("本机器人");
    if (machine >= 0) {
      all.add(new Claim.Artificial(Span.of(machine, machine + 4)));
    }
    claims.forEach((under, claim) -> {
      int at = words.indexOf(under);
      all.add(claim.apply(Span.of(at, at + under.length())));
    });
    return new DraftReply(Lang.ZH, words, all, List.of());
  }

  private static Verdict judged(DraftReply draft) {
    return GUARD.judge(draft, MANDATE, Samples.TODAY);
  }

  private static List<RuleId> broken(DraftReply draft) {
    return judged(draft) instanceof Verdict.Forbidden forbidden ? forbidden.rules() : List.of();
  }

  @Test
  void whoWeAreAndWhereWeAreReachedMayBeSaid() {
    String words = "您好，本机器人是" + MANDATE.speaker() + "，请拨打" + MANDATE.hotline() + "。";
    DraftReply draft =
        draft(
            words,
            Map.of(
                MANDATE.speaker(), span -> new Claim.Identity(span, Claim.Of.SPEAKER),
                MANDATE.hotline(), span -> new Claim.Contact(span, Claim.Of.HOTLINE)));
    assertThat(judged(draft))
        .isInstanceOfSatisfying(
            Verdict.Permitted.class, it -> assertThat(it.reply().words()).isEqualTo(words));
  }

  @Test
  void thatAMachineSpeaksMustBeSaid() {
    assertThat(broken(draft("您好。", Map.of()))).extracting(RuleId::id).containsExactly("CN-OPENING");
    assertThat(broken(draft("您好，本机器人。", Map.of()))).isEmpty();
  }

  @Test
  void nothingOfADebtAndNothingForbiddenMayBe() {
    assertThat(broken(draft("本机器人。您欠款了。", Map.of())))
        .extracting(RuleId::id)
        .containsExactly("CN-RIGHT-PARTY");
    assertThat(broken(draft("本机器人。否则后果自负。", Map.of())))
        .extracting(RuleId::id)
        .containsExactly("CN-THREAT");
    assertThat(broken(draft("本机器人。会报送征信。", Map.of())))
        .extracting(RuleId::id)
        .containsExactly("CN-CREDIT");
  }

  @Test
  void figuresAreTheLendersNumberOrNothing() {
    assertThat(broken(draft("本机器人。请拨打13800000001。", Map.of()))).isNotEmpty();
    assertThat(broken(draft("本机器人。三千元。", Map.of()))).isNotEmpty();
    assertThat(
            broken(
                draft(
                    "本机器人。请拨打4711。",
                    Map.of("4711", span -> new Claim.Contact(span, Claim.Of.HOTLINE)))))
        .isNotEmpty();
    assertThat(
            broken(
                draft(
                    "本机器人。5.00元。",
                    Map.of(
                        "5.00元", span -> new Claim.Sum(span, Claim.Of.OVERDUE, Money.fen(500))))))
        .isNotEmpty();
  }

  @Test
  void nothingMayNotBe() {
    assertThat(judged(draft("", Map.of()))).isInstanceOf(Verdict.Forbidden.class);
  }
}
