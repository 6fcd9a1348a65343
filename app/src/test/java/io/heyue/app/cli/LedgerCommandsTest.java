package io.heyue.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.Heyue;
import io.heyue.app.proof.SampleLedger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the ledger to a stranger's verification, by the command line. */
class LedgerCommandsTest {
  private static final String TALK = SampleLedger.TALK.value().toString();

  @TempDir private Path folder = Path.of("");

  private record Ran(int code, String out, String err) {}

  @BeforeEach
  void write() {
    new SampleLedger(folder.resolve("data")).filled().close();
  }

  private Ran ledger(String... arguments) {
    StringWriter err = new StringWriter();
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      CommandLine line =
          CommandLineDoor.line(Map.of("HEYUE_HOME", folder.resolve("data").toString()));
      line.setErr(new PrintWriter(err));
      line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
      int code =
          line.execute(
              Stream.concat(Stream.of("ledger"), Stream.of(arguments)).toArray(String[]::new));
      return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString());
    } finally {
      System.setOut(before);
    }
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  /** What a stranger does: no installation, no home, only the program. */
  private Ran stranger(String... arguments) throws Exception {
    Path elsewhere = Files.createDirectories(file("elsewhere"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.home=" + file("nowhere"),
                        "-Dstdout.encoding=UTF-8",
                        Heyue.class.getName(),
                        "ledger",
                        "verify"),
                    Stream.of(arguments))
                .toList());
    builder.environment().clear();
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.directory(elsewhere.toFile());
    builder.redirectOutput(file("out").toFile()).redirectError(file("err").toFile());
    Process process = builder.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.exists(file("nowhere"))).isFalse();
    try (Stream<Path> left = Files.list(elsewhere)) {
      assertThat(left).isEmpty();
    }
    return new Ran(
        process.exitValue(), Files.readString(file("out")), Files.readString(file("err")));
  }

  @Test
  void aStrangerVerifiesWithNothingButTheProgramAndAKey() throws Exception {
    Path bundle = file("evidence.zip");
    Ran exported = ledger("export", TALK, "--as", "operator", "--out", bundle.toString());
    assertThat(exported.err()).isEmpty();
    assertThat(exported.out()).contains("4 records as operator may see them").contains("withheld");
    assertThat(Files.getPosixFilePermissions(bundle))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    Path key = Files.writeString(file("public.pem"), ledger("key", "show").out());
    Ran sound = stranger(bundle.toString(), "--key", key.toString());
    assertThat(sound.err()).isEmpty();
    assertThat(sound.code()).isZero();
    assertThat(sound.out()).contains("Proven:", "4 record(s) about " + TALK, "Not proven:");

    byte[] bytes = Files.readAllBytes(bundle);
    bytes[bytes.length / 3] ^= 1;
    Path changed = Files.write(file("changed.zip"), bytes);
    Ran wrong = stranger(changed.toString(), "--key", key.toString(), "--format", "json");
    assertThat(wrong.code()).isEqualTo(CommandLineDoor.FOUND_WRONG);
    JsonNode json = JsonMapper.builder().build().readTree(wrong.out());
    assertThat(json.path("sound").asBoolean()).isFalse();
    assertThat(json.path("faults").size()).isPositive();
    assertThat(json.path("proven").size()).isZero();

    Ran itself = ledger("verify", bundle.toString(), "--lang", "zh");
    assertThat(itself.code()).isZero();
    assertThat(itself.out()).contains("!! 签名者的身份", "已证明");
  }

  @Test
  void anUnpackedBundleVerifiesToo() throws IOException {
    Path bundle = file("evidence.zip");
    assertThat(ledger("export", TALK, "--out", bundle.toString()).code()).isZero();
    Path unpacked = file("unpacked");
    try (var zip = new java.util.zip.ZipFile(bundle.toFile())) {
      for (var entry : java.util.Collections.list(zip.entries())) {
        Path to = unpacked.resolve(entry.getName());
        Files.createDirectories(to.resolveSibling("."));
        Files.write(to, zip.getInputStream(entry).readAllBytes());
      }
    }
    assertThat(ledger("verify", unpacked.toString()).code()).isZero();
    Files.writeString(unpacked.resolve("index.html"), "other");
    Ran changed = ledger("verify", unpacked.toString());
    assertThat(changed.code()).isEqualTo(CommandLineDoor.FOUND_WRONG);
    assertThat(changed.out()).contains("index.html: it was changed");
  }

  @Test
  void keysAreShownAndRotatedAndEachStepStandsInTheLedger() {
    String before = ledger("key", "show").out();
    assertThat(before).containsOnlyOnce("BEGIN PUBLIC KEY").contains(" key 1 since ");
    Ran rotated = ledger("key", "rotate");
    assertThat(rotated.code()).isZero();
    assertThat(rotated.out().split("BEGIN PUBLIC KEY")).hasSize(3);
    assertThat(ledger("key", "show").out()).isEqualTo(rotated.out()).startsWith(before);
    Ran signed = ledger("checkpoint");
    assertThat(signed.out()).startsWith("heyue-ledger/").contains("\n— heyue-ledger/");
    assertThat(ledger("checkpoint").out()).isEqualTo(signed.out());
    Ran whole = ledger("verify");
    assertThat(whole.code()).as(whole.out()).isZero();
    // A contact, another, two turns, a recording, the rotation; signed after the contact, before
    // and after it.
    assertThat(whole.out()).contains("6 entries").contains("3 signed checkpoints agree");
    assertThat(ledger("verify", "--format", "json").out())
        .isEqualTo(
            "{\"entries\":6,\"checkpoints\":3,\"sound\":true,\"faultCount\":0,\"faults\":[]}\n");
  }

  @Test
  void whatCantBeDoneIsSaidWithWhatToDo() throws IOException {
    Path there = Files.writeString(file("there.zip"), "mine");
    assertThat(ledger("export", TALK, "--out", there.toString()).err())
        .contains("is there already");
    assertThat(Files.readString(there)).isEqualTo("mine");
    assertThat(ledger("export", TALK, "--as", "king").err()).contains("Known are admin");
    assertThat(ledger("export", "A-17").err()).contains("'A-17' is no id");
    Ran nothing =
        ledger("export", "019ab3c0-5b1e-7cc0-8f43-5d0a4b1f2e77", "--out", file("x").toString());
    assertThat(nothing.err()).contains("holds nothing about");
    assertThat(Files.exists(file("x"))).isFalse();
    assertThat(ledger("verify", file("none.zip").toString()).err()).contains("can't be read");
    assertThat(ledger("verify", "--key", "x").err()).contains("go with a bundle");
    assertThat(ledger("verify", there.toString()).code()).isEqualTo(CommandLineDoor.FOUND_WRONG);
    assertThat(ledger("verify", there.toString()).out()).contains("no zip archive");
    assertThat(ledger("verify", there.toString(), "--key", there.toString()).err())
        .contains("holds no public key of Ed25519");
    assertThat(ledger("verify", there.toString(), "--tsa", there.toString()).err())
        .contains("holds no certificate");
    for (List<String> help :
        List.of(List.of("export", "--help"), List.of("key", "rotate", "--help"))) {
      assertThat(ledger(help.toArray(String[]::new)).out()).contains("Usage:");
    }
    assertThat(ledger("key").err()).contains("ledger key show");
  }
}
