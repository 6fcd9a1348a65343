/**
 * PostgreSQL and the way to it: the server that we start ourselves, the connection pool, the
 * migrations, and a small way to speak SQL.
 *
 * <p>What: {@link io.heyue.store.postgres.Database} is the door. It opens an embedded server in a
 * data folder, or one that somebody else runs, and brings the tables up to date. {@link
 * io.heyue.store.postgres.Transactor} runs work in a transaction, {@link
 * io.heyue.store.postgres.Sql} is the connection inside it.
 *
 * <p>Why a launcher of our own: the record of what was said to people must survive a lost power
 * supply, so the server runs with durable settings and a password; it must survive {@code kill -9}
 * of our process, so that the next process finds the server which is still running and uses it.
 *
 * <p>Who may call: every package of the store, and the application that wires them. The key to
 * understanding it is that nobody owns the embedded server: each process uses the one that runs,
 * starts it if none does, and the last one to leave stops it.
 */
@NullMarked
package io.heyue.store.postgres;

import org.jspecify.annotations.NullMarked;
