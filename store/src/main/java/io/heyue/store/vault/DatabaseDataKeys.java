package io.heyue.store.vault;

import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Transactor;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sealed data keys in the table {@code data_key}. */
final class DatabaseDataKeys implements DataKeys {
  private final Transactor transactor;
  private final InstantSource clock;

  DatabaseDataKeys(Database database, InstantSource clock) {
    this.transactor = database.transactor();
    this.clock = clock;
  }

  @Override
  public long add(byte[] wrapped) {
    return transactor.get(sql ->
        sql.get(
            "insert into data_key (wrapped, created_at) values (?, ?) returning id",
            row -> row.number("id"),
            wrapped,
            clock.instant()));
  }

  @Override
  public byte[] get(long id) {
    return transactor
        .get(sql -> sql.find("select wrapped from data_key where id = ?", this::wrapped, id))
        .orElseThrow(() ->
            new VaultFailure(
                "Data key "
                    + id
                    + " is not in the database. Maybe the row belongs to another database."));
  }

  @Override
  public SortedMap<Long, byte[]> all() {
    SortedMap<Long, byte[]> keys = new TreeMap<>();
    transactor.run(sql ->
        sql.each(
            "select id, wrapped from data_key",
            row -> keys.put(row.number("id"), row.bytes("wrapped"))));
    return keys;
  }

  @Override
  public void replaceAll(SortedMap<Long, byte[]> wrapped) {
    transactor.run(sql ->
        wrapped.forEach(
            (id, key) -> sql.update("update data_key set wrapped = ? where id = ?", key, id)));
  }

  private byte[] wrapped(Row row) {
    return row.bytes("wrapped");
  }
}
