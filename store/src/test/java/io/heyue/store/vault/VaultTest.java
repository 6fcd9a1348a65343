package io.heyue.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.PersonName;
import io.heyue.core.base.PhoneNumber;
import io.heyue.store.SealedColumns;
import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.SharedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
  private static final Field NAME = Field.of("person", "name");
  private static final Field PHONE = new Field("contact_point", "value", "mobile");
  private static final PersonName SOMEBODY = new PersonName("样例甲");

  private final Database database = SharedServer.freshDatabase();
  @TempDir private Path folder = Path.of("");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aSealedValueOpensInItsFieldOnly() {
    Vault vault = vault();
    byte[] sealed = vault.seal(SOMEBODY, NAME);
    assertThat(vault.open(sealed, NAME)).isEqualTo(SOMEBODY.reveal());
    assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain(SOMEBODY.reveal());
    assertThatThrownBy(() -> vault.open(sealed, Field.of("person", "identity_number")))
        .isInstanceOf(VaultFailure.class)
        .hasMessageContaining("person.identity_number")
        .hasMessageContaining("Maybe");
    assertThatThrownBy(() -> vault.open(sealed, new Field("person", "name", "agent")))
        .isInstanceOf(VaultFailure.class);
  }

  @Test
  void aChangedValueDoesNotOpen() {
    Vault vault = vault();
    byte[] sealed = vault.seal(SOMEBODY, NAME);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> vault.open(sealed, NAME)).isInstanceOf(VaultFailure.class);
    assertThatThrownBy(() -> vault.open(new byte[] {1, 2}, NAME)).isInstanceOf(VaultFailure.class);
  }

  @Test
  void sealingDiffersEachTimeAndImagesDoNot() {
    Vault vault = vault();
    PhoneNumber phone = new PhoneNumber("+8610000000001");
    assertThat(vault.seal(phone, PHONE)).isNotEqualTo(vault.seal(phone, PHONE));
    assertThat(vault.index(phone, PHONE))
        .isEqualTo(vault().index(phone, PHONE))
        .isNotEqualTo(vault.index(phone, NAME))
        .isNotEqualTo(vault.index(new PhoneNumber("+8610000000002"), PHONE));
  }

  @Test
  void theKeyFileIsItsOwnersOnly() throws IOException {
    vault();
    Path file = folder.resolve("vault.keys");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(this::vault)
        .isInstanceOf(VaultFailure.class)
        .hasMessageContaining("rw-r-----")
        .hasMessageContaining("Maybe run: chmod 600");
  }

  @Test
  void aCutOffKeyFileIsNamedAndNeverReplaced() throws IOException {
    vault();
    Path file = folder.resolve("vault.keys");
    String whole = Files.readString(file);
    String half = whole.substring(0, whole.length() / 3);
    Files.writeString(file, half);
    assertThatThrownBy(this::vault)
        .isInstanceOf(VaultFailure.class)
        .hasMessageContaining("cut off");
    assertThat(Files.readString(file)).isEqualTo(half);
  }

  @Test
  void anotherKeyFileOpensNothing() throws IOException {
    byte[] sealed = vault().seal(SOMEBODY, NAME);
    Files.delete(folder.resolve("vault.keys"));
    assertThatThrownBy(() -> vault().open(sealed, NAME))
        .isInstanceOf(VaultFailure.class)
        .hasMessageContaining("of another database");
  }

  @Test
  void oldValuesOpenAfterRotationAlsoInAnotherProcess() {
    Vault vault = vault();
    Vault another = vault();
    byte[] before = vault.seal(SOMEBODY, NAME);
    byte[] image = vault.index(SOMEBODY, NAME);
    vault.rotate();
    byte[] after = vault.seal(SOMEBODY, NAME);
    for (Vault each : List.of(vault, another, vault())) {
      assertThat(each.open(before, NAME)).isEqualTo(SOMEBODY.reveal());
      assertThat(each.open(after, NAME)).isEqualTo(SOMEBODY.reveal());
      assertThat(each.index(SOMEBODY, NAME)).isEqualTo(image);
    }
  }

  /** The new key is on the disk, and the data keys are still sealed by the old one. */
  @Test
  void aRotationThatDiesHalfWayCanBeDoneAgain() throws IOException {
    byte[] before = vault().seal(SOMEBODY, NAME);
    Path file = folder.resolve("vault.keys");
    String old = Files.readString(file);
    DataKeys kept = new DatabaseDataKeys(database, InstantSource.system());
    Vault dying = new Vault(file, new Dying(kept));
    assertThatThrownBy(dying::rotate).hasMessage("killed");
    assertThat(Files.readString(file)).isNotEqualTo(old);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Vault next = vault();
    assertThat(next.open(before, NAME)).isEqualTo(SOMEBODY.reveal());
    next.rotate();
    byte[] after = next.seal(SOMEBODY, NAME);
    assertThat(vault().open(before, NAME)).isEqualTo(SOMEBODY.reveal());
    assertThat(vault().open(after, NAME)).isEqualTo(SOMEBODY.reveal());
    Files.writeString(file, old);
    assertThatThrownBy(() -> vault().open(before, NAME)).isInstanceOf(VaultFailure.class);
  }

  /** Keys of a process that is killed before it has put them back. */
  private record Dying(DataKeys kept) implements DataKeys {
    @Override
    public long add(byte[] wrapped) {
      return kept.add(wrapped);
    }

    @Override
    public byte[] get(long id) {
      return kept.get(id);
    }

    @Override
    public SortedMap<Long, byte[]> all() {
      return kept.all();
    }

    @Override
    public void replaceAll(SortedMap<Long, byte[]> wrapped) {
      throw new IllegalStateException("killed");
    }
  }

  @Test
  void reencryptionLeavesNoValueOfAnOlderKey() {
    Vault vault = vault();
    database
        .transactor()
        .run(sql -> {
          sql.update("create table note (id uuid primary key, kind text, words bytea)");
          for (int i = 0; i < 25; i++) {
            String kind = i % 2 == 0 ? "call" : "text";
            sql.update(
                "insert into note values (?, ?, ?)",
                new UUID(0, i),
                kind,
                vault.sealText("words " + i, new Field("note", "words", kind)));
          }
        });
    Reencryption reencryption =
        new Reencryption(
            database, vault, List.of(new SealedColumn(Field.of("note", "words"), "kind")));
    assertThat(reencryption.run(10)).isZero();
    vault.rotate();
    // Killed after two batches: a row that can't be opened stands in for the kill.
    database
        .transactor()
        .run(sql -> sql.update("insert into note values (?, 'call', '\\x0100')", new UUID(9, 9)));
    assertThatThrownBy(() -> reencryption.run(10)).isInstanceOf(VaultFailure.class);
    database.transactor().run(sql -> sql.update("delete from note where id = ?", new UUID(9, 9)));
    assertThat(reencryption.run(10)).isEqualTo(5);
    assertThat(reencryption.run(10)).isZero();
    String last =
        database
            .transactor()
            .get(sql ->
                sql.get(
                    "select words from note where id = ?",
                    row -> vault.open(row.bytes("words"), new Field("note", "words", "call")),
                    new UUID(0, 24)));
    assertThat(last).isEqualTo("words 24");
    database.transactor().run(sql -> sql.update("drop table note"));
  }

  /**
   * What the ledger says is sealed too, but its hashes cover it as it is; an authority's token for
   * the time holds nothing of anybody.
   */
  @Test
  void everyColumnOfSealedValuesIsKnown() {
    Set<String> known =
        SealedColumns.all().stream()
            .map(column -> column.field().table() + "." + column.field().column())
            .collect(Collectors.toSet());
    List<String> bytes =
        database
            .transactor()
            .get(sql ->
                sql.list(
                    """
                    select table_name || '.' || column_name as name from information_schema.columns
                    where table_schema = 'public' and data_type = 'bytea'
                      and column_name !~ '(_index|_digest|^seal|^wrapped)$'
                      and table_name in (select tablename from pg_tables)
                    """,
                    row -> row.text("name")));
    assertThat(bytes).contains("ledger_entry.payload").hasSizeGreaterThan(5);
    assertThat(bytes)
        .filteredOn(
            name -> !name.equals("ledger_entry.payload") && !name.equals("ledger_time_token.token"))
        .containsExactlyInAnyOrderElementsOf(known);
  }

  private Vault vault() {
    return Vault.open(folder, database, InstantSource.system());
  }
}
