package io.heyue.brain.tables;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * One decision table, evaluated by Apache KIE. Thread-safe.
 *
 * <p>Answers are kept: the inputs of a table are few, so most questions have been asked before.
 * What is kept is bounded and thrown away as a whole when full.
 */
final class Table {
  private static final int MOST_KEPT = 4096;

  /** Under this name the row that decided is noted beside the inputs. */
  private static final String ROW = "row that decided";

  private final Sheet sheet;
  private final byte[] bytes;
  private final DMNRuntime runtime;
  private final DMNModel model;
  private final Map<Map<String, Object>, Optional<Hit>> kept = new ConcurrentHashMap<>();

  private Table(Sheet sheet, byte[] bytes, DMNRuntime runtime, DMNModel model) {
    this.sheet = sheet;
    this.bytes = bytes;
    this.runtime = runtime;
    this.model = model;
  }

  /**
   * The row that decided.
   *
   * @param row counts from 1
   * @param answers by the names of the columns
   * @param why its annotation
   */
  record Hit(int row, Map<String, Object> answers, String why) {
    String text(String column) {
      return String.valueOf(answers.get(column));
    }
  }

  /**
   * Loads and checks a table.
   *
   * @throws TableFault naming everything that is wrong with it
   */
  static Table load(Path file, Layout layout) {
    byte[] bytes = read(file);
    Sheet sheet = Sheet.read(file, bytes);
    List<String> flaws = new ArrayList<>(SheetCheck.flaws(sheet, layout));
    Resource resource =
        ResourceFactory.newReaderResource(
            new StringReader(new String(bytes, StandardCharsets.UTF_8)));
    resource.setSourcePath(sheet.file());
    DMNRuntime runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(List.of(resource))
            .getOrElseThrow(cause ->
                new TableFault(
                    List.of(
                        sheet.file()
                            + ":1: This is no decision table: "
                            + cause.getMessage()
                            + " Maybe it was written for another version of DMN.")));
    DMNModel model = runtime.getModels().getFirst();
    for (DMNMessage message : model.getMessages(DMNMessage.Severity.ERROR)) {
      flaws.add(sheet.file() + ":1: " + message.getText() + " Maybe a cell is no FEEL.");
    }
    if (!flaws.isEmpty()) {
      throw new TableFault(flaws);
    }
    runtime.addListener(new Noting());
    return new Table(sheet, bytes, runtime, model);
  }

  Sheet sheet() {
    return sheet;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** The row that fits; empty where none does. */
  Optional<Hit> decide(Map<String, Object> inputs) {
    Optional<Hit> known = kept.get(inputs);
    if (known != null) {
      return known;
    }
    Optional<Hit> hit = evaluate(inputs);
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    kept.put(Map.copyOf(inputs), hit);
    return hit;
  }

  private Optional<Hit> evaluate(Map<String, Object> inputs) {
    DMNContext context = runtime.newContext();
    inputs.forEach(context::set);
    DMNResult result = runtime.evaluateAll(model, context);
    DMNDecisionResult decision = result.getDecisionResults().getFirst();
    Object row = result.getContext().get(ROW);
    if (decision.getResult() == null || !(row instanceof Integer number)) {
      return Optional.empty();
    }
    Map<String, Object> answers = new HashMap<>();
    if (decision.getResult() instanceof Map<?, ?> columns) {
      columns.forEach((column, answer) -> answers.put(String.valueOf(column), answer));
    } else {
      answers.put(sheet.outputs().getFirst(), decision.getResult());
    }
    return Optional.of(new Hit(number, answers, sheet.rows().get(number - 1).why()));
  }

  private static byte[] read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new TableFault(
          List.of(Sheet.shown(file) + ":1: The table is missing. Maybe it was moved."));
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Table " + file + " can't be read.", e);
    }
  }

  /** Notes which row decided, in the context of that one evaluation. */
  private static final class Noting implements DMNRuntimeEventListener {
    @Override
    public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
      if (!event.getSelected().isEmpty()) {
        event.getResult().getContext().set(ROW, event.getSelected().getFirst());
      }
    }
  }
}
