package io.heyue.store.postgres;

import io.heyue.store.postgres.EmbeddedServer.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One embedded server for all tests of a JVM. Its one database is emptied for each test, since a
 * database of its own for each would be some three hundred files.
 */
public final class SharedServer {
  private static final Path FOLDER = temporary();
  private static final Database KEEPER = keeper();

  private SharedServer() {}

  /** A database with all tables of the migrations, empty; close it afterwards. */
  public static Database freshDatabase() {
    Database database = Database.embedded(FOLDER, "heyue", Durability.SCRATCH);
    database.transactor().run(SharedServer::empty);
    return database;
  }

  private static void empty(Sql sql) {
    // Rows of the ledger and of cases can't be removed otherwise.
    sql.update("set local session_replication_role = replica");
    sql.update(
        """
        do $$
        declare name text;
        begin
          for name in select tablename from pg_tables where schemaname = 'public'
              and tablename <> 'flyway_schema_history' loop
            execute format('truncate table %I cascade', name);
          end loop;
        end $$
        """);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "server-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Database keeper() {
    Database keeper = Database.embedded(FOLDER, "heyue", Durability.SCRATCH);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              KEEPER.close();
              try {
                Binaries.remove(FOLDER);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }));
    return keeper;
  }
}
