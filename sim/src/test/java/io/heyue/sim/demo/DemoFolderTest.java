package io.heyue.sim.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.app.installation.Installation;
import io.heyue.app.installation.InstallationFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
  @Test
  void aSecondDemonstrationDoesNotEmptyTheFolderOfTheFirst(@TempDir Path folder)
      throws IOException {
    Installation installation = Installation.at(Installation.Kind.DEMO, folder.resolve("demo"));
    Path file = installation.folder().resolve("something");
    try (DemoFolder _ = DemoFolder.take(installation)) {
      Files.writeString(file, "of the first");
      assertThatThrownBy(() -> DemoFolder.take(installation))
          .isInstanceOf(InstallationFailure.class)
          .hasMessageContaining("HEYUE_DEMO_HOME");
      assertThat(file).exists();
    }
    try (DemoFolder _ = DemoFolder.take(installation)) {
      assertThat(file).doesNotExist();
      assertThat(Installation.at(Installation.Kind.DEMO, installation.folder()))
          .isEqualTo(installation);
    }
  }
}
