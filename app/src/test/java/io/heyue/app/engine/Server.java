package io.heyue.app.engine;

import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** One embedded server for all tests of a JVM, emptied for each. */
final class Server {
  private static final Path FOLDER = temporary();
  private static final Database KEEPER = keeper();

  private Server() {}

  /** A database with all tables, empty; close it afterwards. */
  static Database empty() {
    Database database = Database.embedded(FOLDER);
    database.transactor().run(Server::empty);
    return database;
  }

  /** The same database, as another process has it. */
  static Database again() {
    return Database.embedded(FOLDER);
  }

  private static void empty(Sql sql) {
    // Rows of the ledger and of cases can't be removed otherwise.
    var _ = sql.update("set local session_replication_role = replica");
    var _ =
        sql.update(
            """
            do $$
            declare name text;
            begin
              for name in select tablename from pg_tables where schemaname = 'public'
                  and tablename <> 'flyway_schema_history' loop
                execute format('delete from %I', name);
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
    Database keeper = Database.embedded(FOLDER);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              KEEPER.close();
              try (Stream<Path> files = Files.walk(FOLDER)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }));
    return keeper;
  }
}
