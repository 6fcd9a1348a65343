package io.heyue.store.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.SqlFailure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BareTablesTest {
  private static final List<String> TABLES = List.of("person", "account");
  private static final long MANY = 1_000_000;

  @TempDir private Path folder = Path.of("");
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void everythingThatWasTakenAwayComesBackAsItWas() {
    List<String> before = desk.database.transactor().get(BareTablesTest::definitions);
    assertThat(before)
        .anyMatch(definition -> definition.contains("FOREIGN KEY (person_id)"))
        .anyMatch(definition -> definition.contains("account_due"));
    desk.database
        .transactor()
        .run(sql -> {
          BareTables bare = BareTables.of(sql, MANY, TABLES);
          assertThat(bare.stripped()).isTrue();
          // The primary keys, that on pay_day, and those that must hold a value.
          assertThat(definitions(sql)).noneMatch(definition -> definition.contains("FOREIGN"));
          assertThat(definitions(sql)).noneMatch(definition -> definition.contains("due_date, id"));
          bare.dress();
        });
    assertThat(desk.database.transactor().<List<String>>get(BareTablesTest::definitions))
        .isEqualTo(before);
  }

  @Test
  void rowsThatAnIndexOrAForeignKeyForbidsAreNotedWhenItComesBack() {
    assertThatThrownBy(() ->
            desk.database
                .transactor()
                .run(sql -> {
                  BareTables bare = BareTables.of(sql, MANY, TABLES);
                  sql.update(
                      """
                      insert into account (number, person_id, currency, overdue, due_date)
                      values ('A1', uuidv7(), 'CNY', 1, '2026-11-01')
                      """);
                  bare.dress();
                }))
        .isInstanceOfSatisfying(
            SqlFailure.class, failure -> assertThat(failure.constraint()).isPresent());
  }

  @Test
  void aFileThatIsNotWorthItOrAReaderWhoWouldWaitLeavesThemDressed() {
    desk.database
        .transactor()
        .run(sql -> assertThat(BareTables.of(sql, 100, TABLES).stripped()).isFalse());
    desk.database
        .transactor()
        .run(reader -> {
          assertThat(definitions(reader)).isNotEmpty();
          reader.each("select 1 from account", row -> {});
          desk.database
              .transactor()
              .run(sql -> {
                assertThat(BareTables.of(sql, MANY, TABLES).stripped()).isFalse();
                sql.each("select 1 from account", row -> {});
              });
        });
  }

  @Test
  void manyRowsComeInAndTheIndexesKnowThem() {
    StringBuilder file = new StringBuilder("account,customer number,name,overdue,due date\n");
    for (int i = 0; i < 20_500; i++) {
      file.append("A" + i + ",P" + i / 2 + ",Sample " + i / 2 + ",1,2026-11-01\n");
    }
    List<String> before = desk.database.transactor().get(BareTablesTest::definitions);
    assertThat(desk.accounts(file.toString()).inserted()).isEqualTo(20_500);
    assertThat(desk.count("person")).isEqualTo(10_250);
    assertThat(desk.accounts(file.toString()).unchanged()).isEqualTo(20_500);
    assertThat(desk.database.transactor().<List<String>>get(BareTablesTest::definitions))
        .isEqualTo(before);
  }

  private static List<String> definitions(Sql sql) {
    return sql.list(
        """
        select conname || ' ' || pg_get_constraintdef(oid) as definition from pg_constraint
          where conrelid in ('person'::regclass, 'account'::regclass)
        union all
        select pg_get_indexdef(indexrelid) from pg_index
          where indrelid in ('person'::regclass, 'account'::regclass)
        order by 1
        """,
        row -> row.text("definition"));
  }
}
