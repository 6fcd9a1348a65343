package io.heyue.app.law;

import io.heyue.core.law.RuleId;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the law says of an intended act.
 *
 * @param id as it was asked under, if it was
 * @param rules those that stand against it; where it is permitted those that were asked
 * @param missing the facts that were needed and not known
 * @param lawfulFrom when it becomes lawful by waiting alone, if it does
 * @param why in plain words
 * @param remedies how it would become lawful otherwise
 * @param duties what must be done along with it
 * @param ignored what of the question doesn't count, and why
 * @param error what of the question can't be read; then it is forbidden
 * @param law version of the rules
 * @param inputs what it was judged by; numbers and addresses hashed
 */
public record Answer(
    Optional<JsonNode> id,
    Outcome verdict,
    List<RuleId> rules,
    List<String> missing,
    Optional<OffsetDateTime> lawfulFrom,
    String why,
    List<String> remedies,
    List<String> duties,
    List<String> ignored,
    Optional<String> error,
    String law,
    SequencedMap<String, String> inputs) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

  public Answer {
    rules = List.copyOf(rules);
    missing = List.copyOf(missing);
    remedies = List.copyOf(remedies);
    duties = List.copyOf(duties);
    ignored = List.copyOf(ignored);
  }

  /** What is said of an act. */
  public enum Outcome {
    PERMITTED("permitted"),
    FORBIDDEN("forbidden"),
    /** A person must decide on it, or see to it. */
    NEEDS_PERSON("needs_person");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** An answer to what can't be understood, which is refused. */
  static Answer unreadable(Optional<JsonNode> id, String error, String law) {
    return new Answer(
        id,
        Outcome.FORBIDDEN,
        List.of(),
        List.of(),
        Optional.empty(),
        error,
        List.of(),
        List.of(),
        List.of(),
        Optional.of(error),
        law,
        new java.util.LinkedHashMap<>());
  }

  /** As the command line and the API say it; {@code line} where it is of a file. */
  public ObjectNode json(Optional<Long> line) {
    ObjectNode out = JSON.createObjectNode();
    line.filter(_ -> error.isPresent()).ifPresent(number -> out.put("line", number));
    out.set("id", id.orElse(JSON.nullNode()));
    out.put("verdict", verdict.toString());
    ArrayNode ids = out.putArray("rules");
    rules.forEach(rule -> ids.addObject().put("id", rule.id()).put("version", rule.version()));
    strings(out, "missing", missing);
    out.put("lawfulFrom", lawfulFrom.map(ISO::format).orElse(null));
    out.put("why", why);
    strings(out, "remedies", remedies);
    strings(out, "duties", duties);
    strings(out, "ignored", ignored);
    error.ifPresent(text -> out.put("error", text));
    out.put("law", law);
    ObjectNode judged = out.putObject("inputs");
    for (Map.Entry<String, String> input : inputs.entrySet()) {
      judged.put(input.getKey(), input.getValue());
    }
    return out;
  }

  private static void strings(ObjectNode out, String key, List<String> values) {
    ArrayNode array = out.putArray(key);
    values.forEach(array::add);
  }
}
