package io.heyue.core.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.heyue.core.base.Money;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.core.portfolio.Plan;
import io.heyue.core.samples.SampleFlow;
import io.heyue.core.samples.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final Terms FULL = new Terms.Full(Samples.OVERDUE, Samples.TODAY);

  private static Disposition outcome(boolean verified, List<Terms> agreed, Mark... marks) {
    StateDraft draft = SampleFlow.state(verified).draft();
    draft.agreed.addAll(agreed);
    draft.marks.addAll(List.of(marks));
    return draft.build().outcome();
  }

  @Test
  void whatWasToldWeighsMoreThanAnyAgreement() {
    assertThat(outcome(true, List.of(FULL), Mark.DISPUTE)).isEqualTo(Disposition.DISPUTE);
    assertThat(outcome(true, List.of(FULL), Mark.DISPUTE, Mark.COMPLAINT))
        .isEqualTo(Disposition.COMPLAINT);
    assertThat(outcome(true, List.of(FULL), Mark.STOP, Mark.COMPLAINT, Mark.DISTRESS))
        .isEqualTo(Disposition.DISTRESS);
    assertThat(outcome(false, List.of(), Mark.WRONG_PERSON, Mark.THIRD_PARTY))
        .isEqualTo(Disposition.WRONG_PERSON);
  }

  @Test
  void anAgreementWeighsMoreThanHowItCameAbout() {
    assertThat(outcome(true, List.of(FULL), Mark.HARDSHIP)).isEqualTo(Disposition.PROMISE);
    assertThat(outcome(true, List.of(FULL), Mark.PAID_CLAIM, Mark.REFUSED))
        .isEqualTo(Disposition.PROMISE);
    assertThat(outcome(true, List.of(), Mark.HARDSHIP, Mark.VULNERABLE))
        .isEqualTo(Disposition.VULNERABLE);
    assertThat(outcome(true, List.of(), Mark.PAID_CLAIM, Mark.HARDSHIP))
        .isEqualTo(Disposition.ALREADY_PAID);
    assertThat(outcome(true, List.of(), Mark.REFUSED)).isEqualTo(Disposition.REFUSED);
  }

  @Test
  void withoutAnythingItSaysWhetherThePersonWasReached() {
    assertThat(outcome(true, List.of())).isEqualTo(Disposition.NO_AGREEMENT);
    assertThat(outcome(false, List.of())).isEqualTo(Disposition.NOT_REACHED);
  }

  @Test
  void eachAgreementHasItsName() {
    Plan plan = Plan.monthly(Samples.OVERDUE, 2, Samples.TODAY);
    Money one = Money.fen(100);
    Map<Terms, Disposition> expected =
        Map.of(
            FULL,
            Disposition.PROMISE,
            new Terms.Partial(one, Samples.TODAY, one),
            Disposition.PARTIAL_PROMISE,
            new Terms.Extension(one, Samples.TODAY),
            Disposition.EXTENSION,
            new Terms.Instalments(plan),
            Disposition.PLAN,
            new Terms.Reduction(one, one, Samples.TODAY),
            Disposition.PROMISE,
            new Terms.Callback(Samples.LOCAL_NOW),
            Disposition.CALLBACK);
    expected.forEach(
        (terms, disposition) -> assertThat(outcome(true, List.of(terms))).isEqualTo(disposition));
    assertThat(outcome(true, List.of(new Terms.Callback(Samples.LOCAL_NOW), FULL)))
        .isEqualTo(Disposition.PROMISE);
  }

  @Test
  void aHandOverKeepsTheNameOfWhatMadeItNecessary() {
    for (HandoverReason reason : HandoverReason.values()) {
      StateDraft draft = SampleFlow.state(true).draft();
      draft.made(new Move.HandOver(reason));
      DialogueState state = draft.build();
      assertThat(state.over()).isTrue();
      assertThat(state.handover()).contains(reason);
      Disposition named =
          switch (reason) {
            case DISTRESS -> Disposition.DISTRESS;
            case DECEASED -> Disposition.DECEASED;
            case COMPLAINT -> Disposition.COMPLAINT;
            case DISPUTE -> Disposition.DISPUTE;
            case HARDSHIP -> Disposition.HARDSHIP;
            case VULNERABILITY -> Disposition.VULNERABLE;
            case REQUESTED,
                MISUNDERSTOOD,
                OUTSIDE_AUTHORITY,
                ABUSE,
                LEGAL_REPRESENTATION,
                VERIFICATION_FAILED,
                ALREADY_WITH_SERVICE,
                GUARD_REFUSED ->
                Disposition.HANDOVER;
          };
      assertThat(state.outcome()).isEqualTo(named);
    }
  }

  @Test
  void movesAreReadAsTheyStandInAFlow() {
    assertThat(MoveSpec.parse(" ask:when "))
        .isEqualTo(new MoveSpec.Fixed(new Move.Ask(Question.WHEN)));
    assertThat(MoveSpec.parse("close:promise"))
        .isEqualTo(new MoveSpec.Fixed(new Move.Close(Disposition.PROMISE)));
    assertThat(MoveSpec.parse("settle")).isEqualTo(new MoveSpec.Settle());
    for (String wrong : List.of("ask:whenn", "close:x", "hand_over:x", "sing", "")) {
      assertThatIllegalArgumentException().isThrownBy(() -> MoveSpec.parse(wrong));
    }
  }
}
