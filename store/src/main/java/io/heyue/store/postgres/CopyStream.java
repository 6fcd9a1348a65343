package io.heyue.store.postgres;

import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table; closed before {@link #end()}, it leaves none there. */
public final class CopyStream implements AutoCloseable {
  private final CopyIn copy;

  CopyStream(CopyIn copy) {
    this.copy = copy;
  }

  /** Sends the first {@code length} bytes of {@code buffer}; blocks while the server is busy. */
  public void send(byte[] buffer, int length) {
    try {
      copy.writeToCopy(buffer, 0, length);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Ends the stream and gives the number of rows that arrived. */
  public long end() {
    try {
      return copy.endCopy();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  @Override
  public void close() {
    try {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException e) {
      // The connection is broken, which ends the copy as well.
    }
  }
}
