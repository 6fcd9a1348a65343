package io.heyue.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import io.heyue.brain.book.Books;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.Rng;
import io.heyue.core.law.Rule;
import io.heyue.store.ledger.Entry;
import io.heyue.store.ledger.Ledger;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WhyCommandTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
  private static final ConversationId TALK = ConversationId.draw(Rng.seeded(1));
  private static final CaseId MATTER = CaseId.draw(Rng.seeded(2));
  private static final PermitId PERMIT = PermitId.draw(Rng.seeded(3));
  private static final Rule RULE =
      Books.read(Checkout.find().data()).law().rules().stream()
          .filter(rule -> !rule.citation().article().isEmpty())
          .findFirst()
          .orElseThrow();

  @TempDir private Path home = Path.of("");

  private record Ran(int code, String out, String err) {}

  private Ran why(String... arguments) {
    StringWriter err = new StringWriter();
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      CommandLine line = CommandLineDoor.line(Map.of("HEYUE_HOME", home.toString()));
      line.setErr(new PrintWriter(err));
      line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
      String[] all = new String[arguments.length + 2];
      all[0] = "ledger";
      all[1] = "why";
      System.arraycopy(arguments, 0, all, 2, arguments.length);
      int code = line.execute(all);
      return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString());
    } finally {
      System.setOut(before);
    }
  }

  private static String rules() {
    return "[{\"id\":\"%s\",\"version\":%d}]".formatted(RULE.id().id(), RULE.id().version());
  }

  private static Entry turn(int number, String heard, String said) {
    return new Entry(
        Entry.Kind.TURN,
        AT.plusSeconds(number),
        TALK.value(),
        Optional.of(TALK),
        Optional.of(MATTER),
        Optional.empty(),
        """
        {"choice":{"move":{"question":"WHEN","type":"Ask"},"propensity":1.0,"reasons":["fixed"]},\
        "event":{"text":"%s","type":"TextReceived"},\
        "intents":[{"confidence":0.91,"intent":"ASK_AMOUNT"}],"permit":%s,\
        "permitted":[{"question":"WHEN","type":"Ask"}],"reasons":[],"result":"permitted",\
        "rules":%s,"said":"%s","turn":%d,"versions":{"law":"abc","reader":"def"}}\
        """
            .formatted(heard, rules(), rules(), said, number));
  }

  private static Entry contact() {
    return new Entry(
        Entry.Kind.CONTACT,
        AT,
        TALK.value(),
        Optional.of(TALK),
        Optional.of(MATTER),
        Optional.of(PERMIT),
        """
        {"facts":{"attempts":2,"channel":"SMS"},"law":"law-7","reader":"head-9","rules":%s,\
        "said":"first words",\
        "verdict":"permitted","wordRules":[{"id":"GONE","version":9},\
        {"id":"XX-NO-LAW","version":1}]}\
        """
            .formatted(rules()));
  }

  @BeforeEach
  void write() {
    Map<String, String> environment = Map.of("HEYUE_HOME", home.toString());
    Installation installation = Installation.real(environment);
    try (Storehouse store =
        Storehouse.open(
            installation, SettingsReader.read(installation, environment), InstantSource.system())) {
      Ledger ledger = Ledger.open(installation.folder(), store.vault());
      store
          .database()
          .transactor()
          .run(sql ->
              ledger.append(
                  sql, List.of(contact(), turn(1, "what do I owe", "one"), turn(2, "ok", "two"))));
    }
  }

  @Test
  void aConversationIsExplainedEntryByEntry() {
    Ran ran = why(TALK.toString(), "--lang", "en");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("contact  2026-11-23T02:00:00Z")
        .contains("turn 1  2026-11-23T02:00:01Z")
        .contains("verdict     permitted")
        .contains("heard       textreceived, text what do I owe")
        .contains("known       facts: attempts 2, channel SMS")
        .contains("said        first words")
        .contains("versions    law law-7, reader head-9")
        .contains("versions    law abc, reader def")
        .contains(RULE.id() + " · " + RULE.citation().brief())
        .contains(RULE.says(Lang.EN))
        .contains("GONE@9 (no longer in the rules")
        .contains("XX-NO-LAW@1 (the guard's own")
        .containsPattern("ledger      [0-9]+/1 [0-9a-f]{64}");
    assertThat(ran.out().indexOf("first words")).isLessThan(ran.out().indexOf("said        one"));
  }

  @Test
  void oneTurnOneContactOrTheWholeCase() {
    Ran second = why(TALK.toString(), "--turn", "2", "--lang", "en");
    assertThat(second.out())
        .contains("turn 2")
        .doesNotContain("turn 1")
        .doesNotContain("contact  2026");
    Ran contact = why(PERMIT.toString());
    assertThat(contact.out()).contains("裁定").contains("first words").doesNotContain("turn 1");
    assertThat(contact.out()).contains(RULE.says(Lang.ZH));
    assertThat(why(MATTER.toString()).out()).contains("contact", "turn 1", "turn 2");
  }

  @Test
  void withoutAnIdTheLatestContactsAreListedWithTheirs() {
    assertThat(why().out())
        .isEqualTo("2026-11-23T02:00:00Z  contact  conversation " + TALK.value() + "\n");
  }

  @Test
  void programsGetOneObject() {
    JsonNode root = JsonMapper.builder().build().readTree(why(TALK.toString(), "--json").out());
    assertThat(root.path("id").asString()).isEqualTo(TALK.toString());
    assertThat(root.path("entries").size()).isEqualTo(3);
    JsonNode last = root.path("entries").get(2);
    assertThat(last.path("entry").path("turn").asInt()).isEqualTo(2);
    assertThat(last.path("hash").asString()).hasSize(64);
    assertThat(last.path("rules").get(0).path("article").asString())
        .isEqualTo(RULE.citation().article());
  }

  @Test
  void whatIsNotThereIsNamedWithWhatToDo() {
    Ran unknown = why("019ab3c0-5b1e-7cc0-8f43-5d0a4b1f2e77");
    assertThat(unknown.code()).isEqualTo(CommandLineDoor.FAILED);
    assertThat(unknown.out()).isEmpty();
    assertThat(unknown.err())
        .contains("holds nothing about 019ab3c0")
        .contains("--demo")
        .contains("HEYUE_HOME")
        .contains("/api/v1/conversations");
    Ran turn = why(TALK.toString(), "--turn", "9");
    assertThat(turn.code()).isEqualTo(CommandLineDoor.FAILED);
    assertThat(turn.err()).contains("the last one is 2");
    Ran noId = why("A-17");
    assertThat(noId.code()).isEqualTo(CommandLineDoor.MISUNDERSTOOD);
    assertThat(noId.err()).contains("'A-17' is no id");
    assertThat(why("--help").out()).contains("Usage:", "--json", "--turn");
  }
}
