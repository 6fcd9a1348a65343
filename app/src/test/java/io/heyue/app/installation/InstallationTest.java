package io.heyue.app.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.app.channel.mail.MailSettings;
import io.heyue.app.channel.smpp.SmppSettings;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
  @Test
  void realAndSamplePeopleNeverShareAFolder(@TempDir Path folder) {
    Path data = folder.resolve("a").resolve("b");
    Installation real = Installation.at(Installation.Kind.REAL, data);
    assertThat(Installation.at(Installation.Kind.REAL, data)).isEqualTo(real);
    assertThatThrownBy(() -> Installation.at(Installation.Kind.DEMO, data))
        .isInstanceOf(InstallationFailure.class)
        .hasMessageContaining("is marked 'real', but 'demo' is wanted");
    assertThatThrownBy(() -> Installation.demo(Map.of("HEYUE_DEMO_HOME", data.toString())))
        .isInstanceOf(InstallationFailure.class);
  }

  @Test
  void aFolderThatHoldsOtherThingsIsLeftAlone(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "mine");
    assertThatThrownBy(() -> Installation.at(Installation.Kind.REAL, folder))
        .hasMessageContaining("holds other files");
  }

  @Test
  void whatIsNotSaidHasItsDefault(@TempDir Path folder) {
    Settings settings = SettingsReader.read(folder.resolve("none.yaml"), Map.of());
    assertThat(settings)
        .isEqualTo(
            new Settings(
                new Settings.Server("127.0.0.1", 8080, null, null), null, null, null, null));
    assertThat(settings.server().links()).isEqualTo(URI.create("http://localhost:8080"));
    assertThat(settings.server().cookiesOverHttpsOnly()).isFalse();
  }

  @Test
  void theFileIsReadAndTheEnvironmentGoesBeforeIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("heyue.yaml");
    Files.writeString(
        file,
        """
        heyue:
          server: {port: 9000, public-url: "https://pay.lender.example/", trusted-proxies: [10.0.0.0/8, "::1"]}
          smpp: {host: smsc.example, system-id: us, password: secret, sender: "10690000", answer-within: 3s}
          mail: {host: mail.example, from: a@lender.example, sender-name: 和约}
        """);
    Settings settings = SettingsReader.read(file, Map.of("HEYUE_SERVER_PORT", "9001"));
    assertThat(settings.server().port()).isEqualTo(9001);
    assertThat(settings.server().proxies())
        .containsExactly(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("::1"));
    assertThat(settings.server().links()).isEqualTo(URI.create("https://pay.lender.example"));
    assertThat(settings.server().cookiesOverHttpsOnly()).isTrue();
    SmppSettings smpp = Objects.requireNonNull(settings.smpp());
    assertThat(smpp)
        .isEqualTo(
            SmppSettings.of("smsc.example", 2775, "us", "secret", "10690000")
                .with(null, null, Duration.ofSeconds(3)));
    MailSettings mail = Objects.requireNonNull(settings.mail());
    assertThat(mail.security()).isEqualTo(MailSettings.Security.STARTTLS);
    assertThat(mail.subjects().get(Lang.ZH)).isEqualTo("和约给您的消息");
    assertThat(settings.toString()).doesNotContain("secret");
  }

  @Test
  void aNameThatMeansNothingEndsTheStart(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("heyue.yaml");
    Files.writeString(file, "heyue:\n  server:\n    prot: 9000\n");
    assertThatThrownBy(() -> SettingsReader.read(file, Map.of()))
        .isInstanceOf(InstallationFailure.class)
        .hasMessageContaining("unknown setting [heyue.server.prot]");
    Files.writeString(file, "heyue:\n  server:\n    port: 70000\n");
    assertThatThrownBy(() -> SettingsReader.read(file, Map.of()))
        .hasMessageContaining("server.port is 70000");
    Files.writeString(file, "heyue:\n  server: {trusted-proxies: [10.0.0.0/8, proxy.example]}\n");
    assertThatThrownBy(() -> SettingsReader.read(file, Map.of()))
        .hasMessageContaining("'proxy.example' is no address");
    Files.writeString(file, "heyue:\n  server:\n   port: 1\n  x\n");
    assertThatThrownBy(() -> SettingsReader.read(file, Map.of()))
        .hasMessageContaining("can't be read as YAML, line 5");
    Files.writeString(file, "server:\n  port: 9000\n");
    assertThatThrownBy(() -> SettingsReader.read(file, Map.of()))
        .hasMessageContaining("[server.port]")
        .hasMessageContaining("below 'heyue:'");
    Files.writeString(file, "heyue:\n  smpp: {host: a.example, password: secret}\n");
    assertThatThrownBy(() -> SettingsReader.read(file, Map.of()))
        .hasMessageContaining("smpp.system-id is missing");
  }
}
