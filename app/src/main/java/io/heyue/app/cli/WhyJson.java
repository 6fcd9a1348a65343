package io.heyue.app.cli;

import io.heyue.app.engine.Why;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Why something was lawful, for programs. */
final class WhyJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private WhyJson() {}

  /** One line: {@code {"id":…,"entries":[…]}}, the oldest entry first. */
  static String of(UUID subject, List<Why.Answer> answers) {
    ObjectNode root = JSON.createObjectNode();
    root.put("id", subject.toString());
    ArrayNode entries = root.putArray("entries");
    for (Why.Answer answer : answers) {
      ObjectNode entry = entries.addObject();
      entry.put("stripe", answer.stripe());
      entry.put("number", answer.number());
      entry.put("hash", answer.hash());
      entry.put("at", answer.at().toString());
      entry.put("kind", answer.kind());
      entry.put("verdict", answer.verdict());
      ArrayNode rules = entry.putArray("rules");
      for (Why.Ground ground : answer.rules()) {
        ObjectNode rule = rules.addObject();
        rule.put("id", ground.rule().id());
        rule.put("version", ground.rule().version());
        ground
            .citation()
            .ifPresent(citation ->
                rule.put("document", citation.document())
                    .put("article", citation.article())
                    .put("link", citation.link()));
        rule.put("says", ground.plain());
      }
      entry.set("entry", JSON.readTree(answer.entry()));
    }
    return JSON.writeValueAsString(root) + "\n";
  }
}
