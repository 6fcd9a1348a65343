package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipEndpoint;
import io.heyue.voice.sip.SipFailure;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.TlsFiles;
import io.heyue.voice.sip.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls by TLS: who can't prove their name is told nothing. */
class TlsCallsTest {
  private static final String PASSWORD = "only-for-tests";

  @TempDir private static Path folder;
  private static Path right;
  private static Path wrong;
  private static Path trusts;

  @BeforeAll
  static void makeCertificates() throws Exception {
    right = made("right", "IP:127.0.0.1");
    wrong = made("wrong", "DNS:elsewhere.example");
    trusts = folder.resolve("trusts.p12");
    for (String name : List.of("right", "wrong")) {
      Path certificate = folder.resolve(name + ".crt");
      keytool(
          "-exportcert",
          "-alias",
          name,
          "-keystore",
          name + ".p12",
          "-file",
          certificate.toString());
      keytool(
          "-importcert",
          "-noprompt",
          "-alias",
          name,
          "-keystore",
          trusts.toString(),
          "-file",
          certificate.toString());
    }
  }

  private static Path made(String name, String subject) throws Exception {
    keytool(
        "-genkeypair",
        "-alias",
        name,
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + name,
        "-ext",
        "SAN=" + subject,
        "-validity",
        "2",
        "-keystore",
        name + ".p12");
    return folder.resolve(name + ".p12");
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("keytool.log"))).isZero();
  }

  private static Phone phone(Path own, Optional<Path> trusted) {
    return new Phone(
        new SipSettings(
            InetAddress.getLoopbackAddress(),
            Map.of(Transport.TLS, 0),
            "Heyue",
            "heyue",
            Optional.of(new TlsFiles(Optional.of(own), trusted, PASSWORD))));
  }

  @Test
  void whoProvesTheNameIsTalkedWith() throws Exception {
    try (Phone anna = phone(right, Optional.of(trusts));
        Phone ben = phone(right, Optional.of(trusts)).opens(Secrecy.WHERE_OFFERED)) {
      Phone.Talk out = anna.dial(ben.address(Transport.TLS).with("ben"));
      Phone.Talk in = ben.called();
      in.call.accept();
      in.hears("up");
      out.hears("ringing", "up");
      in.call.hangUp();
      in.hears("ended WE_LEFT 0");
      out.hears("ended THEY_LEFT 0");
    }
  }

  @Test
  void whoHasACertificateForAnotherNameIsNot() throws Exception {
    try (Phone anna = phone(right, Optional.of(trusts));
        Phone eve = phone(wrong, Optional.of(trusts)).opens(Secrecy.WHERE_OFFERED)) {
      SipAddress there = eve.address(Transport.TLS).with("ben");
      anna.dial(there).hears("ended TRUNK 0 elsewhere");
      assertThat(eve.wasCalled()).isFalse();
    }
  }

  @Test
  void whoseCertificateNobodyVouchesForIsNot() throws Exception {
    try (Phone anna = phone(right, Optional.empty());
        Phone eve = phone(right, Optional.of(trusts)).opens(Secrecy.WHERE_OFFERED)) {
      anna.dial(eve.address(Transport.TLS).with("ben")).hears("ended TRUNK 0 elsewhere");
      assertThat(eve.wasCalled()).isFalse();
    }
  }

  @Test
  void aKeyFileThatCannotBeOpenedIsNamed() {
    SipSettings settings =
        new SipSettings(
            InetAddress.getLoopbackAddress(),
            Map.of(Transport.TLS, 0),
            "Heyue",
            "heyue",
            Optional.of(new TlsFiles(Optional.of(right), Optional.empty(), "another")));
    assertThatThrownBy(() -> SipEndpoint.open(settings, _ -> {}).close())
        .isInstanceOf(SipFailure.class)
        .hasMessageContaining("right.p12")
        .hasMessageContaining("Maybe its password is another.");
  }
}
