package io.heyue.app.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.brain.llm.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a chat model is configured. */
class ChatModelSettingsTest {
  @TempDir private Path folder = Path.of("");

  private ChatModelSettings read(String yaml, Map<String, String> environment) throws IOException {
    Path file = Files.writeString(folder.resolve("heyue.yaml"), "heyue:\n  chat-model:\n" + yaml);
    return Objects.requireNonNull(SettingsReader.read(file, environment).chatModel());
  }

  @Test
  void addressAndNameAreEnough() throws IOException {
    ChatModelSettings settings =
        read("    url: https://api.example/v1\n    model: m-1\n", Map.of());
    assertThat(settings.limits()).isEqualTo(Limits.standard());
    assertThat(settings.connection().key()).isEmpty();
    assertThat(settings.connection().jsonMode()).isTrue();
  }

  @Test
  void theKeyComesFromTheEnvironmentOrAFileAndIsNotShown() throws IOException {
    String some = "    url: https://api.example/v1\n    model: m-1\n";
    assertThat(read(some, Map.of("HEYUE_CHATMODEL_KEY", "s3cret")).connection().key())
        .isEqualTo("s3cret");
    Path key = Files.writeString(folder.resolve("key"), "s3cret\n");
    ChatModelSettings settings = read(some + "    key-file: " + key + "\n", Map.of());
    assertThat(settings.connection().key()).isEqualTo("s3cret");
    assertThat(settings.toString() + settings.connection()).doesNotContain("s3cret");
    assertThatThrownBy(() -> read(some + "    key-file: /nowhere/key\n", Map.of()).connection())
        .isInstanceOf(InstallationFailure.class)
        .hasMessageContaining("/nowhere/key");
    assertThatThrownBy(() ->
            read(some + "    key-file: " + key + "\n", Map.of("HEYUE_CHATMODEL_KEY", "other")))
        .isInstanceOf(InstallationFailure.class);
  }

  @Test
  void whatAServerWantsBesidesIsPassedOn() throws IOException {
    assertThat(
            read(
                    """
                        url: http://127.0.0.1:11434/v1
                        model: m-1
                        parameters:
                          enable_thinking: false
                          chat_template_kwargs: {enable_thinking: false}
                    """,
                    Map.of())
                .connection()
                .parameters())
        .isEqualTo(
            Map.of(
                "enable_thinking",
                false,
                "chat_template_kwargs",
                Map.of("enable_thinking", false)));
  }

  @Test
  void anotherMachineIsReachedInTheClearOnlyWhereItIsSaid() throws IOException {
    String other = "    url: http://vllm.internal:8000/v1\n    model: m-1\n";
    assertThatThrownBy(() -> read(other, Map.of())).hasMessageContaining("plain-http");
    assertThat(read(other + "    plain-http: true\n", Map.of()).plainHttp()).isTrue();
  }

  @Test
  void anAddressThatIsMissingAndAKeyThatIsEmptyAreSaid() throws IOException {
    assertThatThrownBy(() -> read("    model: m-1\n", Map.of()))
        .isInstanceOf(InstallationFailure.class)
        .hasMessageContaining("chat-model.url is missing");
    Path key = Files.writeString(folder.resolve("key"), "\n");
    ChatModelSettings settings =
        read(
            "    url: https://api.example/v1\n    model: m-1\n    key-file: " + key + "\n",
            Map.of());
    assertThatThrownBy(settings::connection)
        .isInstanceOf(InstallationFailure.class)
        .hasMessageContaining("is empty");
  }

  @Test
  void limitsThatMakeNoSenseAreNamed() throws IOException {
    ChatModelSettings settings =
        read(
            "    url: https://api.example/v1\n    model: m-1\n    first-token: 2s\n    within: 1s\n",
            Map.of());
    assertThatThrownBy(settings::limits).hasMessageContaining("chat-model.within");
  }
}
