package io.heyue.core.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.portfolio.Bars;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.core.samples.Said;
import io.heyue.core.samples.SampleFlow;
import io.heyue.core.samples.Samples;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Understanding;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProofTest {
  private static final Move CLOSED = new Move.HandOver(HandoverReason.VERIFICATION_FAILED);
  private static final DialogueState FIRST = SampleFlow.state(false);
  private static final DialogueState ASKED =
      made(hear(0, FIRST, Said.that("是我").means(Intent.CONFIRM_IDENTITY)));

  /** What is proposed to somebody who failed so often in earlier conversations. */
  private static Proposal hear(int failed, DialogueState state, Said said) {
    Dossier usual = Samples.dossier();
    Dossier dossier =
        new Dossier(
            usual.matter(),
            usual.borrower(),
            usual.mandate(),
            new Bars(
                Set.of(),
                Set.of(),
                List.of(),
                Set.of(),
                Collections.nCopies(failed, Samples.NOW.minusSeconds(86_400)),
                Optional.empty(),
                Optional.empty()));
    Understanding heard = said.understood();
    return Director.propose(
        SampleFlow.flow(),
        state,
        new Moment(
            dossier,
            new ChannelEvent.TextReceived(heard.text()),
            heard,
            Route.GO_ON,
            false,
            Samples.LOCAL_NOW));
  }

  private static DialogueState made(Proposal proposal) {
    proposal.before().forEach(proposal.state()::made);
    proposal.state().made(proposal.choices().getFirst());
    return proposal.state().build();
  }

  @Test
  void theQuestionIsNotAskedAfterTheLastTry() {
    Said me = Said.that("是我").means(Intent.CONFIRM_IDENTITY);
    assertThat(hear(3, FIRST, me).choices()).containsExactly(new Move.Ask(Question.VERIFICATION));
    assertThat(hear(4, FIRST, me).choices()).containsExactly(CLOSED);
    Said wish = Said.that("周五还").means(Intent.PROMISE_WITH_DATE);
    assertThat(hear(4, FIRST, wish).before()).containsExactly(new Move.Acknowledge("noted"));
    assertThat(hear(4, FIRST, wish).choices()).containsExactly(CLOSED);
  }

  @Test
  void theLastTryCountsEvenIfTheConversationHasAnother() {
    Proposal last = hear(3, ASKED, Said.that("9999"));
    assertThat(last.before()).isEmpty();
    assertThat(last.choices()).containsExactly(CLOSED);
    assertThat(made(last).tries()).isEqualTo(1);
    assertThat(hear(3, ASKED, Said.that(Samples.ANSWER)).rows()).containsExactly("verified");
  }

  @Test
  void afterTheLastTryRightAndWrongComeToTheSame() {
    for (DialogueState state : List.of(FIRST, ASKED)) {
      Proposal right = hear(4, state, Said.that(Samples.ANSWER));
      Proposal wrong = hear(4, state, Said.that("9999"));
      assertThat(right.rows()).isEqualTo(wrong.rows()).doesNotContain("verified");
      assertThat(right.before()).isEqualTo(wrong.before());
      assertThat(right.choices()).isEqualTo(wrong.choices());
      assertThat(made(right)).isEqualTo(made(wrong));
    }
    assertThat(made(hear(4, ASKED, Said.that("9999"))).tries()).isZero();
  }

  @Test
  void aGuessBeforeTheQuestionCounts() {
    assertThat(made(hear(0, FIRST, Said.that("9999"))).tries()).isEqualTo(1);
    assertThat(hear(0, FIRST, Said.that(Samples.ANSWER)).rows()).containsExactly("verified");
  }

  @Test
  void severalAnswersInOneMessageAreSeveralTries() {
    assertThat(made(hear(0, ASKED, Said.that("9991，或者9992"))).tries()).isEqualTo(2);
    String slip = "9999，不对，是" + Samples.ANSWER;
    assertThat(hear(0, ASKED, Said.that(slip)).rows()).containsExactly("verified");
    assertThat(hear(3, ASKED, Said.that(slip)).choices()).containsExactly(CLOSED);
  }

  @Test
  void whatIsNamedAsASumIsNeitherTriedNorCounted() {
    int digits = Integer.parseInt(Samples.ANSWER);
    Said right = Said.that("先还" + Samples.ANSWER).sum(Samples.ANSWER, digits);
    Said wrong = Said.that("先还2300").sum("2300", 2300);
    assertThat(hear(0, ASKED, right).rows()).isEqualTo(hear(0, ASKED, wrong).rows());
    assertThat(made(hear(0, ASKED, right)).tries()).isZero();
    assertThat(made(hear(0, ASKED, Said.that("周五还，9999").day("周五", Samples.TODAY))).tries())
        .isEqualTo(1);
  }
}
