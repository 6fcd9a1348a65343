package io.heyue.app.cli;

import io.heyue.store.ledger.LedgerReport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a walk over the ledger found, for programs. */
final class LedgerJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SHOWN = 1_000;

  private LedgerJson() {}

  /** One line; of a fault of a checkpoint the stripe is -1. */
  static String of(LedgerReport report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("entries", report.entries())
        .put("checkpoints", report.checkpoints())
        .put("sound", report.sound())
        .put("faultCount", report.faults().size());
    ArrayNode faults = root.putArray("faults");
    report.faults().stream()
        .limit(SHOWN)
        .forEach(fault ->
            faults
                .addObject()
                .put("stripe", fault.stripe())
                .put("number", fault.number())
                .put("what", fault.what()));
    return JSON.writeValueAsString(root) + "\n";
  }
}
