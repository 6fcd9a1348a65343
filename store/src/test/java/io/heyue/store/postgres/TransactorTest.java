package io.heyue.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactorTest {
  private final Database database = SharedServer.freshDatabase();
  private final Transactor transactor = database.transactor();

  @BeforeEach
  void makeTable() {
    transactor.run(sql -> {
      sql.update("drop table if exists t, v");
      sql.update("create table t (n bigint primary key, word text check (word <> 'bad'))");
    });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void workThatThrowsLeavesNothing() {
    assertThatThrownBy(() ->
            transactor.run(sql -> {
              sql.update("insert into t values (1, 'one')");
              throw new IllegalStateException("changed our mind");
            }))
        .hasMessage("changed our mind");
    assertThat(count()).isZero();
  }

  @Test
  void aFailureNamesTheConstraintAndNoValue() {
    assertThatThrownBy(
            () -> transactor.run(sql -> sql.update("insert into t values (4711, 'bad')")))
        .isInstanceOfSatisfying(
            SqlFailure.class,
            failure -> {
              assertThat(failure.constraint()).hasValue("t_word_check");
              assertThat(failure).hasMessageContaining("t_word_check").hasNoCause();
              assertThat(failure.getMessage()).doesNotContain("bad").doesNotContain("4711");
            });
  }

  @Test
  void aDuplicateIsTold() {
    transactor.run(sql -> sql.update("insert into t values (1, 'one')"));
    assertThatThrownBy(() -> transactor.run(sql -> sql.update("insert into t values (1, 'two')")))
        .isInstanceOfSatisfying(
            SqlFailure.class, failure -> assertThat(failure.isDuplicate()).isTrue());
  }

  @Test
  void valuesComeBackAsTheyWent() {
    UUID id = new UUID(1, 2);
    Instant instant = Instant.parse("2026-11-23T02:00:00.123456Z");
    transactor.run(sql -> {
      sql.update(
          """
          create table v (id uuid, at timestamptz, day date, rate numeric, words text[],
            secret bytea, yes boolean, nothing text)
          """);
      sql.update(
          "insert into v values (?, ?, ?, ?, ?, ?, ?, ?)",
          id,
          instant,
          LocalDate.of(2026, 2, 28),
          new BigDecimal("0.2400"),
          List.of("a", "b"),
          new byte[] {1, 2},
          true,
          Optional.empty());
    });
    transactor.run(sql ->
        sql.each(
            "select * from v where id = ?",
            row -> {
              assertThat(row.uuid("id")).isEqualTo(id);
              assertThat(row.instant("at")).isEqualTo(instant);
              assertThat(row.date("day")).isEqualTo("2026-02-28");
              assertThat(row.decimal("rate")).isEqualTo("0.2400");
              assertThat(row.texts("words")).containsExactly("a", "b");
              assertThat(row.bytes("secret")).containsExactly(1, 2);
              assertThat(row.truth("yes")).isTrue();
              assertThat(row.findText("nothing")).isEmpty();
            },
            id));
  }

  @Test
  void aBatchCountsItsRows() {
    long touched =
        transactor.get(sql ->
            sql.batch(
                "insert into t values (?, ?)",
                List.of(new Object[] {1L, "one"}, new Object[] {2L, "two"})));
    assertThat(touched).isEqualTo(2);
    assertThat(count()).isEqualTo(2);
  }

  private long count() {
    return transactor.get(sql -> sql.get("select count(*) as n from t", row -> row.number("n")));
  }
}
