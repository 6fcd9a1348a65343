package io.heyue.app.cli;

import io.heyue.app.engine.Why;
import io.heyue.app.law.ContactStory;
import io.heyue.app.law.Recorded;
import io.heyue.core.base.Lang;
import io.heyue.core.law.Citation;
import io.heyue.core.law.ContactFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why something was lawful, for people to read: what was known, the verdict, the rules, the words.
 */
final class WhyText {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LABEL = 12;

  /**
   * How the guard names what it refuses by no article: no law of the place is known, and the like.
   */
  private static final String OURS = "XX-";

  /** What stands in lines of its own, or only names what was asked for. */
  private static final Set<String> SAID_ELSEWHERE =
      Set.of(
          "at",
          "choice",
          "conversation",
          "event",
          "intents",
          "law",
          "matter",
          "permit",
          "permitted",
          "reader",
          "reasons",
          "result",
          "rules",
          "said",
          "state",
          "turn",
          "verdict",
          "versions",
          "wordRules");

  private final Lang lang;
  private final boolean chinese;

  WhyText(Lang lang) {
    this.lang = lang;
    this.chinese = lang == Lang.ZH;
  }

  /** The number of the turn that an entry is about; 0 where it is about none. */
  static int turn(Why.Answer answer) {
    return answer.kind().equals("turn") ? JSON.readTree(answer.entry()).path("turn").asInt(0) : 0;
  }

  String of(List<Why.Answer> answers) {
    StringBuilder out = new StringBuilder();
    answers.forEach(answer -> one(answer, out));
    return out.toString();
  }

  private void one(Why.Answer answer, StringBuilder out) {
    JsonNode entry = JSON.readTree(answer.entry());
    String turn = entry.path("turn").isInt() ? " " + entry.path("turn").asInt() : "";
    out.append(answer.kind()).append(turn).append("  ").append(answer.at()).append('\n');
    line(out, "verdict", "裁定", verdict(answer.verdict()));
    line(out, "because", "原因", parts(entry.path("reasons")));
    line(out, "heard", "听到", plain(entry.path("event")));
    line(out, "understood", "理解", parts(entry.path("intents")));
    line(
        out,
        "permitted",
        "可选",
        entry.path("choice").isMissingNode() ? "" : parts(entry.path("permitted")));
    line(out, "chose", "选择", plain(entry.path("choice")));
    Optional<ContactFacts> facts = Recorded.facts(answer.entry());
    line(
        out,
        "known",
        "依据",
        facts
            .map(contact -> String.join("\n", new ContactStory(lang).of(contact)))
            .orElseGet(() -> known(entry)));
    line(out, "said", "话术", entry.path("said").asString(""));
    for (Why.Ground ground : answer.rules()) {
      line(out, "rule", "规则", rule(ground));
    }
    line(out, "versions", "版本", versions(entry));
    String place = answer.stripe() + "/" + answer.number() + " " + answer.hash();
    line(out, "ledger", "存证", place);
    out.append('\n');
  }

  /** A turn names all of them in one place; other entries name what they were judged by. */
  private static String versions(JsonNode entry) {
    return Stream.concat(
            Stream.of("law", "reader")
                .filter(name -> !plain(entry.path(name)).isEmpty())
                .map(name -> name + " " + plain(entry.path(name))),
            Stream.of(plain(entry.path("versions"))).filter(text -> !text.isEmpty()))
        .collect(Collectors.joining(", "));
  }

  private String verdict(String word) {
    if (!chinese) {
      return word;
    }
    return switch (word) {
      case "permitted" -> "允许";
      case "amended" -> "删改后允许";
      case "forbidden" -> "禁止";
      case "refused" -> "拒绝";
      case "silent" -> "不作答";
      default -> word;
    };
  }

  /** A rule that the law data doesn't hold any more is named as it stands in the ledger. */
  private String rule(Why.Ground ground) {
    boolean ours = ground.rule().id().startsWith(OURS);
    String gone =
        chinese
            ? (ours ? "（守卫自己的规则：无法证明合法，就不联系、不说）" : "（现行规则文件中已无此版本，请查看记录时的规则文件）")
            : (ours
                ? " (the guard's own: what can't be shown to be lawful is not done)"
                : " (no longer in the rules; see the rules of that time)");
    return ground.rule()
        + ground.citation().map(Citation::brief).map(brief -> " · " + brief).orElse(gone)
        + (ground.plain().isEmpty() ? "" : "\n" + ground.plain());
  }

  /** Everything else that the entry holds. */
  private static String known(JsonNode entry) {
    List<String> known = new ArrayList<>();
    entry
        .properties()
        .forEach(part -> {
          if (!SAID_ELSEWHERE.contains(part.getKey())) {
            String text = plain(part.getValue());
            if (!text.isEmpty()) {
              known.add(part.getKey() + ": " + text);
            }
          }
        });
    return String.join("\n", known);
  }

  private static String parts(JsonNode list) {
    List<String> parts = new ArrayList<>();
    list.forEach(part -> parts.add(plain(part)));
    return String.join("; ", parts);
  }

  /** A value without its brackets; the kind of a record first. */
  private static String plain(JsonNode node) {
    if (node.isArray()) {
      return parts(node);
    }
    if (!node.isObject()) {
      return node.isMissingNode() || node.isNull() ? "" : node.asString();
    }
    List<String> parts = new ArrayList<>();
    node.properties()
        .forEach(part -> {
          String text = plain(part.getValue());
          if (part.getKey().equals("type")) {
            parts.addFirst(text.toLowerCase(Locale.ROOT));
          } else if (!text.isEmpty()) {
            parts.add(part.getKey() + " " + text);
          }
        });
    return String.join(", ", parts);
  }

  private void line(StringBuilder out, String english, String chineseLabel, String text) {
    if (text.isEmpty()) {
      return;
    }
    String label = chinese ? chineseLabel : english;
    // A Chinese character is as wide as two Latin ones.
    int width = chinese ? label.length() * 2 : label.length();
    String indent = " ".repeat(LABEL + 2);
    out.append("  ")
        .append(label)
        .append(" ".repeat(Math.max(1, LABEL - width)))
        .append(text.strip().replace("\n", "\n" + indent))
        .append('\n');
  }
}
