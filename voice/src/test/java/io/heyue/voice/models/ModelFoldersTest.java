package io.heyue.voice.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heyue.core.base.Lang;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFoldersTest {
  private static final String HASH =
      "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed";

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void names() {
    folder = temporary.resolve("models");
  }

  /** A package on this disk: npm packs it without asking anybody. */
  private Model packed(String hash) throws IOException {
    Path tarball =
        Tarballs.write(
            temporary.resolve("packed.tgz"),
            Map.of(
                "package/package.json", "{\"name\":\"packed\",\"version\":\"1.0.0\"}",
                "package/dist/a.txt", "one"));
    Source source = new Source.Packaged("packed", "file:" + tarball, "package/dist/a.txt");
    return new Model(
        "small",
        ModelKind.RECOGNISER,
        Optional.of(Lang.EN),
        "MIT",
        List.of(new ModelFile("in/a.txt", 3, hash, source)));
  }

  private ModelFolders with(Model model, String npm) {
    return new ModelFolders(List.of(folder), List.of(model), new Npm(npm));
  }

  private static void needsNpm() {
    assumeTrue(
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(each -> new File(each, "npm").canExecute()),
        "npm is not installed");
  }

  @Test
  void aKnownModelIsFetchedLookedAtAndFound() throws IOException {
    needsNpm();
    ModelFolders models = with(packed(HASH), "npm");
    assertThatThrownBy(() -> models.get("small"))
        .hasMessageContaining("./heyue models add small")
        .hasMessageContaining(folder.toString());
    Path added = models.add("small");
    assertThat(added).isEqualTo(models.get("small"));
    assertThat(added.resolve("in/a.txt")).hasContent("one");
    assertThat(models.verify("small")).isEmpty();

    Files.writeString(added.resolve("in/a.txt"), "two");
    assertThat(models.find("small")).isEmpty();
    assertThat(models.verify("small").toString())
        .contains("in/a.txt has SHA-256", "it must be " + HASH);
    assertThatThrownBy(() -> models.get("small"))
        .hasMessageContaining("damaged")
        .hasMessageContaining("in/a.txt");
    Files.delete(added.resolve("in/a.txt"));
    assertThat(models.verify("small")).containsExactly(new Fault("in/a.txt", "is missing"));

    assertThat(models.add("small").resolve("in/a.txt")).hasContent("one");
    assertThat(folder).isDirectoryNotContaining("glob:**/.small*");
  }

  @Test
  void whatIsNotWhatItMustBeIsNeverThere() throws IOException {
    needsNpm();
    ModelFolders models = with(packed("0".repeat(64)), "npm");
    assertThatThrownBy(() -> models.add("small"))
        .isInstanceOf(ModelFailure.class)
        .hasMessageContaining(HASH)
        .hasMessageContaining("Nothing was added");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void withoutNpmOrWithoutThePackageTheErrorSaysWhatToDo() throws IOException {
    assertThatThrownBy(() -> with(packed(HASH), "no-such-npm").add("small"))
        .isInstanceOf(ModelFailure.class)
        .hasMessageContaining("no-such-npm can't be started")
        .hasMessageContaining("Maybe");
    needsNpm();
    Model model = packed(HASH);
    Files.delete(temporary.resolve("packed.tgz"));
    assertThatThrownBy(() -> with(model, "npm").add("small"))
        .isInstanceOf(ModelFailure.class)
        .hasMessageContaining("npm pack packed@file:")
        .hasMessageContaining("Maybe");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anOperatorsOwnModelIsTakenInWithItsHashes() throws IOException {
    Path whole = temporary.resolve("own");
    Path own = Files.createDirectories(whole.resolve("deep"));
    Files.writeString(own.resolve("a.txt"), "one");
    ModelFolders models = with(packed(HASH), "npm");
    Path added =
        models.add(whole, "paraformer", ModelKind.RECOGNISER, Optional.of(Lang.ZH), "Apache-2.0");
    assertThat(added.resolve(Manifest.FILE)).content().contains("deep/a.txt\t3\t" + HASH);
    ModelFolders.Found found =
        models.list().stream()
            .filter(each -> each.model().id().equals("paraformer"))
            .findFirst()
            .orElseThrow();
    assertThat(found.folder()).contains(added);
    assertThat(found.model().lang()).contains(Lang.ZH);
    assertThat(models.get("paraformer")).isEqualTo(added);

    Files.writeString(added.resolve("deep/a.txt"), "1");
    assertThat(models.verify("paraformer").toString()).contains("has 1 bytes; it must have 3");
    assertThatThrownBy(
            () -> models.add(own, "paraformer", ModelKind.OTHER, Optional.empty(), "MIT"))
        .hasMessageContaining("is there already");
    assertThatThrownBy(() -> models.add(own, "speech-zh", ModelKind.OTHER, Optional.empty(), "MIT"))
        .hasMessageContaining("speech-zh")
        .hasMessageContaining("--id");
  }

  /**
   * What can't be fetched is brought by the operator, and is what we know it to be or not taken.
   */
  @Test
  void aKnownModelIsTakenFromAFolderWhereItIsTheRightOne() throws IOException {
    ModelFolders models = with(packed(HASH), "no-such-npm");
    Path brought = Files.createDirectories(temporary.resolve("brought"));
    assertThatThrownBy(
            () -> models.add(brought, "small", ModelKind.OTHER, Optional.empty(), "unknown"))
        .hasMessageContaining("in/a.txt is missing")
        .hasMessageContaining("Nothing was added");
    Files.createDirectories(brought.resolve("in"));
    Files.writeString(brought.resolve("in/a.txt"), "two");
    Files.writeString(brought.resolve("README"), "not of the model");
    assertThatThrownBy(
            () -> models.add(brought, "small", ModelKind.OTHER, Optional.empty(), "unknown"))
        .hasMessageContaining("it must be " + HASH)
        .hasMessageContaining("--id NAME");
    assertThat(models.find("small")).isEmpty();

    Files.writeString(brought.resolve("in/a.txt"), "one");
    Path added = models.add(brought, "small", ModelKind.OTHER, Optional.empty(), "unknown");
    assertThat(added).isEqualTo(models.get("small"));
    assertThat(added.resolve("README")).doesNotExist();
    assertThat(models.list().getFirst().model().kind()).isEqualTo(ModelKind.RECOGNISER);
    assertThat(models.add(brought, "small", ModelKind.OTHER, Optional.empty(), "unknown"))
        .isEqualTo(added);
  }

  @Test
  void theEnvironmentSaysWhereModelsLie() {
    Path home = Path.of("/home/u");
    assertThat(ModelFolders.of(Map.of(), home).folders())
        .containsExactly(Path.of("/home/u/.heyue/data/models"));
    assertThat(ModelFolders.of(Map.of("HEYUE_MODELS", "/m", "HEYUE_HOME", "/h"), home).folders())
        .containsExactly(Path.of("/m"), Path.of("/h/models"));
    assertThatThrownBy(() -> ModelFolders.of(Map.of("HEYUE_HOME", "/h"), home).get("none"))
        .hasMessageContaining("'none'")
        .hasMessageContaining("moonshine-tiny-en");
  }

  @Test
  void whatWeKnowIsWrittenAsItIsRead() {
    for (Model model : ModelFolders.known()) {
      byte[] text = Manifest.text(model).getBytes(StandardCharsets.UTF_8);
      assertThat(Manifest.read(new ByteArrayInputStream(text), "it")).isEqualTo(model);
    }
    assertThatThrownBy(() -> new ModelFile("../a", 1, HASH, new Source.Supplied()))
        .hasMessageContaining("../a");
    assertThat(Source.find("npm:--registry=x@1#a")).isEmpty();
  }
}
