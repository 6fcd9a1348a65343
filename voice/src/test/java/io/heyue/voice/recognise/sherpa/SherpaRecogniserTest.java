package io.heyue.voice.recognise.sherpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Lang;
import io.heyue.voice.recognise.RecogniserFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SherpaRecogniserTest {
  @TempDir Path folder;

  private void files(String... names) throws Exception {
    for (String name : names) {
      Files.writeString(folder.resolve(name), "你 0\n");
    }
  }

  @Test
  void aFolderThatHoldsNothingIsNamed() {
    assertThatThrownBy(() -> SherpaRecogniser.open(folder, folder.resolve("none"), Lang.ZH, 1))
        .isInstanceOf(RecogniserFailure.class)
        .hasMessageContaining("none can't be read");
    assertThatThrownBy(() -> SherpaRecogniser.open(folder, folder, Lang.ZH, 1))
        .isInstanceOf(RecogniserFailure.class)
        .hasMessageContaining("has no tokens.txt");
  }

  @Test
  void aModelOfNoKnownKindIsNamed() throws Exception {
    files("tokens.txt", "encoder.onnx");
    assertThatThrownBy(() -> SherpaModel.find(folder))
        .isInstanceOf(RecogniserFailure.class)
        .hasMessageContaining("neither encoder*.onnx and decoder*.onnx nor model*.onnx");
  }

  @Test
  void theKindIsToldByItsFiles() throws Exception {
    files("tokens.txt", "model.onnx", "model.int8.onnx");
    assertThat(SherpaModel.find(folder))
        .isEqualTo(
            new SherpaModel.SenseVoice(
                folder.resolve("tokens.txt"), folder.resolve("model.int8.onnx")));
    files("encoder-1.onnx", "decoder-1.onnx");
    assertThat(SherpaModel.find(folder)).isInstanceOf(SherpaModel.Paraformer.class);
    files("joiner-1.onnx");
    assertThat(SherpaModel.find(folder)).isInstanceOf(SherpaModel.Transducer.class);
  }

  @Test
  void aMissingLibraryIsNamed() throws Exception {
    files("tokens.txt", "model.onnx");
    assertThatThrownBy(() -> SherpaRecogniser.open(folder, folder, Lang.ZH, 1))
        .isInstanceOf(RecogniserFailure.class)
        .hasMessageContaining(Sherpa.FILE)
        .hasMessageContaining("sherpa-onnx-linux-x64");
  }

  @Test
  void aLibraryThatIsNoneIsNamed() throws Exception {
    files("tokens.txt", "model.onnx", Sherpa.FILE);
    assertThatThrownBy(() -> SherpaRecogniser.open(folder, folder, Lang.ZH, 1))
        .isInstanceOf(RecogniserFailure.class)
        .hasMessageContaining("can't be loaded");
  }

  private static Path library() {
    String folder = System.getenv("HEYUE_SHERPA");
    Assumptions.assumeTrue(folder != null, "HEYUE_SHERPA names no folder with " + Sherpa.FILE);
    return Path.of(String.valueOf(folder));
  }

  @Test
  void theLibraryHasEveryFunction() {
    Sherpa sherpa = Sherpa.load(library());
    for (String function :
        ("CreateOnlineRecognizer DestroyOnlineRecognizer CreateOnlineStream DestroyOnlineStream"
                + " OnlineStreamAcceptWaveform OnlineStreamInputFinished IsOnlineStreamReady"
                + " DecodeOnlineStream GetOnlineStreamResult DestroyOnlineRecognizerResult"
                + " CreateOfflineRecognizer DestroyOfflineRecognizer CreateOfflineStream"
                + " DestroyOfflineStream AcceptWaveformOffline DecodeOfflineStream"
                + " GetOfflineStreamResult DestroyOfflineRecognizerResult")
            .split(" ", -1)) {
      assertThat(sherpa.has(function)).as(function).isTrue();
    }
  }

  /** The library reads its settings and refuses: files that it is told of aren't there. */
  @Test
  void theLibraryRefusesWhatIsNoModel() throws Exception {
    Path library = library();
    files("tokens.txt");
    Files.createSymbolicLink(folder.resolve("gone"), folder.resolve("nowhere"));
    Sherpa sherpa = Sherpa.load(library);
    try (java.lang.foreign.Arena arena = java.lang.foreign.Arena.ofConfined()) {
      Configuration online =
          new Configuration(arena, Structs.ONLINE, folder.resolve("tokens.txt"), 1);
      online.set("model_config.transducer.encoder", folder.resolve("gone").toString());
      assertThat(new OnlineEngine(sherpa, online.memory()).works()).isFalse();
      Configuration offline =
          new Configuration(arena, Structs.OFFLINE, folder.resolve("tokens.txt"), 1);
      offline.set("model_config.sense_voice.model", folder.resolve("gone").toString());
      assertThat(new OfflineEngine(sherpa, offline.memory()).works()).isFalse();
    }
  }
}
