package io.heyue.voice.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarballTest {
  @TempDir private Path folder;

  @Test
  void onlyWhatIsWantedIsTakenOut() throws IOException {
    Path tarball =
        Tarballs.write(
            folder.resolve("a.tgz"),
            Map.of(
                "package/a.txt",
                "one",
                "package/../../evil.txt",
                "two",
                "package/" + "deep/".repeat(20) + "b.txt",
                "three"));
    Path target = folder.resolve("out");
    Path deep = folder.resolve("deep");
    Map<String, String> hashes =
        Tarball.unpack(
            tarball,
            Map.of("package/a.txt", target, "package/" + "deep/".repeat(20) + "b.txt", deep),
            Map.of());
    assertThat(target).hasContent("one");
    assertThat(deep).hasContent("three");
    assertThat(hashes.get("package/a.txt"))
        .isEqualTo("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed");
    assertThat(folder).isDirectoryNotContaining("glob:**evil*");
  }

  @Test
  void whatIsDamagedOrLargerIsNamed() throws IOException {
    Path tarball = Tarballs.write(folder.resolve("a.tgz"), Map.of("package/a.txt", "one"));
    Map<String, Path> wanted = Map.of("package/a.txt", folder.resolve("out"));
    assertThatThrownBy(() -> Tarball.unpack(tarball, wanted, Map.of("package/a.txt", 2L)))
        .hasMessageContaining("package/a.txt in it has 3 bytes; 2 are right");
    Path none = Files.write(folder.resolve("b.tgz"), "none".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Tarball.unpack(none, wanted, Map.of()))
        .isInstanceOf(IOException.class);
    Path broken =
        Tarballs.compressed(
            folder.resolve("c.tgz"), "x".repeat(1_024).getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Tarball.unpack(broken, wanted, Map.of()))
        .hasMessageContaining("a header's number is wrong");
    byte[] bytes;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(tarball))) {
      bytes = in.readAllBytes();
    }
    bytes[0] ^= 1;
    Path changed = Tarballs.compressed(folder.resolve("d.tgz"), bytes);
    assertThatThrownBy(() -> Tarball.unpack(changed, wanted, Map.of()))
        .hasMessageContaining("a header's sum is wrong");
  }
}
