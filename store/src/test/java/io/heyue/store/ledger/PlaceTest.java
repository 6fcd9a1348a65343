package io.heyue.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.store.records.SamplePortfolio;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** In which order the entries of several chains are told. */
class PlaceTest {
  private static final Instant NOW = SamplePortfolio.NOW;

  private static Place at(int after, int stripe, long number, String kind) {
    return new Place(NOW.plusSeconds(after), stripe, number, kind);
  }

  /** Whatever order they are read in, they are told in this one. */
  private static void told(Place... inOrder) {
    List<Place> all = new ArrayList<>(List.of(inOrder));
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(all, random);
      assertThat(Place.inOrder(all, Function.identity())).containsExactly(inOrder);
    }
  }

  /** The chain of the person is a later one than that of the conversation. */
  @Test
  void whatCameOfAMessageFollowsItsContact() {
    told(at(0, 9, 70, "contact"), at(0, 2, 3, "delivery"));
    told(at(0, 9, 70, "contact"), at(0, 2, 3, "turn"), at(0, 4, 1, "delivery"));
  }

  @Test
  void whatWasWrittenEarlierIsToldEarlier() {
    told(at(0, 2, 3, "delivery"), at(1, 9, 70, "contact"));
  }

  /** A chain is believed even where it seems odd: it can't be put in another order. */
  @Test
  void whatStandsInOneChainKeepsItsOrder() {
    told(
        at(0, 2, 3, "delivery"),
        at(0, 2, 4, "contact"),
        at(0, 2, 5, "stop"),
        at(0, 2, 11, "contact"));
    told(at(0, 5, 8, "contact"), at(0, 2, 3, "turn"), at(0, 2, 4, "contact"));
  }

  @Test
  void aReportOfAnothersContactComesBeforeWhatIsJudgedAfterIt() {
    told(at(0, 9, 1, "outside"), at(0, 1, 1, "refusal"), at(0, 0, 1, "job"));
  }
}
