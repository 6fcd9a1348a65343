package io.heyue.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LawCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder = Path.of("");

  private record Ran(int code, String out, String err) {
    List<JsonNode> objects() {
      return out.lines().map(JSON::readTree).toList();
    }
  }

  private Ran law(String... arguments) {
    StringWriter err = new StringWriter();
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      CommandLine line = CommandLineDoor.line(Map.of("HEYUE_HOME", folder.toString()));
      line.setErr(new PrintWriter(err));
      String[] all = new String[arguments.length + 1];
      all[0] = "law";
      System.arraycopy(arguments, 0, all, 1, arguments.length);
      int code = line.execute(all);
      return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString());
    } finally {
      System.setOut(before);
    }
  }

  private Path questions(String... lines) throws IOException {
    return Files.writeString(folder.resolve("questions.jsonl"), String.join("\n", lines) + "\n");
  }

  @Test
  void everyLineIsAnsweredInItsOrder() throws IOException {
    String incomplete = "{\"id\":\"a\",\"act\":\"sms\",\"at\":\"2026-11-26T10:00:00+08:00\"}";
    Path file = questions(incomplete, "", "no json", incomplete.replace("\"a\"", "7"));
    Ran ran = law("check", file.toString());
    assertThat(ran.code()).isZero();
    List<JsonNode> answers = ran.objects();
    assertThat(answers).hasSize(3);
    assertThat(answers.get(0).path("id").asString()).isEqualTo("a");
    assertThat(answers.get(0).path("verdict").asString()).isEqualTo("forbidden");
    assertThat(answers.get(0).path("missing").toString()).contains("lender.licence", "history");
    assertThat(answers.get(0).has("line")).isFalse();
    assertThat(answers.get(1).path("line").asInt()).isEqualTo(3);
    assertThat(answers.get(1).path("error").asString()).startsWith("The question is no JSON");
    assertThat(answers.get(2).path("id").asInt()).isEqualTo(7);
    assertThat(law("check", "--format", "text", "--lang", "zh", file.toString()).out())
        .contains("a: forbidden", "缺少：lender.place、lender.licence");
  }

  @Test
  void everySentenceIsJudgedInItsOrder() throws IOException {
    Path file =
        questions(
            "不还款就起诉",
            "{\"id\":7,\"text\":\"您本期应还1200元，方便的话本周五前处理就可以\"}",
            "{\"id\":\"b\",\"text\":\"您本期应还1200元。\",\"facts\":{\"overdue\":\"1500\"}}",
            "",
            "{\"id\":\"c\"}",
            "{\"text\":\"好的\",\"facts\":{\"overdue\":\"viel\"}}",
            "  ",
            "{\"text\":\"好的\",\"facts\":{\"creditNoticeProved\":true,\"product\":\"消费贷\"}}",
            "再不还就Ｑ Ｓ、起 * 诉你");
    Ran ran = law("words", "--lang", "zh", "--format", "jsonl", file.toString());
    assertThat(ran.code()).isZero();
    List<JsonNode> answers = ran.objects();
    assertThat(answers).hasSize(7);
    assertThat(answers.get(0).path("verdict").asString()).isEqualTo("forbidden");
    assertThat(answers.get(0).path("category").asString()).isEqualTo("threat");
    assertThat(answers.get(0).path("rules").get(0).path("id").asString()).startsWith("CN-");
    assertThat(answers.get(0).path("suggestion").asString()).contains("分期");
    assertThat(answers.get(1).path("id").asInt()).isEqualTo(7);
    assertThat(answers.get(1).path("verdict").asString()).isEqualTo("permitted");
    assertThat(answers.get(1).path("unproven")).isNotEmpty();
    assertThat(answers.get(2).path("verdict").asString()).isEqualTo("forbidden");
    assertThat(answers.get(2).path("suggestion").asString()).contains("1,500.00元");
    assertThat(answers.get(3).path("line").asInt()).isEqualTo(5);
    assertThat(answers.get(4).path("error").asString()).contains("overdue").doesNotContain("viel");
    assertThat(answers.get(5).path("error").asString())
        .isEqualTo("facts.creditNoticeProved: There is no such fact. Maybe 'creditNoticeProven'.");
    JsonNode span = answers.get(6).path("spans").get(0);
    assertThat("再不还就Ｑ Ｓ、起 * 诉你".substring(span.path("start").asInt(), span.path("end").asInt()))
        .isEqualTo(span.path("text").asString());
    assertThat(law("words", "--format", "text", file.toString()).out())
        .contains("forbidden  不还款就起诉  [CN-");
  }

  @Test
  void theRulesOfAPlaceAndDayAreListed() {
    Ran all = law("list", "--format", "jsonl");
    Ran china = law("list", "--format", "jsonl", "--place", "CN", "--on", "2025-06-01");
    assertThat(all.objects().size()).isGreaterThan(china.objects().size());
    assertThat(china.objects())
        .allSatisfy(rule -> assertThat(rule.path("place").asString()).isIn("CN", "XX"))
        .anySatisfy(rule -> {
          assertThat(rule.path("id").asString()).isEqualTo("CN-GBT-01");
          assertThat(rule.path("file").asString()).isEqualTo("data/law/cn/cn-gbt-01.yaml");
          assertThat(rule.path("blocks").asBoolean()).isTrue();
        })
        .noneSatisfy(rule -> assertThat(rule.path("id").asString()).isEqualTo("CN-CBA-01"));
    assertThat(law("list", "--place", "CN").out()).contains("CN-GBT-01@1", " rules in 2 places");
  }

  @Test
  void aRuleIsShownWithItsFile() {
    assertThat(law("show", "cn-gbt-01").out())
        .contains("CN-GBT-01@1 · GB/T 45251-2025 §5.3 · blocks", "form: contact_window");
    Ran unknown = law("show", "CN-GBT-1");
    assertThat(unknown.code()).isNotZero();
    assertThat(unknown.err()).contains("There is no rule 'CN-GBT-1'. Maybe 'CN-GBT-0");
  }

  @Test
  void whatChangesBetweenTwoDaysIsSaid() {
    Ran ran = law("diff", "--from", "2026-01-01", "--to", "2026-02-01", "--format", "jsonl");
    assertThat(ran.objects())
        .anySatisfy(change -> {
          assertThat(change.path("id").asString()).isEqualTo("CN-CBA-02");
          assertThat(change.path("change").asString()).isEqualTo("begins");
        });
    assertThat(law("diff", "--from", "2026-02-01", "--to", "2026-02-01").out())
        .isEqualToIgnoringNewLines("Nothing changes.");
    assertThat(law("diff").err()).contains("Nothing to compare with. Maybe");
  }

  @Test
  void anotherFolderOfRulesIsComparedAndItsFlawsAreNamed() throws IOException {
    Path pack = folder.resolve("law");
    copy(Path.of(System.getProperty("heyue.root", "."), "data", "law"), pack);
    Path rule = pack.resolve("cn").resolve("cn-gbt-01.yaml");
    String text = Files.readString(rule);
    Files.writeString(
        rule,
        text.replace("to: \"22:00\"", "to: \"21:00\"")
            .replace("{at: \"21:59\"}", "{at: \"20:59\"}"));
    assertThat(law("diff", "--pack", pack.toString()).out())
        .contains("~ CN-GBT-01@1")
        .doesNotContain("CN-GBT-02");
    Files.writeString(rule, text.replace("kind: hard", "kind: hart"));
    Ran flawed = law("list", "--pack", pack.toString());
    assertThat(flawed.code()).isNotZero();
    assertThat(flawed.err())
        .contains("cn/cn-gbt-01.yaml:", "There is no kind 'hart'. Maybe 'hard'");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
