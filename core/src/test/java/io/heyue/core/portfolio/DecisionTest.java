package io.heyue.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** For how long, for what and for whom a person's decision on contacts counts. */
class DecisionTest {
  private static final Instant NOW = Samples.NOW;
  private static final Instant END = NOW.plus(Duration.ofDays(30));
  private static final Instant LATER = NOW.plusSeconds(60);

  private static CaseEvent.ContactDecided decided(Instant at, boolean contact, String... flags) {
    return new CaseEvent.ContactDecided(at, contact, END, Set.of(Channel.SMS), Set.of(flags));
  }

  private static Dossier dossier(Case matter, Set<String> books, Case... others) {
    return new Dossier(
        matter,
        Samples.borrower(),
        Samples.dossier().mandate(),
        Bars.of(Set.<HoldKind>of(), books, List.of(others)));
  }

  private static Set<String> counting(Dossier dossier) {
    return dossier.decided(Channel.SMS, LATER);
  }

  @Test
  void itCountsByItsChannelsUntilItsEnd() {
    Dossier dossier = dossier(Samples.matter(decided(NOW, true, "elderly")), Set.of("elderly"));
    assertThat(counting(dossier)).containsExactly("elderly");
    assertThat(dossier.decided(Channel.EMAIL, LATER)).isEmpty();
    assertThat(dossier.decided(Channel.SMS, END.minusNanos(1))).containsExactly("elderly");
    assertThat(dossier.decided(Channel.SMS, END)).isEmpty();
    assertThat(counting(dossier(Samples.matter(), Set.of("elderly")))).isEmpty();
  }

  @Test
  void itCountsNotForWhatNobodyKnew() {
    Case matter = Samples.matter(decided(NOW, true, "elderly"));
    assertThat(counting(dossier(matter, Set.of("elderly", "disabled")))).isEmpty();
    assertThat(counting(dossier(matter, Set.of()))).as("nothing is left to decide").isEmpty();
  }

  @Test
  void whoeverTellsOfTroubleIsLeftToAPersonAgain() {
    Case matter =
        Samples.matter(
            new CaseEvent.VulnerabilityTold(NOW.minusSeconds(9)), decided(NOW, true, "vulnerable"));
    assertThat(counting(dossier(matter, Set.of()))).containsExactly("vulnerable");
    Case again = matter.after(new CaseEvent.VulnerabilityTold(LATER));
    assertThat(again.decision()).isEmpty();
    assertThat(counting(dossier(again, Set.of()))).isEmpty();
    Case no = Samples.matter(decided(NOW, false), new CaseEvent.VulnerabilityTold(LATER));
    assertThat(no.decision()).as("that there is no contact stands").isPresent();
  }

  @Test
  void itCountsForAllLoansOfThePersonAndTheLatestAlone() {
    Case yes = Samples.matter(decided(NOW.minusSeconds(9), true, "elderly"));
    Case no = Samples.matter(decided(NOW, false, "elderly"));
    assertThat(counting(dossier(Samples.matter(), Set.of("elderly"), yes)))
        .containsExactly("elderly");
    assertThat(counting(dossier(yes, Set.of("elderly"), no))).isEmpty();
    assertThat(counting(dossier(no, Set.of("elderly"), yes))).isEmpty();
    assertThat(dossier(yes, Set.of(), no).decision(LATER)).isEqualTo(no.decision());
  }

  @Test
  void whatWasToldInAnotherCaseSinceWasNotWeighed() {
    Case matter = Samples.matter(decided(NOW, true, "vulnerable"));
    Case before = Samples.matter(new CaseEvent.VulnerabilityTold(NOW.minusSeconds(9)));
    Case since = Samples.matter(new CaseEvent.VulnerabilityTold(NOW.plusSeconds(9)));
    assertThat(counting(dossier(matter, Set.of(), before))).containsExactly("vulnerable");
    assertThat(counting(dossier(matter, Set.of(), before, since))).isEmpty();
  }

  @Test
  void whatIsWithdrawnStaysWithdrawn() {
    Case matter =
        Samples.matter(
            decided(NOW, true, "elderly"),
            new CaseEvent.DecisionWithdrawn(LATER, Set.of("disabled")));
    assertThat(matter.decision()).isEqualTo(Optional.empty());
  }
}
