package io.heyue.sim.play;

import io.heyue.brain.book.Books;
import io.heyue.brain.encoder.ModelListener;
import io.heyue.brain.tables.Known;
import io.heyue.brain.tables.Tables;
import io.heyue.brain.words.Ears;
import io.heyue.core.base.Lang;
import io.heyue.core.compliance.Guard;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.reply.Writer;
import io.heyue.core.turn.Kit;
import io.heyue.core.turn.TurnLoop;
import io.heyue.core.understanding.Listener;
import io.heyue.core.understanding.entity.RuleEntityParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Everything that conversations in memory are held with: the same kernel, data and models as in the
 * running system. Thread-safe; close it when done.
 */
public final class Stage implements AutoCloseable {
  private final Books books;
  private final Guard guard;
  private final TurnLoop loop;
  private final ModelListener listener;

  private Stage(Books books, Guard guard, TurnLoop loop, ModelListener listener) {
    this.books = books;
    this.guard = guard;
    this.loop = loop;
    this.listener = listener;
  }

  /** Reads everything below the checkout at {@code root}; takes a second or two. */
  public static Stage open(Path root) {
    Path data = root.resolve("data");
    Books books = Books.read(data);
    Ears ears = Ears.open(data, root.resolve("brain/target/heads"));
    Guard guard = new Guard(books.law(), ears.reader());
    Tables tables =
        Tables.load(
            data.resolve("strategy"),
            new Known(books.law(), List.copyOf(books.flows().values()), books.phrases().ids()));
    Kit kit =
        new Kit(
            books.flows(),
            new Writer(books.phrases()),
            tables.policy(),
            tables.router(),
            tables.version());
    ModelListener listener =
        ModelListener.open(data, root.resolve("brain/target/heads"), RuleEntityParser.of());
    return new Stage(books, guard, new TurnLoop(kit, guard), listener);
  }

  /** The checkout that the launcher runs in. */
  public static Path root() {
    return Path.of(System.getProperty("heyue.root", "."));
  }

  public Books books() {
    return books;
  }

  public Guard guard() {
    return guard;
  }

  public TurnLoop loop() {
    return loop;
  }

  public Listener listener() {
    return listener;
  }

  public Map<Lang, Mandate> mandates() {
    return books.mandates();
  }

  @Override
  public void close() {
    listener.close();
  }
}
