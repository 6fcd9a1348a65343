package io.heyue.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Span;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.Scope;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.Samples;
import java.util.List;
import java.util.Set;
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
            .judge(draft, Samples.dossier(), List.of(), true, true, Samples.NOW)
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
