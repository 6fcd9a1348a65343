package io.heyue.app.proof;

import io.heyue.core.law.RuleId;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The chain of verdicts: what was asked of the law, record by record, and what it answered. */
final class Verdicts {
  private Verdicts() {}

  /** As a file of a bundle; made of the records alone, so that it can be made again from them. */
  static byte[] of(List<RecordFile> records) {
    ObjectNode node = Reading.JSON.createObjectNode();
    node.put("format", "heyue-verdicts/1");
    ArrayNode list = node.putArray("verdicts");
    for (RecordFile record : records) {
      Content content = record.content();
      if (content.verdict().isEmpty() || Story.kind(record).equals("delivery")) {
        continue;
      }
      ObjectNode each = list.addObject();
      each.put("record", record.name())
          .put("at", record.columns().path("at").asString(""))
          .put("kind", record.columns().path("kind").asString(""))
          .put("verdict", content.verdict())
          .put("law", content.law());
      if (!content.reader().isEmpty()) {
        each.put("reader", content.reader());
      }
      ArrayNode rules = each.putArray("rules");
      content.rules().stream().map(RuleId::toString).forEach(rules::add);
    }
    return Reading.written(node);
  }
}
