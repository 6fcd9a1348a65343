package io.heyue.app.cli;

import io.heyue.core.base.Span;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.core.understanding.Understanding;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An understanding as JSON. Identity and bank card numbers are masked in every field, at their full
 * length, so that all offsets still hold.
 */
final class Answer {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final boolean reveal;

  Answer(boolean reveal) {
    this.reveal = reveal;
  }

  static String error(long line, String message) {
    ObjectNode answer = NODES.objectNode();
    answer.put("line", line);
    answer.put("error", message);
    return answer.toString();
  }

  String json(Question question, Understanding understood, long micros) {
    String text = masked(understood);
    ObjectNode answer = NODES.objectNode();
    if (!question.id().isMissingNode()) {
      answer.set("id", question.id());
    }
    answer.put("text", text);
    ObjectNode language = answer.putObject("language");
    language.put("code", understood.language().code());
    language.put("confidence", round(understood.language().confidence()));
    answer.set("intent", intent(understood.main()));
    ArrayNode intents = answer.putArray("intents");
    understood.intents().forEach(scored -> intents.add(intent(scored)));
    ArrayNode entities = answer.putArray("entities");
    understood.entities().forEach(entity -> entities.add(entity(entity, text)));
    emotion(answer.putObject("emotion"), understood, text);
    answer.put("cooperation", word(understood.cooperation()));
    ObjectNode provenance = answer.putObject("provenance");
    provenance.put("model", understood.provenance().model());
    provenance.put("lexicon", understood.provenance().lexicon());
    answer.put("latencyMicros", micros);
    return escaped(answer.toString());
  }

  /** Half a surrogate pair can't be written in UTF-8; escaped, it comes back as it was typed. */
  private static String escaped(String json) {
    StringBuilder whole = new StringBuilder(json.length());
    json.codePoints()
        .forEach(point -> {
          if (Character.getType(point) == Character.SURROGATE) {
            whole.append(String.format(Locale.ROOT, "\\u%04x", point));
          } else {
            whole.appendCodePoint(point);
          }
        });
    return whole.toString();
  }

  private static ObjectNode intent(ScoredIntent scored) {
    ObjectNode node = NODES.objectNode();
    node.put("id", scored.intent().id());
    node.put("confidence", round(scored.confidence()));
    return node;
  }

  private ObjectNode entity(Entity entity, String text) {
    ObjectNode node = NODES.objectNode();
    node.put("type", entity.type().id());
    span(node, entity.span(), text);
    Values.put(node, entity.value(), reveal);
    if (entity.approximate()) {
      node.put("approximate", true);
    }
    ArrayNode alternatives = node.putArray("alternatives");
    for (Value other : entity.alternatives()) {
      ObjectNode reading = NODES.objectNode();
      Values.put(reading, other, reveal);
      alternatives.add(
          reading.size() == 1 && reading.has("value") ? reading.get("value") : reading);
    }
    return node;
  }

  private static void emotion(ObjectNode node, Understanding understood, String text) {
    node.put("label", word(understood.emotion().label()));
    node.put("intensity", round(understood.emotion().intensity()));
    ObjectNode scores = node.putObject("scores");
    scores.put(word(understood.emotion().label()), round(understood.emotion().intensity()));
    ArrayNode evidence = node.putArray("evidence");
    understood.emotion().evidence().forEach(span -> span(evidence.addObject(), span, text));
  }

  private static void span(ObjectNode node, Span span, String text) {
    node.put("start", span.start());
    node.put("end", span.end());
    node.put("text", span.of(text));
  }

  private String masked(Understanding understood) {
    if (reveal) {
      return understood.text();
    }
    StringBuilder text = new StringBuilder(understood.text());
    for (Entity entity : understood.entities()) {
      if (entity.value() instanceof Value.IdCard || entity.value() instanceof Value.BankCard) {
        Span span = entity.span();
        text.replace(span.start(), span.end(), Values.masked(span.of(understood.text())));
      }
    }
    return text.toString();
  }

  private static BigDecimal round(double probability) {
    return BigDecimal.valueOf(probability).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
