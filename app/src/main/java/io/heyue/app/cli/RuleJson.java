package io.heyue.app.cli;

import io.heyue.brain.book.LawBook;
import io.heyue.core.audit.Canonical;
import io.heyue.core.law.Rule;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A rule as JSON. */
final class RuleJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RuleJson() {}

  static ObjectNode of(LawBook book, Rule rule) {
    ObjectNode out = JSON.createObjectNode();
    out.put("id", rule.id().id());
    out.put("version", rule.id().version());
    out.put("place", rule.place());
    out.put("from", rule.from().toString());
    out.put("to", rule.to().map(Object::toString).orElse(null));
    out.put("kind", rule.kind().name().toLowerCase(Locale.ROOT));
    out.put("confidence", rule.confidence().name());
    out.put("blocks", rule.blocks());
    out.put("form", rule.form().getClass().getSimpleName());
    out.put("values", values(rule));
    out.set(
        "citation",
        JSON.createObjectNode()
            .put("document", rule.citation().document())
            .put("article", rule.citation().article())
            .put("link", rule.citation().link()));
    ObjectNode plain = out.putObject("plain");
    rule.plain().forEach((lang, says) -> plain.put(lang.code(), says));
    ObjectNode remedy = out.putObject("remedy");
    rule.remedy().forEach((lang, says) -> remedy.put(lang.code(), says));
    out.put("file", book.file(rule.id().toString()).orElse(null));
    return out;
  }

  /** The values of a rule; patterns as they are written. */
  static String values(Rule rule) {
    try {
      return Canonical.text(rule.form());
    } catch (IllegalArgumentException e) {
      return rule.form().toString();
    }
  }
}
