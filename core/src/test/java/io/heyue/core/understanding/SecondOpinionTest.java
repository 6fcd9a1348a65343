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
      Said.that("唉 这事").means(Intent.UNCLEAR, 0.4).means(Intent.COMPLAIN, 0.35).understood();

  private static Optional<Understanding> beside(String after, Intent... intents) {
    return new SecondOpinion(List.of(intents), Feeling.CALM, "somebody")
        .beside(UNSURE, Optional.of(after), 0.5);
  }

  @Test
  void whatItFindsLeadsAndWhatWasFoundStays() {
    Understanding both =
        beside("ask_when", Intent.CANNOT_PAY, Intent.REQUEST_EXTENSION).orElseThrow();
    assertThat(both.intents())
        .containsExactly(
            new ScoredIntent(Intent.CANNOT_PAY, 0.5),
            new ScoredIntent(Intent.REQUEST_EXTENSION, 0.4),
            new ScoredIntent(Intent.COMPLAIN, 0.35));
    assertThat(both.text()).isEqualTo(UNSURE.text());
    assertThat(both.provenance().model()).contains(UNSURE.provenance().model(), "somebody");
  }

  @Test
  void itNeverLowersWhatWasFound() {
    Understanding both = beside("ask_when", Intent.CANNOT_PAY, Intent.COMPLAIN).orElseThrow();
    assertThat(both.confidence(Intent.COMPLAIN)).isEqualTo(0.4);
    Understanding sure = Said.that("投诉").means(Intent.COMPLAIN, 0.9).understood();
    assertThat(
            new SecondOpinion(List.of(Intent.COMPLAIN), Feeling.CALM, "somebody")
                .beside(sure, Optional.empty(), 0.5)
                .orElseThrow()
                .confidence(Intent.COMPLAIN))
        .isEqualTo(0.9);
  }

  @Test
  void whoSpeaksAndAYesAreNeverTakenFromIt() {
    for (Intent intent :
        List.of(
            Intent.CONFIRM_IDENTITY,
            Intent.DENY_IDENTITY,
            Intent.THIRD_PARTY_RELATED,
            Intent.DEBTOR_DECEASED,
            Intent.AFFIRM,
            Intent.ACKNOWLEDGE,
            Intent.UNCLEAR)) {
      assertThat(beside("ask_when", intent)).isEmpty();
    }
    assertThat(beside("read_back_full", Intent.AGREE_TO_PAY)).isEmpty();
    assertThat(beside("offer_plan", Intent.AGREE_TO_PAY)).isEmpty();
    assertThat(beside("ask_when", Intent.AGREE_TO_PAY)).isPresent();
    assertThat(beside("ask_when")).isEmpty();
  }

  @Test
  void itMayMakeUsSofterAndNeverHarder() {
    SecondOpinion sad = new SecondOpinion(List.of(Intent.CANNOT_PAY), Feeling.SAD, "somebody");
    assertThat(sad.beside(UNSURE, Optional.empty(), 0.5).orElseThrow().emotion().label())
        .isEqualTo(Feeling.SAD);
    Understanding angry =
        Said.that("烦").means(Intent.UNCLEAR, 0.3).feeling(Feeling.ANGRY, 0.8).understood();
    SecondOpinion calm = new SecondOpinion(List.of(Intent.CANNOT_PAY), Feeling.CALM, "somebody");
    for (SecondOpinion opinion : List.of(sad, calm)) {
      assertThat(opinion.beside(angry, Optional.empty(), 0.5).orElseThrow().emotion())
          .isEqualTo(angry.emotion());
    }
  }

  @Test
  void noMoreThanThreeThingsAreSaidAtOnce() {
    Understanding both =
        beside(
                "ask_when",
                Intent.CANNOT_PAY,
                Intent.ASK_AMOUNT,
                Intent.ASK_MINIMUM,
                Intent.STOP_CONTACT)
            .orElseThrow();
    assertThat(both.has(Intent.STOP_CONTACT, 0.01)).isFalse();
  }
}
