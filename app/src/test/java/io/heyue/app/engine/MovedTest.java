package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.models.Moved;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Drift;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.store.conversations.Conversations;
import io.heyue.store.conversations.Message;
import io.heyue.store.labels.Hearing;
import io.heyue.store.labels.Hearings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far what is heard has moved, counted in the real tables. */
class MovedTest {
  private static final Instant NOW = Lender.MONDAY.plus(Duration.ofDays(60));
  private static final Instant FIRST = Lender.MONDAY.plus(Duration.ofDays(1));

  @TempDir private Path folder = Path.of("");
  private Lender lender;
  private ConversationId talk;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
    lender.borrowers(1);
    talk = lender.verified();
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private void heard(int times, Intent intent, double sure, Instant at, String model) {
    lender
        .database
        .transactor()
        .run(sql -> {
          for (int i = 0; i < times; i++) {
            long seq =
                new Conversations(lender.vault)
                    .say(sql, List.of(new Message(talk, 0, false, "嗯", at, Optional.empty())))
                    .getFirst()
                    .seq();
            new Hearings()
                .add(
                    sql,
                    new Hearing(talk, seq, at, Lang.EN, "", new ScoredIntent(intent, sure), model));
          }
        });
  }

  private Optional<Moved> moved(Optional<Instant> reference) {
    return lender.database.transactor().get(sql -> Moved.of(sql, Lang.EN, reference, NOW));
  }

  @Test
  void theFirstWeekOfTheModelIsHeldAgainstTheLastSevenDays() {
    heard(80, Intent.AFFIRM, 0.95, FIRST.minus(Duration.ofDays(5)), "old");
    heard(400, Intent.AFFIRM, 0.95, FIRST, "new");
    heard(400, Intent.DENY, 0.75, FIRST.plus(Duration.ofDays(6)), "new");
    heard(600, Intent.AFFIRM, 0.95, NOW.minus(Duration.ofDays(6)), "new");
    heard(200, Intent.DENY, 0.75, NOW.minus(Duration.ofDays(1)), "new");
    Moved moved = moved(Optional.empty()).orElseThrow();
    assertThat(moved.reference()).isEqualTo(FIRST);
    assertThat(moved.then()).isEqualTo(800);
    assertThat(moved.now()).isEqualTo(800);
    // (0.75 − 0.5) ln 1.5 + (0.25 − 0.5) ln 0.5 = 0.2747, less 1/800 + 1/800 by chance
    assertThat(moved.intents()).isBetween(0.271, 0.273);
    assertThat(moved.sureness()).isEqualTo(moved.intents());
    assertThat(moved.most()).isGreaterThan(Drift.ANOTHER_POPULATION);
  }

  @Test
  void tooLittleSaysNothing() {
    assertThat(moved(Optional.empty())).isEmpty();
    heard(Moved.FEWEST, Intent.AFFIRM, 0.95, FIRST, "new");
    heard(Moved.FEWEST - 1, Intent.AFFIRM, 0.95, NOW.minus(Duration.ofDays(1)), "new");
    assertThat(moved(Optional.empty())).isEmpty();
    heard(1, Intent.AFFIRM, 0.95, NOW.minus(Duration.ofDays(1)), "new");
    assertThat(moved(Optional.empty())).isPresent();
    assertThat(moved(Optional.of(NOW.minus(Duration.ofDays(10))))).isEmpty();
  }
}
