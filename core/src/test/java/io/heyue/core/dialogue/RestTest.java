package io.heyue.core.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Money;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.samples.SampleFlow;
import io.heyue.core.samples.Samples;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stays owed after a part. */
class RestTest {
  private static final LocalDate FRIDAY = Samples.TODAY.plusDays(4);
  private static final Terms.Partial PART =
      new Terms.Partial(Money.fen(100_000), FRIDAY, Samples.OVERDUE.minus(Money.fen(100_000)));

  private static List<Move> moves(Optional<LocalDate> restDate) {
    StateDraft state = SampleFlow.state(true).draft();
    state.topic = Optional.of(Topic.REST);
    state.proposed = Optional.of(PART);
    Slots.Draft slots = state.slots.draft();
    slots.restDate = restDate;
    state.slots = slots.build();
    return Negotiation.of(Samples.dossier(), Samples.TODAY).moves(state);
  }

  @Test
  void itIsAskedForOrReadBackWhereItsDayWasNamed() {
    assertThat(moves(Optional.empty())).containsExactly(new Move.Ask(Question.REST));
    LocalDate day = FRIDAY.plusDays(7);
    assertThat(moves(Optional.of(day)))
        .containsExactly(new Move.ReadBack(new Terms.Rest(PART.rest(), day)));
  }

  @Test
  void itsDayIsNoEarlierThanThatOfThePart() {
    assertThat(moves(Optional.of(FRIDAY.minusDays(1))))
        .containsExactly(new Move.Ask(Question.REST));
  }

  @Test
  void thePartStaysTheOutcome() {
    StateDraft state = SampleFlow.state(true).draft();
    state.made(new Move.Confirm(PART));
    state.made(new Move.Confirm(new Terms.Rest(PART.rest(), FRIDAY.plusDays(7))));
    assertThat(state.agreed).hasSize(2);
    assertThat(state.build().outcome()).isEqualTo(Disposition.PARTIAL_PROMISE);
    state.made(new Move.Confirm(new Terms.Full(Samples.OVERDUE, FRIDAY)));
    assertThat(state.agreed).hasSize(1);
    assertThat(state.build().outcome()).isEqualTo(Disposition.PROMISE);
  }
}
