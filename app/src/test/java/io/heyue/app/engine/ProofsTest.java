package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.ConversationId;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.HandoverReason;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever holds somebody's telephone can't find out their proof by trying, a few times a week. */
class ProofsTest {
  private static final String RIGHT = "0000";

  @TempDir private Path folder = Path.of("");
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
    lender.borrowers(1);
  }

  @AfterEach
  void close() {
    lender.close();
  }

  /** A new conversation, up to the question for the proof. */
  private ConversationId begin() {
    lender.campaign();
    var _ = lender.engine.pulse().tick();
    var _ = lender.engine.desk().open(lender.street.token());
    return lender.street.last().conversation().orElseThrow();
  }

  private void guess(String... answers) {
    ConversationId talk = begin();
    var _ = lender.says(talk, "是我");
    for (String answer : answers) {
      var _ = lender.says(talk, answer);
    }
  }

  private Case matter() {
    return lender.matter();
  }

  private long handedOver() {
    return lender.events(CaseEvent.HandedOver.class).stream()
        .filter(event -> event.reason() == HandoverReason.VERIFICATION_FAILED)
        .count();
  }

  @Test
  void guessesOfSeveralConversationsAreAddedUp() {
    guess("1111", "2222");
    assertThat(handedOver()).isEqualTo(1);
    lender.later(Duration.ofDays(7));
    guess("3333");
    lender.later(Duration.ofDays(7));
    guess("4444");
    assertThat(matter().failedProofs()).hasSize(4);
    assertThat(handedOver()).as("the last one of all is not asked for another").isEqualTo(2);
  }

  @Test
  void theRightAnswerCountsForNothingOnceTooManyWereWrong() {
    guess("1111", "2222");
    lender.later(Duration.ofDays(7));
    guess("3333", "4444");
    lender.later(Duration.ofDays(7));
    ConversationId talk = begin();
    String answer = lender.says(talk, RIGHT);
    assertThat(lender.events(CaseEvent.RightPartyVerified.class)).isEmpty();
    assertThat(answer).isNotBlank().doesNotContain("3280.50");
  }

  @Test
  void theProofIsNoLongerAskedFor() {
    guess("1111", "2222");
    lender.later(Duration.ofDays(7));
    guess("3333", "4444");
    lender.later(Duration.ofDays(7));
    ConversationId talk = begin();
    var _ = lender.says(talk, "是我");
    assertThat(handedOver()).isEqualTo(3);
    var _ = lender.says(talk, RIGHT);
    assertThat(lender.events(CaseEvent.RightPartyVerified.class)).isEmpty();
  }

  @Test
  void afterAMonthItIsAskedForAgain() {
    guess("1111", "2222");
    lender.later(Duration.ofDays(7));
    guess("3333", "4444");
    lender.later(Duration.ofDays(31));
    guess(RIGHT);
    assertThat(lender.events(CaseEvent.RightPartyVerified.class)).hasSize(1);
    assertThat(matter().failedProofs()).isEmpty();
  }

  @Test
  void aSlipIsForgottenWhenTheRightAnswerFollows() {
    guess("1111", RIGHT);
    assertThat(lender.events(CaseEvent.RightPartyVerified.class)).hasSize(1);
    assertThat(matter().failedProofs()).isEmpty();
  }
}
