package io.heyue.store.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A statement that PostgreSQL did not carry out.
 *
 * <p>The message holds the kind of failure and the names of table and constraint, never a value:
 * the driver's own exception, whose text may quote one, is left behind.
 */
public final class SqlFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Five characters, as in appendix A of the PostgreSQL manual. */
  private final String state;

  private final String constraint;

  SqlFailure(SQLException cause) {
    super(describe(cause), null);
    this.state = String.valueOf(cause.getSQLState());
    this.constraint = serverMessage(cause).map(ServerErrorMessage::getConstraint).orElse("");
    setStackTrace(cause.getStackTrace());
  }

  /** The SQLSTATE, {@code "null"} if the failure was not the server's. */
  public String state() {
    return state;
  }

  /** Whether the row that was to be written is there already. */
  public boolean isDuplicate() {
    return state.equals("23505");
  }

  /** Whether the same work may succeed when it is done again: a lost race or a deadlock. */
  public boolean isRetryable() {
    return state.equals("40001") || state.equals("40P01");
  }

  /** The constraint that was violated; empty if the failure is of another kind. */
  public Optional<String> constraint() {
    return constraint.isEmpty() ? Optional.empty() : Optional.of(constraint);
  }

  private static Optional<ServerErrorMessage> serverMessage(SQLException cause) {
    return cause instanceof PSQLException failure
        ? Optional.ofNullable(failure.getServerErrorMessage())
        : Optional.empty();
  }

  private static String describe(SQLException cause) {
    String state = "SQLSTATE " + cause.getSQLState();
    return serverMessage(cause)
        .map(message ->
            "A statement failed with "
                + state
                + (message.getTable() == null ? "" : ", table " + message.getTable())
                + (message.getConstraint() == null ? "" : ", constraint " + message.getConstraint())
                + (quotesNothing(cause) ? ": " + message.getMessage() : "")
                + ".")
        .orElseGet(() -> describeOwn(cause, state));
  }

  /** A failure on our side of the connection. */
  private static String describeOwn(SQLException cause, String state) {
    String kind = String.valueOf(cause.getSQLState());
    boolean unreachable =
        kind.equals("null") || kind.startsWith("08") || cause instanceof SQLTransientException;
    return unreachable
        ? "The database did not answer ("
            + state
            + "). Maybe the server was stopped or the pool is used up."
        : "A statement or its result does not fit ("
            + state
            + "). Maybe a column is read as another type than it has.";
  }

  /** Faults of the statement itself (class 42) name tables and columns, not values. */
  private static boolean quotesNothing(SQLException cause) {
    return String.valueOf(cause.getSQLState()).startsWith("42");
  }
}
