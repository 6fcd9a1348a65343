package io.heyue.core.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.samples.Said;
import io.heyue.core.understanding.Emotion.Feeling;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a second opinion may add, and what it may not. */
class SecondOpinionTest {
  private static final Understanding UNSURE =
      Said.that("唉 这事").means(Intent.UNCLEAR, 0.4).means(Intent.ASK_AMOUNT, 0.35).understood();

  private static Optional<Understanding> beside(boolean onTheTable, Intent... intents) {
    return new SecondOpinion(List.of(intents), Feeling.CALM, "somebody")
        .beside(UNSURE, onTheTable, 0.5);
  }

  private static Optional<Understanding> beside(Intent... intents) {
    return beside(false, intents);
  }

  @Test
  void whatItFindsLeadsAndWhatWasFoundStays() {
    Understanding both = beside(Intent.CANNOT_PAY, Intent.REQUEST_EXTENSION).orElseThrow();
    assertThat(both.intents())
        .containsExactly(
            new ScoredIntent(Intent.CANNOT_PAY, 0.5),
            new ScoredIntent(Intent.REQUEST_EXTENSION, 0.4),
            new ScoredIntent(Intent.ASK_AMOUNT, 0.35));
    assertThat(both.text()).isEqualTo(UNSURE.text());
    assertThat(both.provenance().model()).contains(UNSURE.provenance().model(), "somebody");
  }

  @Test
  void itNeverLowersWhatWasFound() {
    Understanding both = beside(Intent.CANNOT_PAY, Intent.ASK_AMOUNT).orElseThrow();
    assertThat(both.confidence(Intent.ASK_AMOUNT)).isEqualTo(0.4);
    Understanding sure = Said.that("多少").means(Intent.ASK_AMOUNT, 0.9).understood();
    assertThat(
            new SecondOpinion(List.of(Intent.ASK_AMOUNT), Feeling.CALM, "somebody")
                .beside(sure, false, 0.5)
                .orElseThrow()
                .confidence(Intent.ASK_AMOUNT))
        .isEqualTo(0.9);
  }

  @Test
  void whoSpeaksAndWhatMarksOrEndsIsNeverTakenFromIt() {
    for (Intent intent :
        List.of(
            Intent.CONFIRM_IDENTITY,
            Intent.DENY_IDENTITY,
            Intent.THIRD_PARTY_RELATED,
            Intent.THIRD_PARTY_UNKNOWN,
            Intent.DEBTOR_DECEASED,
            Intent.DEBTOR_UNREACHABLE,
            Intent.NOT_RESPONSIBLE,
            Intent.AFFIRM,
            Intent.ACKNOWLEDGE,
            Intent.DENY,
            Intent.ALREADY_PAID,
            Intent.REFUSE_TO_PAY,
            Intent.BUSY_NOW,
            Intent.CALL_BACK_LATER,
            Intent.GREETING,
            Intent.FAREWELL,
            Intent.DISPUTE_DEBT,
            Intent.COMPLAIN,
            Intent.ABUSIVE,
            Intent.SUSPECT_FRAUD,
            Intent.LEGAL_REPRESENTATION,
            Intent.ALREADY_WITH_SERVICE,
            Intent.UNCLEAR)) {
      assertThat(beside(intent)).as(intent.id()).isEmpty();
      assertThat(beside(true, intent)).as(intent.id()).isEmpty();
    }
    assertThat(beside()).isEmpty();
  }

  @Test
  void whatProtectsSomebodyMayComeIn() {
    for (Intent intent :
        List.of(Intent.DISTRESS, Intent.VULNERABILITY, Intent.STOP_CONTACT, Intent.REQUEST_HUMAN)) {
      assertThat(beside(intent)).as(intent.id()).isPresent();
      assertThat(beside(true, intent)).as(intent.id()).isPresent();
    }
  }

  @Test
  void whatCouldBeAYesIsNotTakenWhereSomethingIsOnTheTable() {
    for (Intent intent :
        List.of(
            Intent.AGREE_TO_PAY,
            Intent.PROMISE_WITH_DATE,
            Intent.OFFER_PARTIAL,
            Intent.AUTO_DEBIT_EXPECTED,
            Intent.REQUEST_EXTENSION,
            Intent.REQUEST_INSTALMENT,
            Intent.REQUEST_REDUCTION)) {
      assertThat(beside(true, intent)).as(intent.id()).isEmpty();
      assertThat(beside(false, intent)).as(intent.id()).isPresent();
    }
  }

  @Test
  void itMayMakeUsSofterAndNeverHarder() {
    SecondOpinion sad = new SecondOpinion(List.of(Intent.CANNOT_PAY), Feeling.SAD, "somebody");
    assertThat(sad.beside(UNSURE, false, 0.5).orElseThrow().emotion().label())
        .isEqualTo(Feeling.SAD);
    Understanding angry =
        Said.that("烦").means(Intent.UNCLEAR, 0.3).feeling(Feeling.ANGRY, 0.8).understood();
    SecondOpinion calm = new SecondOpinion(List.of(Intent.CANNOT_PAY), Feeling.CALM, "somebody");
    for (SecondOpinion opinion : List.of(sad, calm)) {
      assertThat(opinion.beside(angry, false, 0.5).orElseThrow().emotion())
          .isEqualTo(angry.emotion());
    }
  }

  @Test
  void noMoreThanThreeThingsAreSaidAtOnce() {
    Understanding both =
        beside(Intent.CANNOT_PAY, Intent.ASK_AMOUNT, Intent.ASK_MINIMUM, Intent.STOP_CONTACT)
            .orElseThrow();
    assertThat(both.has(Intent.STOP_CONTACT, 0.01)).isFalse();
  }
}
