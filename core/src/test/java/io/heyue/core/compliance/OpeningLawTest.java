package io.heyue.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Span;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleForm.Duty;
import io.heyue.core.law.Scope;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.Samples;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the first words must say: in which words, and by whom. */
class OpeningLawTest {
  private static final RuleForm.Disclosure LABEL =
      new RuleForm.Disclosure(
          Set.of(RuleForm.Duty.ARTIFICIAL),
          RuleForm.Occasion.OPENING,
          List.of(Pattern.compile("人工智能|AI"), Pattern.compile("生成|合成")));

  @Test
  void theWordsThatTheLawPrescribesMustAllStandUnderTheClaim() {
    assertThat(opening(scoped(Set.of(), Set.of()), "您好，", "以下由人工智能生成", "。")).isTrue();
    assertThat(opening(scoped(Set.of(), Set.of()), "您好，", "我是人工智能助手", "。")).isFalse();
    assertThat(opening(scoped(Set.of(), Set.of()), "您好，", "以下为合成语音", "。")).isFalse();
    assertThat(opening(scoped(Set.of(), Set.of()), "人工智能生成，", "我是机器", "。")).isFalse();
  }

  @Test
  void aRuleForOtherLendersOrProductsAsksNothing() {
    Licence own = Samples.dossier().account().lender().licence();
    Licence other = own == Licence.AGENCY ? Licence.BANK : Licence.AGENCY;
    assertThat(opening(scoped(Set.of(own), Set.of()), "您好，", "我是机器", "。")).isFalse();
    assertThat(opening(scoped(Set.of(other), Set.of()), "您好，", "我是机器", "。")).isTrue();
    assertThat(opening(scoped(Set.of(), Set.of("没有这种产品")), "您好，", "我是机器", "。")).isTrue();
  }

  /** Each duty by the claim that is its own: to name a right is not to say who speaks. */
  @Test
  void eachDutyIsFulfilledByItsOwnClaimAlone() {
    Map<Duty, String> rights =
        Map.of(
            Duty.PERSON, "person",
            Duty.OPT_OUT, "opt_out",
            Duty.COLLECTOR, "collector",
            Duty.VALIDATION, "validation");
    String lender = Samples.account().lender().name();
    rights.forEach((duty, right) -> {
      assertThat(fulfils(duty, right, s -> new Claim.Right(s, right))).as(right).isTrue();
      assertThat(fulfils(duty, "copy", s -> new Claim.Right(s, "copy"))).as(right).isFalse();
      assertThat(fulfils(duty, lender, s -> new Claim.Identity(s, Claim.Of.LENDER))).isFalse();
    });
    assertThat(fulfils(Duty.IDENTITY, lender, s -> new Claim.Identity(s, Claim.Of.LENDER)))
        .isTrue();
    assertThat(fulfils(Duty.IDENTITY, "4021", s -> new Claim.Identity(s, Claim.Of.TAIL))).isFalse();
    assertThat(fulfils(Duty.ARTIFICIAL, "AI", Claim.Artificial::new)).isTrue();
    assertThat(fulfils(Duty.ARTIFICIAL, "AI", s -> new Claim.Right(s, "person"))).isFalse();
    for (Duty sound : List.of(Duty.AUDIO_CUE, Duty.LABEL, Duty.METADATA)) {
      assertThat(fulfils(sound, "AI", Claim.Artificial::new)).as("seen to by no words").isTrue();
    }
  }

  private static boolean fulfils(Duty duty, String said, Function<Span, Claim> claim) {
    DraftReply draft =
        new DraftReply(Lang.ZH, said, List.of(claim.apply(Span.of(0, said.length()))), List.of());
    Rule rule = SampleLaw.rule("CN-DUTY", new RuleForm.Disclosure(Set.of(duty)));
    return new Guard(SampleLaw.book(rule))
            .judge(
                draft,
                Samples.dossier(),
                List.of(),
                Delivery.byMachine(Channel.CHAT, true, true),
                Samples.NOW)
        instanceof Verdict.Permitted;
  }

  /** What every message or a file must carry is no matter of the first words on a page. */
  @Test
  void onlyWhatTheOpeningMustSayIsAskedOfIt() {
    for (RuleForm.Occasion other : List.of(RuleForm.Occasion.MESSAGE, RuleForm.Occasion.EXPORT)) {
      RuleForm form = new RuleForm.Disclosure(Set.of(Duty.PERSON), other, List.of());
      assertThat(opening(SampleLaw.rule("CN-OTHER", form), "您好，", "我是机器", "。"))
          .as(other.name())
          .isTrue();
    }
  }

  private static boolean opening(Rule rule, String before, String label, String after) {
    DraftReply draft =
        new DraftReply(
            Lang.ZH,
            before + label + after,
            List.of(
                new Claim.Artificial(Span.of(before.length(), before.length() + label.length()))),
            List.of());
    Rule always = SampleLaw.rule("CN-ALWAYS", new RuleForm.ForbiddenWords("threat", List.of()));
    return new Guard(SampleLaw.book(rule, always))
            .judge(
                draft,
                Samples.dossier(),
                List.of(),
                Delivery.byMachine(Channel.CHAT, true, true),
                Samples.NOW)
        instanceof Verdict.Permitted;
  }

  private static Rule scoped(Set<Licence> licences, Set<String> products) {
    return SampleLaw.rule(
        "CN-LABEL",
        1,
        "CN",
        SampleLaw.LONG_AGO,
        null,
        new Scope(licences, Set.of(), Set.of(), products),
        LABEL);
  }
}
