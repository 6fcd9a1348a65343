package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Channel;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.postgres.SqlFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what became of many letters is stored at once, and that a bad one costs no other. */
class BatchesTest {
  @TempDir private Path folder = Path.of("");
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private void written(int borrowers) {
    lender.borrowers(borrowers);
    lender
        .engine
        .campaigns()
        .start(
            lender.engine.campaigns().create("all", Filter.everyone(), Approach.text("arrears")));
    assertThat(lender.engine.campaigns().step(lender.now(), borrowers)).isEqualTo(borrowers);
  }

  private int deliver() {
    return lender.engine.courier().deliver(lender.now(), 200);
  }

  private Map<String, Long> states() {
    Map<String, Long> states = new TreeMap<>();
    lender
        .database
        .transactor()
        .run(sql ->
            sql.each(
                "select state, count(*) as n from letter group by 1",
                row -> states.put(row.text("state"), row.number("n"))));
    return states;
  }

  private long number(String query) {
    return lender.database.transactor().get(sql -> sql.get(query, row -> row.number("n")));
  }

  /** A letter that the database will not have in a state, whatever is tried. */
  private UUID bad(String state) {
    UUID bad =
        lender
            .database
            .transactor()
            .get(
                sql -> sql.list("select id from letter order by id", row -> row.uuid("id")).get(3));
    lender
        .database
        .transactor()
        .run(sql -> {
          var _ =
              sql.update(
                  """
                  create or replace function bad() returns trigger language plpgsql as
                  $$ begin raise exception 'bad'; end $$
                  """);
          var _ =
              sql.update(
                  "create trigger bad before update on letter for each row when (new.id = '"
                      + bad
                      + "' and new.state = '"
                      + state
                      + "') execute function bad()");
        });
    return bad;
  }

  private void mended() {
    lender.database.transactor().run(sql -> sql.update("drop trigger bad on letter"));
  }

  private void sound() {
    assertThat(lender.engine.why().verify().faults()).isEmpty();
  }

  @Test
  void whatBecameOfLettersThatWereTakenUpTogetherIsStoredTogether() {
    written(10);
    assertThat(deliver()).isEqualTo(10);
    assertThat(states()).containsOnly(Map.entry("sent", 10L));
    assertThat(number("select count(distinct xmin::text) as n from letter"))
        .as("transactions")
        .isEqualTo(1);
    sound();
  }

  @Test
  void whereCarriersAreSlowNothingWaitsForLong() {
    written(9);
    lender.street.answers(letter -> {
      lender.later(Duration.ofMillis(600));
      return new Handed.Accepted(letter.id().toString());
    });
    assertThat(deliver()).isEqualTo(9);
    assertThat(number("select count(distinct xmin::text) as n from letter"))
        .as("of no more than two at once")
        .isEqualTo(5);
  }

  @Test
  void aLetterWhoseEndCannotBeStoredCostsTheOthersNothingAndIsNotSentAgain() {
    written(10);
    UUID bad = bad("sent");
    assertThatThrownBy(this::deliver).isInstanceOf(SqlFailure.class);
    assertThat(states()).containsOnly(Map.entry("sending", 1L), Map.entry("sent", 9L));
    mended();
    assertThat(deliver()).isZero();
    lender.later(Duration.ofMinutes(6));
    assertThat(lender.engine.courier().recover(lender.now())).isEqualTo(1);
    assertThat(states()).containsOnly(Map.entry("sent", 9L), Map.entry("unknown", 1L));
    assertThat(lender.street.letters().stream().map(Letter::id))
        .contains(bad)
        .doesNotHaveDuplicates();
    assertThat(number("select count(*) as n from contact_permit where state = 'used'"))
        .as("all count as attempts")
        .isEqualTo(10);
    assertThat(number("select count(*) as n from ledger_entry where kind = 'delivery'"))
        .isEqualTo(10);
    sound();
  }

  /** Of one letter alone it isn't known then whether it was sent. */
  @Test
  void aCarrierThatFailsKeepsNoOtherLetterFromItsWay() {
    written(5);
    lender.street.answers(letter -> {
      if (lender.street.letters().size() == 3) {
        throw new IllegalStateException("a fault of the carrier");
      }
      return new Handed.Accepted(letter.id().toString());
    });
    assertThatThrownBy(this::deliver).isInstanceOf(IllegalStateException.class);
    assertThat(states())
        .containsOnly(Map.entry("queued", 2L), Map.entry("sending", 1L), Map.entry("sent", 2L));
    lender.street.answers(letter -> new Handed.Accepted(letter.id().toString()));
    assertThat(deliver()).isEqualTo(2);
    assertThat(lender.street.letters().stream().map(Letter::id)).hasSize(5).doesNotHaveDuplicates();
    sound();
  }

  @Test
  void aReceiptThatCannotBeStoredCostsTheOthersNothing() {
    written(20);
    assertThat(deliver()).isEqualTo(20);
    UUID bad = bad("failed");
    List<UUID> ids = lender.street.letters().stream().map(Letter::id).toList();
    List<UUID> failed = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<UUID, CompletableFuture<Void>> told = new TreeMap<>();
      ids.forEach(id -> told.put(id, CompletableFuture.runAsync(() -> receipt(id), threads)));
      told.forEach((id, each) -> {
        try {
          each.join();
        } catch (CompletionException e) {
          failed.add(id);
        }
      });
    }
    assertThat(failed).containsExactly(bad);
    assertThat(states()).containsOnly(Map.entry("failed", 19L), Map.entry("sent", 1L));
    mended();
    receipt(bad);
    receipt(bad);
    assertThat(states()).containsOnly(Map.entry("failed", 20L));
    assertThat(number("select count(*) as n from contact_permit where state = 'missed'"))
        .isEqualTo(20);
    assertThat(number("select count(*) as n from case_event where type = 'ContactFailed'"))
        .isEqualTo(20);
    assertThat(number("select count(*) as n from ledger_entry where kind = 'delivery'"))
        .isEqualTo(40);
    sound();
  }

  private void receipt(UUID letter) {
    lender.engine.courier().receipt(Channel.SMS, letter.toString(), false, "gone");
  }
}
