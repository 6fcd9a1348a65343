package io.heyue.core.compliance;

import static io.heyue.core.compliance.WordsJudged.GUARD;
import static io.heyue.core.compliance.WordsJudged.forbidden;
import static io.heyue.core.compliance.WordsJudged.judge;
import static io.heyue.core.compliance.WordsJudged.lentBy;
import static io.heyue.core.compliance.WordsJudged.plain;
import static io.heyue.core.compliance.WordsJudged.saying;
import static io.heyue.core.compliance.WordsJudged.unverified;
import static io.heyue.core.compliance.WordsJudged.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Money;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.law.RuleId;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.Samples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardWordsTest {
  @Test
  void trueWordsMayBeSaid() {
    Verdict verdict = judge(written(Samples.dossier(), new Move.Inform("account")));
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Permitted.class,
            permitted -> {
              assertThat(permitted.reply().words()).contains("3,280.50元");
              assertThat(permitted.reply().rules())
                  .extracting(RuleId::id)
                  .contains("CN-DECEIT", "CN-RIGHT-PARTY", "CN-OPENING");
            });
  }

  @Test
  void noWordsAndNoLawAreNoPermission() {
    assertThat(judge(plain("  "))).isInstanceOf(Verdict.Forbidden.class);
    forbidden(
        new Guard(SampleLaw.book(List.of()))
            .judge(
                plain("好"),
                Samples.dossier(),
                List.of(),
                Delivery.byMachine(Channel.CHAT, false, true),
                Samples.NOW),
        "XX-NO-LAW");
  }

  @Test
  void aNumberThatNoClaimCoversWasMadeUp() {
    forbidden(judge(plain("请在3天内还清。")), "CN-DECEIT");
    forbidden(judge(plain("请在３天内还清。")), "CN-DECEIT");
    forbidden(
        judge(
            saying(
                "逾期3,280.50元和7元",
                "3,280.50元",
                s -> new Claim.Sum(s, Claim.Of.OVERDUE, Samples.OVERDUE))),
        "CN-DECEIT");
  }

  @Test
  void aFigureInWordsIsANumberToo() {
    forbidden(judge(plain("请您先还三千元。")), "CN-DECEIT");
    forbidden(judge(plain("利息是百分之五。")), "CN-DECEIT");
    forbidden(judge(plain("还剩两期。")), "CN-DECEIT");
    forbidden(judge(plain("请在下周五之前还清。")), "CN-DECEIT");
    forbidden(judge(plain("Please pay the rest by Friday.")), "CN-DECEIT");
    forbidden(judge(plain("That is three hundred dollars.")), "CN-DECEIT");
    for (String words : List.of("咱们一起想办法，万一不行再说。", "我明天再联系您。", "一位同事会尽快接手。")) {
      assertThat(judge(plain(words))).as(words).isInstanceOf(Verdict.Permitted.class);
    }
  }

  /** Not even the sum that is overdue passes for one that the books don't hold. */
  @Test
  void noClaimOfAFigureThatTheBooksDoNotHoldPasses() {
    Dossier bare = Samples.dossier(Samples.bare(), Samples.borrower(), Samples.mandate());
    for (Claim.Of of : List.of(Claim.Of.BALANCE, Claim.Of.PRINCIPAL, Claim.Of.MINIMUM)) {
      DraftReply draft =
          saying("是3,280.50元", "3,280.50元", span -> new Claim.Sum(span, of, Samples.OVERDUE));
      assertThat(judge(draft, bare)).as(of.name()).isInstanceOf(Verdict.Forbidden.class);
    }
  }

  @Test
  void everyClaimIsHeldAgainstTheBooks() {
    Account account = Samples.account();
    List<DraftReply> falseOnes = new ArrayList<>();
    falseOnes.add(saying("欠1元", "1元", s -> new Claim.Sum(s, Claim.Of.OVERDUE, Money.fen(100))));
    falseOnes.add(saying("余1元", "1元", s -> new Claim.Sum(s, Claim.Of.BALANCE, Money.fen(100))));
    falseOnes.add(saying("本1元", "1元", s -> new Claim.Sum(s, Claim.Of.PRINCIPAL, Money.fen(100))));
    falseOnes.add(saying("低1元", "1元", s -> new Claim.Sum(s, Claim.Of.MINIMUM, Money.fen(100))));
    falseOnes.add(saying("还1元", "1元", s -> new Claim.Sum(s, Claim.Of.PAID, Money.fen(100))));
    falseOnes.add(
        saying(
            "付1元",
            "1元",
            s ->
                new Claim.Sum(
                    s, Claim.Of.TERMS, account.balance().orElseThrow().plus(Money.fen(1)))));
    falseOnes.add(saying("付1元", "1元", s -> new Claim.Sum(s, Claim.Of.TERMS, Money.fen(-1))));
    falseOnes.add(
        saying(
            "付1元",
            "1元",
            s -> new Claim.Sum(s, Claim.Of.TERMS, new Money(1, Currency.getInstance("USD")))));
    falseOnes.add(saying("1日", "1日", s -> new Claim.Day(s, Claim.Of.DUE_DATE, Samples.TODAY)));
    falseOnes.add(
        saying("1日", "1日", s -> new Claim.Day(s, Claim.Of.TERMS, Samples.TODAY.minusDays(1))));
    falseOnes.add(saying("1天", "1", s -> new Claim.Count(s, Claim.Of.DAYS_PAST_DUE, 1)));
    falseOnes.add(
        saying("1%", "1%", s -> new Claim.Price(s, Claim.Of.CONTRACT_RATE, account.overdueRate())));
    falseOnes.add(
        saying("1%", "1%", s -> new Claim.Price(s, Claim.Of.OVERDUE_RATE, account.contractRate())));
    falseOnes.add(saying("1元", "1元", s -> new Claim.Sum(s, Claim.Of.HOTLINE, Money.fen(100))));
    for (DraftReply draft : falseOnes) {
      assertThat(judge(draft)).as(draft.toString()).isInstanceOf(Verdict.Forbidden.class);
    }
  }

  @Test
  void forbiddenWordsAreRefusedByTheirRule() {
    forbidden(judge(plain("再不还就坐牢")), "CN-THREAT");
    forbidden(judge(plain("我是公安局的")), "CN-DECEIT");
  }

  @Test
  void nothingAboutADebtIsSaidBeforeTheVerification() {
    forbidden(unverified(plain("您的贷款到期了")), "CN-RIGHT-PARTY");
    forbidden(
        unverified(saying("尾号4021", "4021", s -> new Claim.Identity(s, Claim.Of.TAIL))),
        "CN-RIGHT-PARTY");
    forbidden(
        unverified(saying("到2026年", "2026年", s -> new Claim.Day(s, Claim.Of.TERMS, Samples.TODAY))),
        "CN-RIGHT-PARTY");
    assertThat(unverified(saying("请问您是林甲乙吗？", "林甲乙", s -> new Claim.Identity(s, Claim.Of.PERSON))))
        .isInstanceOf(Verdict.Permitted.class);
    assertThat(judge(plain("您的贷款到期了"))).isInstanceOf(Verdict.Permitted.class);
  }

  /** "远山贷款公司" is a name, not a disclosure; the word stays forbidden outside of it. */
  @Test
  void theLendersOwnNameIsNoDisclosure() {
    Dossier dossier = lentBy("远山贷款公司");
    assertThat(
            GUARD.judge(
                saying("我是远山贷款公司的", "远山贷款公司", s -> new Claim.Identity(s, Claim.Of.LENDER)),
                dossier,
                List.of(),
                Delivery.byMachine(Channel.CHAT, false, false),
                Samples.NOW))
        .isInstanceOf(Verdict.Permitted.class);
    forbidden(
        GUARD.judge(
            saying("远山贷款公司，您的贷款", "远山贷款公司", s -> new Claim.Identity(s, Claim.Of.LENDER)),
            dossier,
            List.of(),
            Delivery.byMachine(Channel.CHAT, false, false),
            Samples.NOW),
        "CN-RIGHT-PARTY");
  }

  /** A true claim under words that say something else is a false statement. */
  @Test
  void theWordsMustBeWhatTheirClaimSays() {
    for (DraftReply draft :
        List.of(
            saying(
                "逾期9,280.50元",
                "9,280.50元",
                s -> new Claim.Sum(s, Claim.Of.OVERDUE, Samples.OVERDUE)),
            saying(
                "11月6日到期",
                "11月6日",
                s -> new Claim.Day(s, Claim.Of.DUE_DATE, Samples.TODAY.minusDays(18))),
            saying("逾期19天", "19", s -> new Claim.Count(s, Claim.Of.DAYS_PAST_DUE, 18)),
            saying(
                "年利率8%",
                "8%",
                s -> new Claim.Price(s, Claim.Of.CONTRACT_RATE, Samples.account().contractRate())),
            saying("请打010-11111111", "010-11111111", s -> new Claim.Contact(s, Claim.Of.HOTLINE)),
            saying("请转到某账户", "某账户", s -> new Claim.Contact(s, Claim.Of.PAY_AT)),
            saying("我是公平银行", "公平银行", s -> new Claim.Identity(s, Claim.Of.LENDER)))) {
      assertThat(judge(draft)).as(draft.words()).isInstanceOf(Verdict.Forbidden.class);
    }
  }

  /** No wording can promise figures of terms other than those that are on the table. */
  @Test
  void ofTermsOnlyWhatTheySayMayBeSaid() {
    Terms terms = new Terms.Full(Samples.OVERDUE, Samples.TODAY.plusDays(7));
    DraftReply right = written(Samples.dossier(), new Move.Confirm(terms));
    assertThat(terms(right, terms)).isInstanceOf(Verdict.Permitted.class);
    assertThat(terms(right, new Terms.Full(Samples.OVERDUE, Samples.TODAY.plusDays(8))))
        .isInstanceOf(Verdict.Forbidden.class);
    assertThat(terms(right, new Terms.Full(Money.fen(100), Samples.TODAY.plusDays(7))))
        .isInstanceOf(Verdict.Forbidden.class);
    assertThat(judge(right)).isInstanceOf(Verdict.Forbidden.class);
  }

  private static Verdict terms(DraftReply draft, Terms terms) {
    return GUARD.judge(
        draft,
        Samples.dossier(),
        List.of(terms),
        Delivery.byMachine(Channel.CHAT, false, true),
        Samples.NOW);
  }

  private static Dossier dossier(Account.LegalFacts facts) {
    return Samples.dossier(
        Samples.with(Samples.account(), facts), Samples.borrower(), Samples.mandate());
  }

  private static Account.LegalFacts reporting(
      @Nullable Boolean reports, @Nullable LocalDate notice) {
    return new Account.LegalFacts(reports, notice, Samples.TODAY.minusDays(18), false, null);
  }

  @Test
  void aConsequenceIsSaidOnlyWhenItIsProven() {
    Move move = new Move.Inform("consequence_credit");
    LocalDate told = Samples.TODAY.minusDays(10);
    assertThat(sayConsequence(dossier(reporting(true, told)), move))
        .isInstanceOf(Verdict.Permitted.class);
    forbidden(sayConsequence(dossier(reporting(false, told)), move), "CN-CREDIT");
    forbidden(sayConsequence(dossier(reporting(null, told)), move), "CN-CREDIT");
    forbidden(sayConsequence(dossier(reporting(true, null)), move), "CN-CREDIT");
    forbidden(
        sayConsequence(dossier(reporting(true, Samples.TODAY.plusDays(1))), move), "CN-CREDIT");
    forbidden(judge(plain("我们会起诉您")), "CN-LAWSUIT");
  }

  private static Verdict sayConsequence(Dossier dossier, Move move) {
    return GUARD.judge(
        written(dossier, move),
        dossier,
        List.of(),
        Delivery.byMachine(Channel.CHAT, false, true),
        Samples.NOW);
  }

  /** Other words for the same thing don't get past the guard where the phrase marks them. */
  @Test
  void aMarkedConsequenceIsHeldAgainstTheBooksWhateverItsWords() {
    Dossier notReported = dossier(reporting(false, null));
    DraftReply hidden =
        saying("会影响您的记录。", "影响您的记录", s -> new Claim.Consequence(s, "credit_reporting"));
    assertThat(
            GUARD.judge(
                hidden,
                notReported,
                List.of(),
                Delivery.byMachine(Channel.CHAT, false, true),
                Samples.NOW))
        .isInstanceOf(Verdict.Forbidden.class);
    assertThat(judge(hidden)).isInstanceOf(Verdict.Permitted.class);
    assertThat(judge(saying("会没收。", "没收", s -> new Claim.Consequence(s, "seizure"))))
        .isInstanceOf(Verdict.Forbidden.class);
  }

  @Test
  void anOpeningMustSayWhoSpeaks() {
    DraftReply open = written(Samples.dossier(), new Move.Identify());
    assertThat(
            GUARD.judge(
                open,
                Samples.dossier(),
                List.of(),
                Delivery.byMachine(Channel.CHAT, true, false),
                Samples.NOW))
        .isInstanceOf(Verdict.Permitted.class);
    for (Class<?> left :
        List.<Class<?>>of(Claim.Artificial.class, Claim.Right.class, Claim.Identity.class)) {
      DraftReply without =
          new DraftReply(
              open.lang(),
              open.words(),
              open.claims().stream().filter(claim -> !left.isInstance(claim)).toList(),
              open.phrases());
      forbidden(
          GUARD.judge(
              without,
              Samples.dossier(),
              List.of(),
              Delivery.byMachine(Channel.CHAT, true, false),
              Samples.NOW),
          "CN-OPENING");
    }
  }
}
