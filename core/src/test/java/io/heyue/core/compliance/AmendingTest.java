package io.heyue.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Span;
import io.heyue.core.law.RuleId;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.Claim.Of;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.samples.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Which sentences go, which stay, and what can't be said without them. */
class AmendingTest {
  private static final RuleId RULE = new RuleId("CN-THREAT", 1);

  private static Span of(String words, String part) {
    int start = words.indexOf(part);
    return Span.of(start, start + part.length());
  }

  /** {@code words} without the sentences in which one of {@code faulty} stands. */
  private static Optional<String> without(String words, List<Claim> claims, String... faulty) {
    return Amending.without(
            new DraftReply(Lang.ZH, words, claims, List.of()),
            Arrays.stream(faulty).map(each -> new Fault(RULE, "threat", of(words, each))).toList())
        .map(DraftReply::words);
  }

  private static Optional<String> without(String words, String... faulty) {
    return without(words, List.of(), faulty);
  }

  /** A sentence that holds {@code said} as a claim, and a threat. */
  private static Optional<String> withoutClaim(String said, Function<Span, Claim> claim) {
    String words = "您好。" + said + "，不然坐牢！谢谢。";
    return without(words, List.of(claim.apply(of(words, said))), "坐牢");
  }

  @Test
  void everyMarkThatEndsASentenceEndsOne() {
    for (String end : List.of("。", "！", "？", "!", "?", "\n")) {
      assertThat(without("您好" + end + "坐牢" + end + "谢谢" + end, "坐牢"))
          .as(end)
          .contains("您好" + end + "谢谢" + end);
    }
  }

  @Test
  void aPointEndsASentenceOnlyBeforeAGapOrTheEnd() {
    assertThat(without("See app.example now. Go to jail. Bye.", "jail"))
        .contains("See app.example now. Bye.");
    assertThat(without("Go to jail. See app.example.", "app")).contains("Go to jail.");
  }

  @Test
  void whatStandsAfterTheLastMarkIsASentenceToo() {
    assertThat(without("您好。坐牢！请问哪天方便", "坐牢")).contains("您好。请问哪天方便");
    assertThat(without("您好。不然坐牢", "坐牢")).contains("您好。");
  }

  @Test
  void whereNothingWouldBeLeftThereIsNothingToSay() {
    assertThat(without("坐牢！", "坐牢")).isEmpty();
    assertThat(without("坐牢！ \n 后果自负。", "坐牢", "后果自负")).isEmpty();
  }

  /** Else half of a name would be left as somebody that nobody knows. */
  @Test
  void aClaimGoesWithAllOfItsSentence() {
    String words = "This is Example Inc. of Nowhere and you go to jail. Hello.";
    Claim name = new Claim.Identity(of(words, "Example Inc. of Nowhere"), Of.LENDER);
    assertThat(without(words, List.of(name), "jail")).contains(" Hello.");
  }

  @Test
  void factsOfTheBooksMayBeLeftOut() {
    assertThat(
            List.of(
                withoutClaim("3,280.50元", s -> new Claim.Sum(s, Of.OVERDUE, Samples.OVERDUE)),
                withoutClaim("11月5日", s -> new Claim.Day(s, Of.DUE_DATE, Samples.TODAY)),
                withoutClaim("18", s -> new Claim.Count(s, Of.DAYS_PAST_DUE, 18)),
                withoutClaim("12356", s -> new Claim.Contact(s, Of.HELP_LINE)),
                withoutClaim("4021", s -> new Claim.Identity(s, Of.TAIL)),
                withoutClaim("12345678", Claim.Code::new),
                withoutClaim("转人工", s -> new Claim.Right(s, "person"))))
        .allSatisfy(amended -> assertThat(amended).contains("您好。谢谢。"));
  }

  /** Half of what is offered or was promised is another offer, another promise. */
  @Test
  void termsAndPromisesMayNot() {
    assertThat(
            List.of(
                withoutClaim("1,000元", s -> new Claim.Sum(s, Of.TERMS, Money.fen(100_000))),
                withoutClaim("1,000元", s -> new Claim.Sum(s, Of.PROMISED, Money.fen(100_000))),
                withoutClaim("12月1日", s -> new Claim.Day(s, Of.TERMS, Samples.TODAY)),
                withoutClaim("12月1日", s -> new Claim.Day(s, Of.PROMISED, Samples.TODAY)),
                withoutClaim("3", s -> new Claim.Count(s, Of.TERMS, 3)),
                withoutClaim("下午3点", s -> new Claim.Contact(s, Of.TIME))))
        .allSatisfy(amended -> assertThat(amended).isEmpty());
  }
}
