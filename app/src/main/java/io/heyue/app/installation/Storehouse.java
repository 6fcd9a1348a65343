package io.heyue.app.installation;

import io.heyue.store.postgres.Database;
import io.heyue.store.vault.Vault;
import java.time.InstantSource;

/**
 * The database of an installation and the keys to it. Several processes may have it open at once;
 * an embedded server runs as long as one of them does.
 */
public record Storehouse(Database database, Vault vault) implements AutoCloseable {
  /** Opens it; blocks until the server answers and the tables are up to date. */
  public static Storehouse open(Installation installation, Settings settings, InstantSource clock) {
    Settings.External external = settings.database();
    Database database =
        external == null
            ? Database.embedded(installation.folder())
            : Database.at(external.url(), external.user(), external.password());
    try {
      return new Storehouse(database, Vault.open(installation.folder(), database, clock));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
