package io.heyue.store.vault;

import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.Transactor;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Seals old values anew after {@link Vault#rotate}, some rows at a time, while everything else goes
 * on. Stopped at any moment, it goes on where it was when it is run again.
 */
public final class Reencryption {
  private final Transactor transactor;
  private final Vault vault;
  private final List<SealedColumn> columns;

  public Reencryption(Database database, Vault vault, List<SealedColumn> columns) {
    this.transactor = database.transactor();
    this.vault = vault;
    this.columns = List.copyOf(columns);
  }

  /**
   * Seals anew every value that is of an older data key than the one in use.
   *
   * @param batch rows of one transaction
   * @return how many values it sealed anew
   */
  public long run(int batch) {
    byte[] oldest = ByteBuffer.allocate(Long.BYTES).putLong(vault.currentDataKey()).array();
    long total = 0;
    for (SealedColumn column : columns) {
      long sealed;
      do {
        sealed = transactor.get(sql -> step(sql, column, oldest, batch));
        total += sealed;
      } while (sealed > 0);
    }
    return total;
  }

  private long step(Sql sql, SealedColumn column, byte[] oldest, int batch) {
    String name = column.field().column();
    // A row that is locked keeps its place in the table, so any table can be walked by it.
    List<Object[]> anew =
        sql.list(
            """
            select ctid::text as place, %1$s as kind, %2$s as sealed from %3$s
            where %2$s is not null and substring(%2$s from 2 for 8) < ? limit ? for update
            """
                .formatted(column.kind(), name, column.field().table()),
            row -> {
              Field field = column.fieldOf(row.text("kind"));
              return new Object[] {
                vault.sealText(vault.open(row.bytes("sealed"), field), field), row.text("place")
              };
            },
            oldest,
            batch);
    return sql.batch(
        "update %s set %s = ? where ctid = ?::tid".formatted(column.field().table(), name), anew);
  }
}
