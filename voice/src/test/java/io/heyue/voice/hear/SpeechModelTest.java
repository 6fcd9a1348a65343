package io.heyue.voice.hear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SpeechModelTest {
  private static byte[] resource(String name) throws IOException {
    try (InputStream in = SpeechModel.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  @Test
  void theModelIsTheOneThatItsNoticeNames() throws IOException, NoSuchAlgorithmException {
    byte[] model = resource(SpeechModel.FILE);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model));
    String notice = new String(resource("NOTICE"), StandardCharsets.UTF_8);
    assertThat(hash).isEqualTo(SpeechModel.SHA_256);
    assertThat(notice)
        .contains(hash, model.length + " bytes", "MIT License", "Silero Team", "@ricky0123");
  }

  @Test
  void anotherModelIsRefused() throws IOException {
    byte[] model = resource(SpeechModel.FILE);
    model[1_000] ^= 1;
    assertThatThrownBy(() -> SpeechModel.load(model))
        .isInstanceOf(HearingFailure.class)
        .hasMessageContaining(SpeechModel.FILE)
        .hasMessageContaining(SpeechModel.SHA_256)
        .hasMessageContaining("Maybe");
  }
}
