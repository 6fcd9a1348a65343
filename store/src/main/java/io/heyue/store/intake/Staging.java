package io.heyue.store.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.heyue.store.postgres.CopyStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a file on their way into the staging table. The caller's thread reads and sends, others
 * check and seal a piece of rows each, and the pieces are sent in the order of the file.
 *
 * <p>Memory is bounded: a few pieces are under way at a time, each of a few hundred rows or one
 * very long one.
 */
final class Staging implements AutoCloseable {
  private static final int ROWS = 400;
  private static final int CHARACTERS = 1 << 19;
  private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
  private static final int UNDER_WAY = THREADS + 2;

  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          THREADS, Thread.ofPlatform().daemon().name("import-", 0).factory());
  private final Queue<Future<Piece>> underWay = new ArrayDeque<>();
  private final Intake intake;
  private final Supplier<Cells> cells;

  /**
   * Stages by the rules of {@code intake}.
   *
   * @param cells gives each piece a reader of its own
   */
  Staging(Intake intake, Supplier<Cells> cells) {
    this.intake = intake;
    this.cells = cells;
  }

  /** Rows that were made, and those that could not be. */
  private record Piece(BinaryCopy rows, List<Rejected> rejected) {}

  private record Rejected(long row, @Nullable Column column, String value, Reason reason) {}

  /** Sends all good rows and lists the others. */
  void run(CsvRows rows, CopyStream copy, Rejections rejections) {
    byte[] signature = BinaryCopy.signature();
    copy.send(signature, signature.length);
    while (rows.hasNext()) {
      List<CsvRecord> piece = piece(rows);
      underWay.add(workers.submit(() -> made(piece)));
      if (underWay.size() >= UNDER_WAY) {
        send(underWay.remove(), copy, rejections);
      }
    }
    while (!underWay.isEmpty()) {
      send(underWay.remove(), copy, rejections);
    }
    byte[] end = BinaryCopy.end();
    copy.send(end, end.length);
  }

  private static List<CsvRecord> piece(CsvRows rows) {
    List<CsvRecord> piece = new ArrayList<>(ROWS);
    int characters = 0;
    while (piece.size() < ROWS && characters < CHARACTERS && rows.hasNext()) {
      CsvRecord row = rows.next();
      piece.add(row);
      for (int i = 0; i < row.getFieldCount(); i++) {
        characters += row.getField(i).length();
      }
    }
    return piece;
  }

  private Piece made(List<CsvRecord> rows) {
    Cells reader = cells.get();
    BinaryCopy out = new BinaryCopy(intake.width());
    List<Rejected> rejected = new ArrayList<>();
    for (CsvRecord row : rows) {
      long number = row.getStartingLineNumber();
      out.beginRow();
      try {
        reader.stand(row);
        intake.write(number, reader, out);
      } catch (BadCell bad) {
        out.undoRow();
        String value = bad.column == null ? "" : reader.raw(bad.column);
        rejected.add(new Rejected(number, bad.column, value, bad.reason));
      }
    }
    return new Piece(out, rejected);
  }

  private static void send(Future<Piece> future, CopyStream copy, Rejections rejections) {
    Piece piece = await(future);
    copy.send(piece.rows.buffer(), piece.rows.length());
    for (Rejected rejected : piece.rejected) {
      rejections.add(rejected.row, rejected.column, rejected.value, rejected.reason);
    }
  }

  private static Piece await(Future<Piece> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The import was interrupted; nothing of it was kept.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException("A row could not be made ready.", e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
