package io.heyue.app.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.app.installation.AddressRange;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import io.heyue.app.installation.SettingsReader;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.line.Trunk.Writing;
import io.heyue.voice.sip.Codec;
import io.heyue.voice.sip.Secrecy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneSettingsTest {
  private static final String GOOD =
      """
      heyue:
        phone:
          address: 192.0.2.1
          trunks:
            - name: first
              address: "sip:192.0.2.7:5061;transport=tls"
              user: us
              password-file: secrets/first
              numbers: ["+861000000000"]
              writing: national
              channels: 60
              calls-per-second: 8
              srtp: true
              registers: true
              calls-from: [198.51.100.7, 198.51.100.0/24, "2001:db8::/48"]
              certificates: [Sbc.carrier.example]
              codecs: [opus, pcma]
            - {name: second, address: "sip:192.0.2.8", numbers: ["+861000000001"]}
          tls: {keys: secrets/keys.p12, password-file: secrets/keys}
          agents: ["sip:agent1@192.0.2.9:5060"]
          recording: {keep-days: 30}
          pacing: {mode: progressive, risk: 0.02, speech-slots: 40}
          voices: [{lang: zh}, {lang: en, make: sherpa, model: models/en}]
          recognisers: [{lang: zh, make: funasr, url: "ws://127.0.0.1:10095"}]
      """;

  @TempDir private Path folder = Path.of("");
  private Installation installation;

  @BeforeEach
  void prepare() {
    installation = Installation.at(Installation.Kind.REAL, folder.resolve("data"));
  }

  private Settings read(String yaml) throws IOException {
    Files.createDirectories(installation.settingsFile().getParent());
    Files.writeString(installation.settingsFile(), yaml);
    return SettingsReader.read(installation, Map.of());
  }

  @Test
  void aTelephoneIsConfigured() throws IOException {
    PhoneSettings phone = Objects.requireNonNull(read(GOOD).phone());
    TrunkSettings first = phone.trunks().getFirst();
    assertThat(first.callers()).containsExactly(new PhoneNumber("+861000000000"));
    assertThat(first.writing()).isEqualTo(Writing.NATIONAL);
    assertThat(first.channels()).isEqualTo(60);
    assertThat(first.registers()).isTrue();
    assertThat(first.further().addresses())
        .contains(AddressRange.parse("2001:db8::/48"))
        .hasSize(3);
    assertThat(first.further().names()).containsExactly("sbc.carrier.example");
    assertThat(phone.trunks().getLast().further()).isEqualTo(Sources.Further.NOTHING);
    assertThat(first.codecs()).containsExactly(Codec.OPUS, Codec.PCMA);
    assertThat(phone.trunks().getLast())
        .isEqualTo(
            new TrunkSettings(
                "second",
                "sip:192.0.2.8",
                null,
                null,
                List.of("+861000000001"),
                Writing.PLUS,
                30,
                5,
                false,
                false,
                false,
                List.of(),
                List.of(),
                Codec.USUAL));
    assertThat(phone.trunks().getLast().secrecy()).isEqualTo(Secrecy.WHERE_OFFERED);
    assertThat(phone.slots()).isEqualTo(40);
    assertThat(phone.pacing().mode()).isEqualTo(PhoneSettings.Pacing.Mode.PROGRESSIVE);
    PhoneSettings usual =
        Objects.requireNonNull(
            read(GOOD.replace("pacing: {mode: progressive, risk: 0.02, speech-slots: 40}", ""))
                .phone());
    assertThat(usual.slots()).isEqualTo(90);
    assertThat(usual.pacing())
        .isEqualTo(new PhoneSettings.Pacing(PhoneSettings.Pacing.Mode.DEMAND, 0.01, null));
    assertThat(phone.voices().getFirst().make()).isEqualTo("espeak");
    assertThat(phone.recognisers().getFirst().lang()).isEqualTo(Lang.ZH);
    assertThat(read("heyue: {server: {port: 1}}").phone()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sip:192.0.2.8"        | 192.0.2.8"          | phone.trunks.address is 192.0.2.8
          transport=tls         | transport=tcp       | phone.trunks.address is sip:192.0.2.7:5061;transport=tcp
          channels: 60          | channels: 0         | phone.trunks.channels is 0
          calls-per-second: 8   | calls-per-second: 0 | phone.trunks.calls-per-second is 0
          password-file: secrets/first | # none       | phone.trunks.password-file is only user
          name: second          | name: first         | phone.trunks.name is
          'codecs: [opus, pcma]' | codecs: [g722]     | 'codecs[0] is g722; it must be one of [pcma, pcmu, opus]. Maybe'
          mode: progressive     | mode: eager         | 'pacing.mode is eager; it must be one of [demand, progressive, lines]'
          risk: 0.02            | risk: 1             | phone.pacing.risk is 1.0
          speech-slots: 40      | speech-slots: 0     | phone.pacing.speech-slots is 0
          'agents: ["sip:agent1@192.0.2.9:5060"]' | agents: [] | phone.pacing.mode is progressive
          keep-days: 30         | keep-days: 0        | phone.recording.keep-days is 0
          sip:agent1@           | agent1@             | phone.agents is agent1@
          +861000000001         | 4711                | phone.trunks.numbers is 4711
          make: funasr          | model: x            | phone.recognisers.make is missing
          198.51.100.0/24       | 198.51.100.0/33     | phone.trunks.calls-from is 198.51.100.0/33
          198.51.100.0/24       | a.example           | phone.trunks.calls-from is a.example
          198.51.100.0/24       | 0.0.0.0/0           | phone.trunks.calls-from is 0.0.0.0/0
          Sbc.carrier.example   | "*.carrier.example" | phone.trunks.certificates is *.carrier.example
          Sbc.carrier.example   | 198.51.100.7        | phone.trunks.certificates is 198.51.100.7
          'tls: {keys: secrets/keys.p12, password-file: secrets/keys}' | | phone.tls is missing
          keys: secrets/keys.p12, | trusted: x,       | phone.tls.keys is missing
          , password-file: secrets/keys} | }          | phone.tls.password-file is missing
          registers: true       | register: true      | unknown setting [heyue.phone.trunks[0].register]
          writing: national     | writing: local      | heyue.phone.trunks[0].writing
          """)
  void aMistakeIsNamedWithFileAndKey(String good, @Nullable String bad, String said) {
    String yaml = GOOD.replace(good, bad == null ? "" : bad);
    assertThatThrownBy(() -> read(yaml))
        .hasMessageContaining(installation.settingsFile().toString())
        .hasMessageContaining(said);
  }
}
