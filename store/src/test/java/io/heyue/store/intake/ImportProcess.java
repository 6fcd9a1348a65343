package io.heyue.store.intake;

import io.heyue.store.ledger.Ledger;
import io.heyue.store.postgres.Database;
import io.heyue.store.vault.Vault;
import java.nio.file.Path;
import java.time.InstantSource;

/** An import in a process of its own: {@code ImportProcess FOLDER FILE}. */
final class ImportProcess {
  private ImportProcess() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    try (Database database = Database.embedded(folder)) {
      var _ = take(folder, database, Path.of(arguments[1]));
    }
  }

  static ImportReport take(Path folder, Database database, Path file) {
    Vault vault = Vault.open(folder, database, InstantSource.system());
    return new Importer(
            database,
            vault,
            Ledger.open(folder, vault),
            HeaderMapping.builtIn(),
            InstantSource.system())
        .run(ImportKind.ACCOUNTS, file, ImportOptions.standard(folder.resolve("rejected.csv")));
  }
}
