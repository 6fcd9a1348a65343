package io.heyue.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Span;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleForm.Duty;
import io.heyue.core.law.RuleId;
import io.heyue.core.law.Scope;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Borrower;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Lender;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.Claim.Of;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.Samples;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which rules words are held against, on whose day, and what a claim may stand for. */
class WordLawTest {
  private static DraftReply plain(String words) {
    return new DraftReply(Lang.ZH, words, List.of(), List.of());
  }

  private static DraftReply saying(String words, String said, Function<Span, Claim> claim) {
    int start = words.indexOf(said);
    return new DraftReply(
        Lang.ZH, words, List.of(claim.apply(Span.of(start, start + said.length()))), List.of());
  }

  private static Verdict judge(DraftReply draft, Dossier dossier, boolean verified, Rule... rules) {
    return new Guard(rules.length == 0 ? SampleLaw.book() : SampleLaw.book(rules))
        .judge(
            draft,
            dossier,
            List.of(),
            Delivery.byMachine(Channel.CHAT, false, verified),
            Samples.NOW);
  }

  private static List<String> broken(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Permitted _ -> List.of();
      case Verdict.Amended amended -> amended.rules().stream().map(RuleId::id).toList();
      case Verdict.Forbidden forbidden -> forbidden.rules().stream().map(RuleId::id).toList();
    };
  }

  private static Dossier lentBy(String name, String product) {
    Account account = Samples.account();
    return Samples.dossier(
        new Account(
            account.id(),
            account.tail(),
            new Lender(name, Licence.BANK, "CN"),
            product,
            account.contractDate(),
            account.principal(),
            account.balance(),
            account.overdue(),
            account.minimum(),
            account.dueDate(),
            account.contractRate(),
            account.overdueRate(),
            account.facts(),
            account.asOf()),
        Samples.borrower(),
        Samples.mandate());
  }

  private static Dossier of(@Nullable String place, @Nullable ZoneId zone) {
    Borrower borrower = Samples.borrower();
    return Samples.dossier(
        Samples.account(),
        new Borrower(
            borrower.id(),
            borrower.name(),
            borrower.verification(),
            borrower.lang(),
            place,
            zone,
            Optional.empty()),
        Samples.mandate());
  }

  /** Each fact of an account tells whoever hears it that there is one. */
  @Test
  void noFactOfTheAccountIsToldBeforeTheVerification() {
    Dossier dossier = lentBy("远山", "随心用");
    List<DraftReply> telling =
        List.of(
            saying("是3,280.50元", "3,280.50元", s -> new Claim.Sum(s, Of.OVERDUE, Samples.OVERDUE)),
            saying(
                "是11月5日", "11月5日", s -> new Claim.Day(s, Of.DUE_DATE, Samples.TODAY.minusDays(18))),
            saying(
                "是18%",
                "18%", s -> new Claim.Price(s, Of.CONTRACT_RATE, dossier.account().contractRate())),
            saying("是18天", "18", s -> new Claim.Count(s, Of.DAYS_PAST_DUE, 18)),
            saying("会有影响", "影响", s -> new Claim.Consequence(s, "credit_reporting")),
            saying("是随心用", "随心用", s -> new Claim.Identity(s, Of.PRODUCT)),
            saying("是4021", "4021", s -> new Claim.Identity(s, Of.TAIL)));
    for (DraftReply draft : telling) {
      assertThat(broken(judge(draft, dossier, false)))
          .as(draft.words())
          .containsExactly("CN-RIGHT-PARTY");
      assertThat(broken(judge(draft, dossier, true))).as(draft.words()).isEmpty();
    }
    List<DraftReply> harmless =
        List.of(
            saying("我是远山", "远山", s -> new Claim.Identity(s, Of.LENDER)),
            saying("我是和约智能助手", "和约智能助手", s -> new Claim.Identity(s, Of.SPEAKER)),
            saying("请打010-00000000", "010-00000000", s -> new Claim.Contact(s, Of.HOTLINE)),
            saying("核实码12345678", "12345678", Claim.Code::new),
            saying("我是人工智能", "人工智能", Claim.Artificial::new),
            saying("可以转人工", "转人工", s -> new Claim.Right(s, "person")));
    for (DraftReply draft : harmless) {
      assertThat(broken(judge(draft, dossier, false))).as(draft.words()).isEmpty();
    }
  }

  /** A numeral within a name counts nothing. */
  @Test
  void aFigureInWordsThatIsPartOfAClaimIsBacked() {
    Dossier dossier = lentBy("三千里银行", "消费贷");
    assertThat(
            broken(
                judge(
                    saying("我是三千里银行的", "三千里银行", s -> new Claim.Identity(s, Of.LENDER)),
                    dossier,
                    true)))
        .isEmpty();
    assertThat(
            broken(
                judge(
                    saying("我是三千里银行的，请还五千元", "三千里银行", s -> new Claim.Identity(s, Of.LENDER)),
                    dossier,
                    true)))
        .containsExactly("CN-DECEIT");
  }

  @Test
  void nobodyIsSentAnywhereButWhereTheLenderSays() {
    Dossier dossier = Samples.dossier();
    for (DraftReply draft :
        List.of(
            saying("请打010-00000000", "010-00000000", s -> new Claim.Contact(s, Of.HOTLINE)),
            saying("请打12356", "12356", s -> new Claim.Contact(s, Of.HELP_LINE)),
            saying("用远山App的“我要还款”", "远山App的“我要还款”", s -> new Claim.Contact(s, Of.PAY_AT)),
            saying("见heyue.example/verify", "heyue.example/verify", s -> site(s)),
            saying("见https://heyue.example/s/1", "https://heyue.example/s/1", s -> site(s)),
            saying("见http://heyue.example/s/1", "http://heyue.example/s/1", s -> site(s)),
            saying("下午3点再联系", "下午3点", s -> new Claim.Contact(s, Of.TIME)))) {
      assertThat(broken(judge(draft, dossier, true))).as(draft.words()).isEmpty();
    }
    for (DraftReply draft :
        List.of(
            saying("请打010-00000001", "010-00000001", s -> new Claim.Contact(s, Of.HOTLINE)),
            saying("请打12355", "12355", s -> new Claim.Contact(s, Of.HELP_LINE)),
            saying("用别的App", "别的App", s -> new Claim.Contact(s, Of.PAY_AT)),
            saying("见heyue.example/other", "heyue.example/other", s -> site(s)),
            saying("见ftp://heyue.example", "ftp://heyue.example", s -> site(s)),
            saying("请打12356", "12356", s -> new Claim.Contact(s, Of.OVERDUE)))) {
      assertThat(broken(judge(draft, dossier, true)))
          .as(draft.words())
          .containsExactly("CN-DECEIT");
    }
  }

  private static Claim site(Span span) {
    return new Claim.Contact(span, Of.SITE);
  }

  @Test
  void whoSomebodyIsIsSaidInTheBooksWords() {
    Dossier dossier = Samples.dossier();
    assertThat(
            broken(
                judge(
                    saying("尾号4021", "4021", s -> new Claim.Identity(s, Of.TAIL)), dossier, true)))
        .isEmpty();
    for (Of of : List.of(Of.LENDER, Of.SPEAKER, Of.PERSON, Of.PRODUCT, Of.TAIL, Of.TERMS)) {
      assertThat(broken(judge(saying("我是某某", "某某", s -> new Claim.Identity(s, of)), dossier, true)))
          .as(of.name())
          .containsExactly("CN-DECEIT");
    }
  }

  /** A falsehood is deceit; where no rule speaks of deceit, the first against words has to do. */
  @Test
  void aFalseStatementFallsUnderTheRuleAgainstDeceit() {
    DraftReply madeUp = plain("请还300");
    assertThat(broken(judge(madeUp, Samples.dossier(), true))).containsExactly("CN-DECEIT");
    assertThat(
            broken(
                judge(
                    madeUp,
                    Samples.dossier(),
                    true,
                    SampleLaw.rule("CN-Z", new RuleForm.ForbiddenWords("threat", List.of())),
                    SampleLaw.rule("CN-ZZ", new RuleForm.ForbiddenWords("deceit", List.of())))))
        .containsExactly("CN-ZZ");
    assertThat(
            broken(
                judge(
                    madeUp,
                    Samples.dossier(),
                    true,
                    SampleLaw.rule("CN-Z", new RuleForm.ForbiddenWords("threat", List.of())))))
        .containsExactly("CN-Z");
    assertThat(
            broken(
                judge(
                    madeUp,
                    Samples.dossier(),
                    true,
                    SampleLaw.rule("CN-O", new RuleForm.Disclosure(Set.of(Duty.PERSON))))))
        .containsExactly("XX-TRUTH");
  }

  @Test
  void rulesForOtherLendersOrProductsForbidNoWords() {
    RuleForm form = new RuleForm.ForbiddenWords("insult", List.of(Pattern.compile("老赖")));
    for (Scope other :
        List.of(
            new Scope(Set.of(Licence.MICRO_LOAN), Set.of(), Set.of(), Set.of()),
            new Scope(Set.of(), Set.of(), Set.of(), Set.of("信用卡")))) {
      assertThat(broken(judge(plain("您是老赖"), Samples.dossier(), true, scoped(other, form), any())))
          .isEmpty();
    }
    Scope own = new Scope(Set.of(Licence.CONSUMER_FINANCE), Set.of(), Set.of(), Set.of("消费"));
    assertThat(broken(judge(plain("您是老赖"), Samples.dossier(), true, scoped(own, form), any())))
        .containsExactly("CN-SCOPED");
  }

  private static Rule scoped(Scope scope, RuleForm form) {
    return SampleLaw.rule("CN-SCOPED", 1, "CN", SampleLaw.LONG_AGO, null, scope, form);
  }

  private static Rule any() {
    return SampleLaw.rule("CN-ANY", new RuleForm.ForbiddenWords("threat", List.of()));
  }

  /** Half an hour after midnight in Shanghai it is still yesterday in London. */
  @Test
  void todayIsThePersonsDayAndWithoutTheirZoneThatOfUtc() {
    Instant night = Samples.TODAY.atTime(0, 30).atZone(Samples.SHANGHAI).toInstant();
    DraftReply eighteen = saying("逾期18天", "18", s -> new Claim.Count(s, Of.DAYS_PAST_DUE, 18));
    DraftReply seventeen = saying("逾期17天", "17", s -> new Claim.Count(s, Of.DAYS_PAST_DUE, 17));
    Guard guard = new Guard(SampleLaw.book());
    Dossier here = of("CN", Samples.SHANGHAI);
    Dossier nowhere = of("CN", null);
    assertThat(
            broken(
                guard.judge(
                    eighteen,
                    here,
                    List.of(),
                    Delivery.byMachine(Channel.CHAT, false, true),
                    night)))
        .isEmpty();
    assertThat(
            broken(
                guard.judge(
                    seventeen,
                    here,
                    List.of(),
                    Delivery.byMachine(Channel.CHAT, false, true),
                    night)))
        .isNotEmpty();
    assertThat(
            broken(
                guard.judge(
                    seventeen,
                    nowhere,
                    List.of(),
                    Delivery.byMachine(Channel.CHAT, false, true),
                    night)))
        .isEmpty();
    assertThat(
            broken(
                guard.judge(
                    eighteen,
                    nowhere,
                    List.of(),
                    Delivery.byMachine(Channel.CHAT, false, true),
                    night)))
        .isNotEmpty();
  }

  @Test
  void whoseWhereaboutsAreUnknownIsSpokenToUnderTheLendersLaw() {
    assertThat(broken(judge(plain("坐牢！"), of(null, null), true))).containsExactly("CN-THREAT");
    Rule abroad =
        SampleLaw.rule(
            "US-INSULT",
            1,
            "US",
            SampleLaw.LONG_AGO,
            null,
            SampleLaw.EVERYTHING,
            new RuleForm.ForbiddenWords("insult", List.of(Pattern.compile("老赖"))));
    assertThat(broken(judge(plain("您是老赖"), of("US-NY", null), true, abroad, any())))
        .containsExactly("US-INSULT");
    assertThat(broken(judge(plain("您是老赖"), of(null, null), true, abroad, any()))).isEmpty();
  }
}
