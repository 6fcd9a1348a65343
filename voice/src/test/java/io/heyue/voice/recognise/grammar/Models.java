package io.heyue.voice.recognise.grammar;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The acoustic model that tests need and no registry carries. */
final class Models {
  private Models() {}

  /** Skips the test where library, model or voice are missing, or fails it where they must be. */
  static Path present() {
    String models = System.getenv("HEYUE_MODELS");
    Path folder = Path.of(models == null ? "." : models, GrammarRecogniser.FOLDER);
    String missing = "";
    if (!Files.isDirectory(folder)) {
      missing = "HEYUE_MODELS names no folder with %s.".formatted(GrammarRecogniser.FOLDER);
    } else {
      try {
        PocketSphinx.load();
      } catch (io.heyue.voice.recognise.RecogniserFailure fault) {
        missing = String.valueOf(fault.getMessage());
      }
    }
    if (!missing.isEmpty()) {
      if ("must".equals(System.getenv("HEYUE_PEERS"))) {
        Assertions.fail(missing + " HEYUE_PEERS says that it must be there.");
      }
      Assumptions.abort(missing);
    }
    return folder;
  }
}
