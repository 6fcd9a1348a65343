package io.heyue.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.access.Accounts;
import io.heyue.app.access.Role;
import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineDoorTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What a command printed and how it ended. */
  private record Ran(int code, String out, String err) {}

  private static synchronized Ran run(Path home, String... arguments) {
    StringWriter err = new StringWriter();
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      CommandLine line = CommandLineDoor.line(Map.of("HEYUE_HOME", home.toString()));
      line.setErr(new PrintWriter(err));
      line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
      int code = line.execute(arguments);
      return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString());
    } finally {
      System.setOut(before);
    }
  }

  @Test
  void understandingAnswersEveryLineInItsOrder(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("lines");
    String lines =
        """
        \uFEFF下周五先还两千三
        {"id":7,"text":"I will pay $200 on Friday","lang":"en"}

        {"text":1}
        {broken
        我的身份证是11010519491231002X
        {"text":"a","now":"soon"}
        """;
    byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
    byte[] foreign = "还钱".getBytes(Charset.forName("GB18030"));
    byte[] all = java.util.Arrays.copyOf(bytes, bytes.length + foreign.length);
    System.arraycopy(foreign, 0, all, bytes.length, foreign.length);
    Files.write(file, all);
    Ran ran = run(folder, "understand", "--now", "2021-06-14T09:00:00+08:00", file.toString());
    assertThat(ran.code()).isZero();
    List<JsonNode> answers = ran.out().lines().<JsonNode>map(JSON::readTree).toList();
    assertThat(answers).hasSize(8);
    JsonNode first = answers.get(0);
    assertThat(first.path("intent").path("id").asString()).isEqualTo("promise_with_date");
    assertThat(first.path("entities").get(0).path("value").asString()).isEqualTo("2021-06-25");
    assertThat(first.path("entities").get(0).path("end").asInt()).isEqualTo(3);
    assertThat(first.path("entities").get(1).path("value").asString()).isEqualTo("2300");
    assertThat(first.path("entities").get(1).path("unit").asString()).isEqualTo("CNY");
    assertThat(first.path("latencyMicros").asLong()).isPositive();
    assertThat(answers.get(1).path("id").asInt()).isEqualTo(7);
    assertThat(answers.get(1).path("language").path("code").asString()).isEqualTo("en");
    assertThat(answers.get(2).path("text").asString("-")).isEmpty();
    assertThat(answers.get(3).path("line").asInt()).isEqualTo(4);
    assertThat(answers.get(4).path("error").asString()).contains("JSON");
    assertThat(answers.get(5).toString()).doesNotContain("19491231");
    assertThat(answers.get(6).path("error").asString()).contains("2026-11-23T10:00:00+08:00");
    assertThat(answers.get(7).path("error").asString()).contains("GB18030");
  }

  @Test
  void importingWithoutAServerTellsWhatBecameOfTheRows(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("accounts.csv");
    Files.writeString(
        file,
        "account,overdue,due date,name,customer id\nL-1,10.00,2026-11-01,Ann,C-1\nL-2,x,2026-11-01,Bob,C-2\n");
    Path home = folder.resolve("home");
    Ran ran =
        run(
            home,
            "import",
            "accounts",
            file.toString(),
            "--lang",
            "en",
            "--rejected",
            folder.resolve("rejected.csv").toString());
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("2 rows: 1 new").contains("1 rejected");
    Ran ledger = run(home, "ledger", "verify");
    assertThat(ledger.code()).isZero();
    assertThat(ledger.out()).contains("every one is as it was written");
  }

  @Test
  void mistakesAreNamedAndTheRightWordIsOffered(@TempDir Path folder) {
    assertThat(run(folder, "undrstand").err()).contains("understand");
    Ran option = run(folder, "understand", "--lnag", "zh");
    assertThat(option.code()).isEqualTo(CommandLineDoor.MISUNDERSTOOD);
    assertThat(option.err()).contains("--lang");
    assertThat(option.err()).contains("Did you mean '--lang'?");
    assertThat(run(folder, "up", "--prot", "1").err()).contains("Did you mean '--port'?");
    assertThat(run(folder, "ledger", "verfy").err()).contains("Did you mean 'verify'?");
    assertThat(run(folder, "up", "--port", "many").code()).isEqualTo(CommandLineDoor.MISUNDERSTOOD);
    Ran kind = run(folder, "import", "acounts", "x.csv");
    assertThat(kind.code()).isEqualTo(CommandLineDoor.MISUNDERSTOOD);
    assertThat(kind.err()).contains("accounts");
    assertThat(run(folder, "ledger").code()).isEqualTo(CommandLineDoor.MISUNDERSTOOD);
    assertThat(run(folder, "import", "accounts", "none.csv").err()).contains("can't be read");
    for (String verb : List.of("up", "import", "ledger", "key", "centre", "understand")) {
      Ran help = run(folder, verb, "--help");
      assertThat(help.code()).isZero();
      assertThat(help.out()).contains("Usage:");
    }
  }

  @Test
  void aPortThatIsTakenIsNamedAndNoPasswordIsLost(@TempDir Path folder) throws IOException {
    Path home = folder.resolve("home");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ran ran = run(home, "up", "--port", String.valueOf(taken.getLocalPort()));
      assertThat(ran.code()).isEqualTo(CommandLineDoor.FAILED);
      assertThat(ran.err())
          .contains(String.valueOf(taken.getLocalPort()))
          .contains("--port")
          .doesNotContain("\tat ");
      assertThat(ran.out()).doesNotContain("First login");
    }
  }

  @Test
  void aKeyIsPrintedOnceAndKnownAfterwards(@TempDir Path folder) {
    Path home = folder.resolve("home");
    assertThat(run(home, "key", "complience").code()).isEqualTo(CommandLineDoor.MISUNDERSTOOD);
    Ran ran = run(home, "key", "compliance");
    assertThat(ran.code()).isZero();
    Map<String, String> environment = Map.of("HEYUE_HOME", home.toString());
    Installation installation = Installation.real(environment);
    try (Storehouse store =
        Storehouse.open(
            installation, SettingsReader.read(installation, environment), InstantSource.system())) {
      Accounts accounts = new Accounts(store.database().transactor(), InstantSource.system());
      assertThat(accounts.key(ran.out().strip()).orElseThrow().role()).isEqualTo(Role.COMPLIANCE);
    }
  }

  @Test
  void theSampleFilesOfTheReadmeComeInButForTheirBadRows(@TempDir Path folder) {
    Path home = folder.resolve("home");
    Path sample = Checkout.find().root().resolve("doc").resolve("sample");
    Map<String, String> said =
        Map.of(
            "accounts", "4 rows: 2 new, 0 changed, 0 as they were, 2 rejected",
            "contacts", "4 rows: 2 new, 0 changed, 0 as they were, 2 rejected");
    for (String kind : List.of("accounts", "contacts")) {
      Ran ran =
          run(
              home,
              "import",
              kind,
              sample.resolve(kind + ".csv").toString(),
              "--lang",
              "en",
              "--rejected",
              folder.resolve(kind + "-rejected.csv").toString());
      assertThat(ran.out()).contains(said.get(kind)).contains("GB18030");
    }
  }

  @Test
  void theVaultsKeysAreRotatedAndTheFileKeepsItsMode(@TempDir Path folder) throws IOException {
    assertThat(run(folder, "vault").err()).contains("Maybe: vault rotate");
    assertThat(run(folder, "vault", "rotate").out()).contains("0 values were sealed anew");
    Path keys = folder.resolve("vault.keys");
    String before = Files.readString(keys);
    Ran again = run(folder, "vault", "rotate");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(Files.readString(keys)).isNotEqualTo(before);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rw-------");
  }
}
