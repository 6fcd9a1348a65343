package io.heyue.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import io.heyue.store.postgres.Sql;
import io.heyue.store.vault.Field;
import io.heyue.store.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Labels taken out of an installation. */
@Timeout(120)
class LabelsCommandTest {
  @TempDir private Path folder = Path.of("");
  private Map<String, String> environment = Map.of();

  private record Ran(int code, String out, String err) {}

  @BeforeEach
  void name() {
    environment = Map.of("HEYUE_HOME", folder.resolve("data").toString());
  }

  private Ran export(Path file, String... more) {
    StringWriter err = new StringWriter();
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      CommandLine line = CommandLineDoor.line(environment);
      line.setErr(new PrintWriter(err));
      int code =
          line.execute(
              Stream.concat(Stream.of("labels", "export", file.toString()), Stream.of(more))
                  .toArray(String[]::new));
      return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString());
    } finally {
      System.setOut(before);
    }
  }

  private void label(String meant) {
    Installation installation = Installation.real(environment);
    try (Storehouse store =
        Storehouse.open(
            installation, SettingsReader.read(installation, environment), InstantSource.system())) {
      store.database().transactor().run(sql -> label(sql, store.vault(), meant));
    }
  }

  /** Of a message that isn't there, which takes fewer tables. */
  private static void label(Sql sql, Vault vault, String meant) {
    var _ =
        sql.update("alter table label drop constraint if exists label_conversation_id_seq_fkey");
    var _ =
        sql.update(
            """
            insert into label (id, conversation_id, seq, at, lang, body, words_digest, asked, reason,
              state, meant, settled_by, settled_at)
            values (?, ?, 1, now(), 'zh', ?, ?, '', 'uncertain', 'labelled', ?, 'an', now())
            """,
            UUID.randomUUID(),
            UUID.randomUUID(),
            vault.sealText("不对", Field.of("label", "body")),
            meant.getBytes(StandardCharsets.UTF_8),
            meant);
  }

  @Test
  void whatTheTaxonomyLostIsLeftOutAndCounted() throws IOException {
    label("deny");
    label("gone_since");
    Path file = folder.resolve("labels.jsonl");
    Ran ran = export(file, "--without-consent");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("1 labelled utterances", "1 were left out");
    assertThat(Files.readAllLines(file))
        .containsExactly("{\"lang\":\"zh\",\"text\":\"不对\",\"is\":\"deny\"}");
  }

  @Test
  void whatWasSaidWithoutConsentIsLeftOutAndCounted() throws IOException {
    label("deny");
    Path file = folder.resolve("labels.jsonl");
    Ran ran = export(file);
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("0 labelled utterances", "1 were left out", "label_consent");
    assertThat(file).isEmptyFile();
  }

  @Test
  void whereNothingCanBeWrittenIsSaid() {
    Ran onto = export(folder);
    assertThat(onto.code()).isEqualTo(CommandLineDoor.FAILED);
    assertThat(onto.err()).contains(folder + " is a folder", "Maybe");
    Ran into = export(folder.resolve("none/labels.jsonl"));
    assertThat(into.code()).isEqualTo(CommandLineDoor.FAILED);
    assertThat(into.err()).contains("is not there", "Maybe");
  }
}
