package io.heyue.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A bundle comes from whoever likes to hand one in. */
class HostileBundleTest {
  private static final Verifier.Asked NOTHING =
      new Verifier.Asked(Optional.empty(), Optional.empty(), Map.of());

  private static byte[] zip(String name, byte[] bytes, int times) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      for (int i = 0; i < times; i++) {
        zip.write(bytes);
      }
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  private static String faults(byte[] archive) {
    Report report = Verifier.archive(archive, NOTHING);
    assertThat(report.sound()).isFalse();
    return report.text(Lang.EN);
  }

  private static String manifest(String json) {
    SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    files.put("manifest.json", json.getBytes(StandardCharsets.UTF_8));
    return faults(Archive.write(files));
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    assertThat(faults(zip("index.html", new byte[1 << 20], 80))).contains("more than 64 MiB");
  }

  @Test
  void aNameThatLeadsElsewhereIsRefused() throws IOException {
    for (String name :
        List.of(
            "../up.txt",
            "/etc/passwd",
            "a/../../b",
            "C:\\x",
            "a\\b",
            "..",
            ".hidden",
            "a//b",
            "records/\u001b[31m",
            "x".repeat(300),
            "中文")) {
      assertThat(faults(zip(name, new byte[] {1}, 1)))
          .as(name)
          .contains("as no bundle does")
          .doesNotContain("\u001b");
    }
  }

  @Test
  void whatIsNoArchiveIsSaidToBeNone() throws IOException {
    for (byte[] bytes :
        List.of(
            new byte[0],
            new byte[] {'P', 'K', 3, 4},
            "hello".getBytes(StandardCharsets.UTF_8),
            new byte[100])) {
      assertThat(faults(bytes)).contains("no zip archive");
    }
    assertThat(faults(zip("index.html", new byte[] {1}, 1)))
        .contains("manifest.json: it is missing");
    byte[] whole = zip("index.html", new byte[10_000], 1);
    assertThat(faults(java.util.Arrays.copyOf(whole, 40))).contains("zip archive");
  }

  @Test
  void numbersAndTextsThatAreNoneAreNamed() {
    assertThat(manifest("")).contains("manifest.json: it is no");
    assertThat(manifest("[]")).contains("no object of the format");
    assertThat(manifest("{\"format\":\"heyue-evidence/1\"}")).contains("'files' is no list");
    assertThat(manifest("{\"format\":\"heyue-evidence/1\",\"format\":\"x\"}"))
        .contains("no JSON that we write");
    assertThat(manifest("[".repeat(100_000))).contains("no JSON that we write");
    assertThat(manifest("{\"format\":" + "9".repeat(10_000) + "}")).contains("manifest.json");
    assertThat(
            manifest(
                "{\"format\":\"heyue-evidence/1\",\"files\":[{\"name\":\"../x\",\"sha256\":\"\"}]}"))
        .contains("../x");
    for (String number : List.of("1e9", "-1", "99999999999999999999999", "1.5", "\"1\"", "null")) {
      byte[] record =
          ("{\"format\":\"heyue-record/1\",\"stripe\":" + number + "}")
              .getBytes(StandardCharsets.UTF_8);
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> RecordFile.read(record)))
          .as(number)
          .isInstanceOf(Unreadable.class);
    }
  }

  @Test
  void fieldsThatDontFitTogetherAreRefused() {
    List<String> paths =
        List.of("", "$", "x", "$['a", "$[999999999999]", "$['a']['b'][1000000]", "$[0]", "$.a");
    for (String path : paths) {
      RecordFile.Shown field =
          new RecordFile.Shown(path, Optional.of("1"), Optional.empty(), Optional.empty());
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Content.of(List.of(field))))
          .as(path)
          .isInstanceOf(Unreadable.class);
    }
    RecordFile.Shown one =
        new RecordFile.Shown("$['a']", Optional.of("1"), Optional.empty(), Optional.empty());
    RecordFile.Shown below =
        new RecordFile.Shown("$['a'][0]", Optional.of("1"), Optional.empty(), Optional.empty());
    assertThat(Content.of(List.of(one, below)).shown().path("a").isArray()).isTrue();
  }

  @Test
  void aRuleFileIsReadWithinBounds() {
    String bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
    StringBuilder yaml = new StringBuilder(bomb);
    for (char c = 'b'; c <= 'k'; c++) {
      String before = "*" + (char) (c - 1) + ",";
      yaml.append(c).append(": &").append(c).append(" [").append(before.repeat(9)).append("x]\n");
    }
    assertThat(RuleText.find(yaml.toString().getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(RuleText.find("id: X\nversion: 1\n".getBytes(StandardCharsets.UTF_8))).isPresent();
    assertThat(RuleText.find("!!java.io.File [x]".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(RuleText.find(new byte[] {(byte) 0xff})).isEmpty();
  }
}
