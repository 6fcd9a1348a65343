package io.heyue.core.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.dialogue.Flow.Kind;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.core.samples.Said;
import io.heyue.core.samples.SampleFlow;
import io.heyue.core.samples.Samples;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.SecondOpinion;
import io.heyue.core.understanding.Understanding;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectorTest {
  private static final LocalDate FRIDAY = Samples.TODAY.plusDays(4);
  private static final Move ASK_WHEN = new Move.Ask(Question.WHEN);
  private static final Move ASK_PROOF = new Move.Ask(Question.VERIFICATION);
  private static final Dossier DOSSIER = Samples.dossier();

  private static Proposal propose(
      Flow flow, DialogueState state, ChannelEvent event, Understanding heard) {
    return Director.propose(
        flow, state, new Moment(DOSSIER, event, heard, Route.GO_ON, false, Samples.LOCAL_NOW));
  }

  private static Proposal propose(DialogueState state, ChannelEvent event) {
    return propose(SampleFlow.flow(), state, event, Said.nothing());
  }

  private static Proposal hear(Flow flow, DialogueState state, Said said) {
    Understanding heard = said.understood();
    return propose(flow, state, new ChannelEvent.TextReceived(heard.text()), heard);
  }

  private static Proposal hear(DialogueState state, Said said) {
    return hear(SampleFlow.flow(), state, said);
  }

  /** The state after all proposed moves were made. */
  private static DialogueState made(Proposal proposal) {
    proposal.before().forEach(proposal.state()::made);
    proposal.state().made(proposal.choices().getFirst());
    proposal.after().forEach(proposal.state()::made);
    return proposal.state().build();
  }

  private static final DialogueState UNVERIFIED = SampleFlow.state(false);
  private static final DialogueState VERIFIED = SampleFlow.state(true);

  private static DialogueState verifying() {
    return made(hear(UNVERIFIED, Said.that("是我").means(Intent.CONFIRM_IDENTITY)));
  }

  @Test
  void theConversationBeginsWithWhoWeAre() {
    Proposal proposal = propose(Samples.begin(SampleFlow.flow()), new ChannelEvent.Answered());
    assertThat(proposal.rows()).containsExactly("start");
    assertThat(proposal.choices()).containsExactly(new Move.Identify());
    assertThat(made(proposal).lastMove()).isEqualTo("open");
    assertThat(made(proposal).turn()).isEqualTo(1);
  }

  @Test
  void urgentRowsWinWhateverElseIsMeant() {
    Proposal proposal =
        hear(
            VERIFIED,
            Said.that("周五还，我不想活了")
                .means(Intent.PROMISE_WITH_DATE, 0.9)
                .means(Intent.DISTRESS, 0.5)
                .day("周五", FRIDAY));
    assertThat(proposal.rows()).containsExactly("distress");
    assertThat(proposal.choices()).containsExactly(new Move.HandOver(HandoverReason.DISTRESS));
    assertThat(made(proposal).ended()).contains(Disposition.DISTRESS);
    assertThat(made(proposal).marks()).contains(Mark.DISTRESS);
    Proposal unsure =
        hear(VERIFIED, Said.that("烦死了").means(Intent.GREETING, 0.6).means(Intent.DISTRESS, 0.4));
    assertThat(unsure.rows()).containsExactly("go_on");
  }

  @Test
  void aQuestionIsAnsweredBesideTheMainThing() {
    Proposal proposal =
        hear(
            VERIFIED,
            Said.that("周五还，一共多少")
                .means(Intent.PROMISE_WITH_DATE, 0.9)
                .means(Intent.ASK_AMOUNT, 0.6)
                .day("周五", FRIDAY));
    assertThat(proposal.rows()).containsExactly("pay", "amount");
    assertThat(proposal.before()).containsExactly(new Move.Inform("amount"));
    assertThat(proposal.choices())
        .containsExactly(new Move.ReadBack(new Terms.Full(Samples.OVERDUE, FRIDAY)));
    assertThat(made(proposal).step()).isEqualTo("deciding");
    assertThat(made(proposal).lastMove()).isEqualTo("read_back");
  }

  @Test
  void atMostTwoAnswersStandBeside() {
    Proposal proposal =
        hear(
            VERIFIED,
            Said.that("多少，利息多少，最低多少")
                .means(Intent.ASK_AMOUNT, 0.8)
                .means(Intent.ASK_INTEREST_FEES, 0.7)
                .means(Intent.ASK_MINIMUM, 0.6));
    assertThat(proposal.rows()).containsExactly("amount", "interest");
    assertThat(proposal.before())
        .containsExactly(new Move.Inform("amount"), new Move.Inform("interest"));
    assertThat(proposal.choices()).containsExactly(ASK_WHEN);
  }

  @Test
  void afterADigressionTheOpenQuestionIsAskedAgain() {
    DialogueState readBack =
        made(hear(VERIFIED, Said.that("周五还").means(Intent.PROMISE_WITH_DATE).day("周五", FRIDAY)));
    Proposal digression = hear(readBack, Said.that("你是机器人吗").means(Intent.ASK_IF_ROBOT));
    assertThat(digression.before()).containsExactly(new Move.Inform("robot"));
    Terms terms = new Terms.Full(Samples.OVERDUE, FRIDAY);
    assertThat(digression.choices()).containsExactly(new Move.ReadBack(terms));
    Proposal accepted = hear(made(digression), Said.that("对").means(Intent.AFFIRM));
    assertThat(accepted.choices()).containsExactly(new Move.Confirm(terms));
    assertThat(accepted.after()).containsExactly(new Move.Ask(Question.ANYTHING_ELSE));
    DialogueState done = made(accepted);
    assertThat(done.agreed()).containsExactly(terms);
    assertThat(done.proposed()).isEmpty();
    assertThat(done.outcome()).isEqualTo(Disposition.PROMISE);
  }

  /** With the ids that a read-back leaves behind, and with each intent that a model can name. */
  @Test
  void noAgreementFollowsFromWhatAModelMakesOfAnAnswer() {
    DialogueState readBack =
        made(hear(VERIFIED, Said.that("周五还").means(Intent.PROMISE_WITH_DATE).day("周五", FRIDAY)));
    assertThat(readBack.after()).isEqualTo("read_back");
    assertThat(readBack.proposed()).isPresent();
    for (Intent intent : Intent.values()) {
      Understanding unsure = Said.that("嗯这个嘛").means(Intent.UNCLEAR, 0.3).understood();
      Understanding both =
          new SecondOpinion(List.of(intent), Emotion.Feeling.CALM, "a model")
              .beside(unsure, readBack.proposed().isPresent(), 0.55)
              .orElse(unsure);
      Proposal proposal =
          propose(SampleFlow.flow(), readBack, new ChannelEvent.TextReceived(unsure.text()), both);
      assertThat(proposal.choices()).as(intent.id()).noneMatch(Move.Confirm.class::isInstance);
      assertThat(made(proposal).agreed()).as(intent.id()).isEmpty();
    }
    assertThat(hear(readBack, Said.that("好").means(Intent.AGREE_TO_PAY, 0.55)).choices())
        .anyMatch(Move.Confirm.class::isInstance);
  }

  @Test
  void anOfferOfOursThatIsDeclinedIsNotMadeAgain() {
    DialogueState offered = made(hear(VERIFIED, Said.that("宽限几天").means(Intent.REQUEST_EXTENSION)));
    assertThat(offered.lastMove()).isEqualTo("offer_extension");
    Proposal declined = hear(offered, Said.that("不行").means(Intent.DENY));
    assertThat(declined.choices())
        .isNotEmpty()
        .noneMatch(move -> move.id().equals("offer_extension"));
    assertThat(made(declined).declined()).containsExactly("extension");
  }

  @Test
  void namingAgainWhatIsOnTheTableAcceptsIt() {
    DialogueState readBack =
        made(hear(VERIFIED, Said.that("周五还").means(Intent.PROMISE_WITH_DATE).day("周五", FRIDAY)));
    Proposal same = hear(readBack, Said.that("对，周五").means(Intent.AFFIRM).day("周五", FRIDAY));
    assertThat(same.rows()).containsExactly("accept");
    Proposal other =
        hear(
            readBack,
            Said.that("对，下周一")
                .means(Intent.AFFIRM)
                .means(Intent.PROMISE_WITH_DATE, 0.5)
                .day("下周一", FRIDAY.plusDays(3)));
    assertThat(other.rows()).containsExactly("pay");
    assertThat(other.choices())
        .containsExactly(new Move.ReadBack(new Terms.Full(Samples.OVERDUE, FRIDAY.plusDays(3))));
  }

  @Test
  void twoMisunderstandingsInARowBringAPerson() {
    Said unclear = Said.that("呜啦").means(Intent.UNCLEAR);
    Proposal first = hear(VERIFIED, unclear);
    assertThat(first.rows()).containsExactly("unclear");
    assertThat(first.before()).containsExactly(new Move.Clarify());
    assertThat(first.choices()).containsExactly(ASK_WHEN);
    Proposal second = hear(made(first), unclear);
    assertThat(second.choices()).containsExactly(new Move.HandOver(HandoverReason.MISUNDERSTOOD));
    DialogueState understood = made(hear(made(first), Said.that("一共多少").means(Intent.ASK_AMOUNT)));
    assertThat(hear(understood, unclear).rows()).containsExactly("unclear");
  }

  @Test
  void whatIsHardlyLikelyIsNotUnderstood() {
    assertThat(hear(VERIFIED, Said.that("嗯哼").means(Intent.FAREWELL, 0.34)).rows())
        .containsExactly("unclear");
    assertThat(hear(VERIFIED, Said.that("再见").means(Intent.FAREWELL, 0.36)).rows())
        .containsExactly("bye");
  }

  @Test
  void twoSilencesEndTheConversation() {
    ChannelEvent silence = new ChannelEvent.SilencePassed(Duration.ofMinutes(10));
    Proposal first = propose(VERIFIED, silence);
    assertThat(first.before()).containsExactly(new Move.Acknowledge("silence"));
    assertThat(first.choices()).containsExactly(ASK_WHEN);
    Proposal second = propose(made(first), silence);
    assertThat(second.choices()).containsExactly(new Move.Close(Disposition.NO_AGREEMENT));
    DialogueState spoke = made(hear(made(first), Said.that("在").means(Intent.GREETING)));
    assertThat(propose(spoke, silence).rows()).containsExactly("silence");
  }

  @Test
  void aWishBeforeTheVerificationIsAnsweredAfterIt() {
    Proposal wish =
        hear(UNVERIFIED, Said.that("我周五还").means(Intent.PROMISE_WITH_DATE).day("周五", FRIDAY));
    assertThat(wish.before()).containsExactly(new Move.Acknowledge("noted"));
    assertThat(wish.choices()).containsExactly(ASK_PROOF);
    Proposal proven = hear(made(wish), Said.that(Samples.ANSWER));
    assertThat(proven.rows()).containsExactly("verified_with_wish", "pay");
    assertThat(proven.before()).containsExactly(new Move.Inform("account_brief"));
    assertThat(proven.choices())
        .containsExactly(new Move.ReadBack(new Terms.Full(Samples.OVERDUE, FRIDAY)));
    assertThat(made(proven).verified()).isTrue();
    assertThat(made(proven).deferred()).isEmpty();
  }

  @Test
  void acknowledgmentsOfADeferredWishAreMadeToo() {
    DialogueState wish = made(hear(UNVERIFIED, Said.that("没钱").means(Intent.CANNOT_PAY)));
    Proposal proven = hear(wish, Said.that("三幺零五"));
    assertThat(proven.rows()).containsExactly("verified_with_wish", "cannot");
    assertThat(proven.before())
        .containsExactly(new Move.Inform("account_brief"), new Move.Acknowledge("hardship"));
    assertThat(proven.choices()).hasSize(3);
    assertThat(made(proven).marks()).contains(Mark.VERIFIED, Mark.HARDSHIP);
  }

  @Test
  void theSameWishTwiceDoesNotCrowdOutAnother() {
    DialogueState state = UNVERIFIED;
    for (double sure : new double[] {0.9, 0.8, 0.85, 0.95}) {
      state =
          made(
              hear(
                  state,
                  Said.that("没钱")
                      .means(Intent.CANNOT_PAY, sure)
                      .means(Intent.REQUEST_EXTENSION, 0.4)));
    }
    assertThat(state.deferred())
        .extracting(s -> s.intent())
        .containsExactly(Intent.CANNOT_PAY, Intent.REQUEST_EXTENSION);
    assertThat(state.deferred().getFirst().confidence()).isEqualTo(0.95);
  }

  @Test
  void aWrongAnswerMayBeRepeatedOnce() {
    Proposal first = hear(verifying(), Said.that("9999"));
    assertThat(first.rows()).containsExactly("wrong_answer");
    assertThat(made(first).tries()).isEqualTo(1);
    Proposal second = hear(made(first), Said.that("8888"));
    assertThat(second.choices())
        .containsExactly(new Move.HandOver(HandoverReason.VERIFICATION_FAILED));
    assertThat(hear(made(first), Said.that(Samples.ANSWER)).rows()).containsExactly("verified");
  }

  @Test
  void aSumIsNoWrongAnswer() {
    Proposal proposal =
        hear(verifying(), Said.that("下周五还2300").means(Intent.PROMISE_WITH_DATE).sum("2300", 2300));
    assertThat(proposal.rows()).containsExactly("wish_before_verification");
    assertThat(made(proposal).tries()).isZero();
    assertThat(made(proposal).slots().amount()).isPresent();
    assertThat(hear(verifying(), Said.that("2300").sum("2300", 2300)).rows())
        .containsExactly("wrong_answer");
  }

  @Test
  void aCallbackIsAgreedAndCloses() {
    Proposal proposal =
        hear(
            VERIFIED,
            Said.that("下午三点再说").means(Intent.CALL_BACK_LATER).time("下午三点", LocalTime.of(15, 0)));
    assertThat(proposal.choices())
        .containsExactly(new Move.Confirm(new Terms.Callback(Samples.LOCAL_NOW.withHour(15))));
    assertThat(proposal.after()).containsExactly(new Move.Close(Disposition.CALLBACK));
  }

  @Test
  void aConversationThatNeverEndsIsEnded() {
    DialogueState state = VERIFIED;
    Said question = Said.that("一共多少").means(Intent.ASK_AMOUNT);
    int turns = 0;
    while (!state.over() && turns < 100) {
      Proposal proposal = hear(state, question);
      state = made(proposal);
      turns++;
      if (state.over()) {
        assertThat(proposal.rows()).containsExactly("too_long");
      }
    }
    assertThat(turns).isLessThan(100);
    assertThat(state.turn()).isEqualTo(41);
  }

  @Test
  void whoBeginsToSpeakIsListenedTo() {
    Proposal proposal = propose(VERIFIED, new ChannelEvent.SpeechStarted());
    assertThat(proposal.choices()).containsExactly(new Move.Wait());
    assertThat(made(proposal).over()).isFalse();
  }

  @Test
  void whoLeavesHasLeft() {
    for (ChannelEvent event :
        List.of(new ChannelEvent.HungUp(), new ChannelEvent.DeliveryFailed("no route"))) {
      Proposal proposal = propose(VERIFIED, event);
      assertThat(proposal.choices()).containsExactly(new Move.Close(Disposition.NO_AGREEMENT));
    }
    assertThat(propose(UNVERIFIED, new ChannelEvent.HungUp()).choices())
        .containsExactly(new Move.Close(Disposition.NOT_REACHED));
  }

  @Test
  void aMachineIsLeft() {
    Proposal proposal = propose(UNVERIFIED, new ChannelEvent.MachineTook());
    assertThat(proposal.choices()).containsExactly(new Move.Close(Disposition.MACHINE));
    assertThat(made(proposal).over()).isTrue();
  }

  @Test
  void aRowBesideThatSaysNothingLeavesTheQuestionOpen() {
    Flow flow = SampleFlow.flowWith(SampleFlow.row("heard", Kind.BESIDE).when(Intent.HURRY_UP));
    Said hurry = Said.that("快点").means(Intent.HURRY_UP);
    assertThat(hear(flow, VERIFIED, hurry).choices()).containsExactly(ASK_WHEN);
    DialogueState nowhere = withStep(VERIFIED, "nowhere");
    assertThat(hear(flow, nowhere, hurry).choices()).containsExactly(new Move.Wait());
  }

  private static DialogueState withStep(DialogueState state, String step) {
    StateDraft draft = state.draft();
    draft.step = step;
    return draft.build();
  }

  /** Each utterance counts once, and a single one shows no way. */
  @Test
  void whoeverFeelsMoreStronglyThanBeforeIsRising() {
    Flow flow =
        SampleFlow.flowWith(
            SampleFlow.row("heated", Kind.URGENT)
                .given(Condition.RISING)
                .say("hand_over:requested")
                .then("ended"));
    assertThat(hear(flow, VERIFIED, angry(0.9)).rows()).doesNotContain("heated");
    DialogueState calm = made(hear(flow, VERIFIED, Said.that("嗯").means(Intent.ASK_AMOUNT)));
    assertThat(hear(flow, calm, angry(0.35)).rows()).doesNotContain("heated");
    assertThat(hear(flow, calm, angry(0.7)).rows()).containsExactly("heated");
  }

  private static Said angry(double intensity) {
    return Said.that("到底多少").means(Intent.ASK_AMOUNT).feeling(Emotion.Feeling.ANGRY, intensity);
  }
}
