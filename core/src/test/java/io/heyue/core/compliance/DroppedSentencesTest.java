package io.heyue.core.compliance;

import static io.heyue.core.compliance.WordsJudged.GUARD;
import static io.heyue.core.compliance.WordsJudged.judge;
import static io.heyue.core.compliance.WordsJudged.lentBy;
import static io.heyue.core.compliance.WordsJudged.plain;
import static io.heyue.core.compliance.WordsJudged.saying;
import static io.heyue.core.compliance.WordsJudged.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Money;
import io.heyue.core.base.Span;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.law.RuleId;
import io.heyue.core.portfolio.Plan;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.samples.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of words of which a part may not be said. */
class DroppedSentencesTest {
  @Test
  void onlyTheFaultySentenceIsDropped() {
    String words = "您好。再不还就坐牢！目前逾期18天。请问哪天方便？";
    int at = words.indexOf("18");
    DraftReply draft =
        plain(words, new Claim.Count(Span.of(at, at + 2), Claim.Of.DAYS_PAST_DUE, 18));
    assertThat(judge(draft))
        .isInstanceOfSatisfying(
            Verdict.Amended.class,
            amended -> {
              assertThat(amended.reply().words()).isEqualTo("您好。目前逾期18天。请问哪天方便？");
              assertThat(amended.rules()).extracting(RuleId::id).containsExactly("CN-THREAT");
            });
  }

  @Test
  void claimsMoveWithTheirSentences() {
    String words = "坐牢！逾期18天。";
    int at = words.indexOf("18");
    Claim claim = new Claim.Count(Span.of(at, at + 2), Claim.Of.DAYS_PAST_DUE, 18);
    DraftReply amended =
        Amending.without(
                plain(words, claim),
                List.of(new Fault(new RuleId("x", 1), "threat", Span.of(0, 2))))
            .orElseThrow();
    assertThat(amended.words()).isEqualTo("逾期18天。");
    assertThat(amended.claims())
        .singleElement()
        .satisfies(moved -> assertThat(moved.span().of(amended.words())).isEqualTo("18"));
  }

  /** A name such as "Example Inc. of Nowhere" is one word to the law. */
  @Test
  void noClaimIsCutInTwo() {
    String words = "This is Example Inc. of Nowhere. 坐牢! Hello.";
    DraftReply draft =
        saying(words, "Example Inc. of Nowhere", s -> new Claim.Identity(s, Claim.Of.LENDER));
    assertThat(
            GUARD.judge(
                draft,
                lentBy("Example Inc. of Nowhere"),
                List.of(),
                Delivery.byMachine(Channel.CHAT, false, true),
                Samples.NOW))
        .isInstanceOfSatisfying(
            Verdict.Amended.class,
            amended ->
                assertThat(amended.reply().words())
                    .isEqualTo("This is Example Inc. of Nowhere. Hello."));
  }

  /** Half a schedule is another promise. */
  @Test
  void termsAreSaidWholeOrNotAtAll() {
    Plan plan = Plan.monthly(Samples.OVERDUE, 3, Samples.TODAY.plusDays(7));
    DraftReply schedule =
        written(Samples.dossier(), new Move.ReadBack(new Terms.Instalments(plan)));
    List<Claim> claims = new ArrayList<>(schedule.claims());
    Claim.Sum second = (Claim.Sum) claims.get(6);
    claims.set(6, new Claim.Sum(second.span(), second.of(), Money.fen(-1)));
    assertThat(judge(plain(schedule.words() + "谢谢。", claims.toArray(Claim[]::new))))
        .isInstanceOf(Verdict.Forbidden.class);
  }
}
