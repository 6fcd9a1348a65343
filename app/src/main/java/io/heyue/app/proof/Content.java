package io.heyue.app.proof;

import io.heyue.core.law.RuleId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a record shows, as a tree again.
 *
 * @param shown an object with everything that is shown
 * @param withheld the names at the top below which something is withheld
 */
record Content(JsonNode shown, Set<String> withheld) {
  private static final Pattern STEP =
      Pattern.compile("\\['((?:[^'\\\\]|\\\\.)*)'\\]|\\[([0-9]{1,6})\\]");
  private static final int MOST_GAPS = 100_000;

  /** Where verdicts and turns name the rules that were asked. */
  private static final List<String> RULES = List.of("rules", "permit", "wordRules");

  static Content of(List<RecordFile.Shown> fields) {
    ObjectNode root = Reading.JSON.createObjectNode();
    Set<String> withheld = new TreeSet<>();
    for (RecordFile.Shown field : fields) {
      if (field.value().isPresent()) {
        put(root, field.path(), Reading.tree(field.value().get()));
      } else {
        withheld.add(Disclosure.top(field.path()));
      }
    }
    return new Content(root, withheld);
  }

  private static void put(ObjectNode root, String path, JsonNode value) {
    List<Object> steps = steps(path);
    ContainerNode<?> at = root;
    for (int i = 0; i < steps.size() - 1; i++) {
      at = below(at, steps.get(i), steps.get(i + 1) instanceof Integer, path);
    }
    set(at, steps.getLast(), value, path);
  }

  private static ContainerNode<?> below(
      ContainerNode<?> at, Object step, boolean list, String path) {
    JsonNode found =
        switch (step) {
          case Integer index -> at.path(index);
          default -> at.path(String.valueOf(step));
        };
    if (found instanceof ContainerNode<?> container) {
      return container;
    }
    ContainerNode<?> fresh =
        list ? Reading.JSON.createArrayNode() : Reading.JSON.createObjectNode();
    set(at, step, fresh, path);
    return fresh;
  }

  private static void set(ContainerNode<?> at, Object step, JsonNode value, String path) {
    switch (at) {
      case ArrayNode list when step instanceof Integer index && index < MOST_GAPS -> {
        while (list.size() <= index) {
          list.addNull();
        }
        list.set(index, value);
      }
      case ObjectNode object when step instanceof String name -> object.set(name, value);
      default -> throw new Unreadable("the field " + path + " doesn't fit the others");
    }
  }

  private static List<Object> steps(String path) {
    List<Object> steps = new ArrayList<>();
    Matcher step = STEP.matcher(path);
    int at = 1;
    while (path.startsWith("$[") && step.find(at) && step.start() == at) {
      if (step.group(2) == null) {
        steps.add(step.group(1).replaceAll("\\\\(.)", "$1"));
      } else {
        steps.add(Integer.valueOf(step.group(2)));
      }
      at = step.end();
      if (at == path.length()) {
        break;
      }
    }
    if (steps.isEmpty() || at != path.length()) {
      throw new Unreadable("'" + path.replaceAll("[^ -~]", "?") + "' is no path of a field");
    }
    return steps;
  }

  /** A text at the top; empty where it is absent or withheld. */
  String text(String name) {
    return shown.path(name).asString("");
  }

  /** What the law or the guard said to it; empty where nothing was asked. */
  String verdict() {
    return shown.path("verdict").asString(shown.path("result").asString(""));
  }

  /** The version of the law by which it was judged; empty where it was not. */
  String law() {
    return shown.path("law").asString(shown.path("versions").path("law").asString(""));
  }

  /** The version of what its words were read with; empty where none were judged. */
  String reader() {
    return shown.path("reader").asString(shown.path("versions").path("reader").asString(""));
  }

  /** The rules that were asked, or refused. */
  Set<RuleId> rules() {
    Set<RuleId> rules = new LinkedHashSet<>();
    for (String name : RULES) {
      JsonNode list = shown.path(name);
      if (list.isArray()) {
        list.forEach(rule -> {
          if (rule.path("id").isString()) {
            rules.add(new RuleId(rule.path("id").asString(), rule.path("version").asInt(0)));
          }
        });
      }
    }
    return rules;
  }
}
