package io.heyue.app.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.line.Ending;
import io.heyue.voice.line.Patience;
import io.heyue.voice.line.PhoneListener;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.line.Trunk.Writing;
import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.sip.Codec;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.TlsFiles;
import io.heyue.voice.sip.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls that a carrier sends from other machines than the one that we call: sipp, and by TLS. */
@Timeout(120)
class TrunkSourcesTest {
  private static final PhoneNumber OURS = PhoneNumber.find("+861000000000").orElseThrow();
  private static final PhoneNumber KNOWN = PhoneNumber.find("+8613800000001").orElseThrow();
  private static final String PASSWORD = "only-for-tests";

  @TempDir private static Path keys = Path.of("");
  @TempDir private Path folder = Path.of("");

  private final Leading leading = new Leading();

  @BeforeAll
  static void makeCertificates() throws Exception {
    Files.writeString(keys.resolve("password"), PASSWORD + "\n");
    for (String name : List.of("ours", "sbc", "other", "alone")) {
      keytool(
          "-genkeypair -alias %1$s -keyalg EC -dname CN=sbc.carrier.example -validity 2 -keystore %1$s.p12"
                  .formatted(name)
              + " -ext SAN=IP:127.0.0.1,DNS:%s.carrier.example"
                  .formatted(name.equals("alone") ? "sbc" : name));
      if (!name.equals("alone")) {
        keytool("-exportcert -alias %1$s -keystore %1$s.p12 -file %1$s.crt".formatted(name));
        keytool(
            "-importcert -noprompt -alias %1$s -keystore trusts.p12 -file %1$s.crt"
                .formatted(name));
      }
    }
  }

  private static void keytool(String arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ", -1)));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process =
        new ProcessBuilder(command)
            .directory(keys.toFile())
            .redirectErrorStream(true)
            .redirectOutput(keys.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(keys.resolve("keytool.log"))).isZero();
  }

  /** A port such that it and the next, which TLS has, are free. */
  private static int free() throws IOException {
    while (true) {
      try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          ServerSocket next = new ServerSocket()) {
        next.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), one.getLocalPort() + 1));
        return one.getLocalPort();
      } catch (java.net.BindException e) {
        // Somebody has the next; another pair is looked for.
      }
    }
  }

  /** A trunk whose own machine, at an address of the loopback, never answers. */
  private Telephony.Opened opened(
      int port,
      List<String> callsFrom,
      List<String> certificates,
      PhoneSettings.@Nullable Tls tls) {
    TrunkSettings trunk =
        new TrunkSettings(
            "carrier",
            "sip:127.0.0.9:9",
            null,
            null,
            List.of(OURS.reveal()),
            Writing.PLUS,
            30,
            5,
            false,
            false,
            false,
            callsFrom,
            certificates,
            Codec.USUAL);
    Telephony.Opened opened =
        new SipTelephony(folder, Map.of())
            .open(
                new PhoneSettings(
                    "127.0.0.1",
                    port,
                    List.of(trunk),
                    tls,
                    List.of(),
                    new PhoneSettings.Recording(30),
                    new PhoneSettings.Pacing(PhoneSettings.Pacing.Mode.DEMAND, 0.01, 2),
                    List.of(),
                    List.of(
                        new PhoneSettings.Recognising(Lang.EN, "none", null, null, null),
                        new PhoneSettings.Recognising(Lang.ZH, "none", null, null, null))))
            .orElseThrow();
    opened
        .entrance()
        .accept(
            new Visitors(
                number -> Optional.of(leading).filter(_ -> number.equals(KNOWN)), Optional::empty));
    return opened;
  }

  @Test
  void fromAFurtherAddressOfATrunkTheyAreLedAndFromElsewhereTurnedAway() throws Exception {
    SippCaller.present();
    int port = free();
    Telephony.Opened opened =
        opened(port, List.of("127.0.0.2/31", "2001:db8::/48"), List.of(), null);
    try (SippCaller stranger =
        new SippCaller(folder, "call_forbidden", "127.0.0.4", port, OURS.reveal())) {
      assertThat(stranger.complaint()).isEmpty();
      assertThat(leading.up).isNotDone();
      try (SippCaller carrier =
          new SippCaller(folder, "call_left", "127.0.0.3", port, OURS.reveal())) {
        leading.up.get(60, TimeUnit.SECONDS).leave();
        assertThat(carrier.complaint()).isEmpty();
      }
    } finally {
      opened.calls().close();
    }
  }

  @Test
  void byTlsTheNameOfACertificateLetsThemInAndNoOther() throws Exception {
    int port = free();
    Telephony.Opened opened =
        opened(
            port,
            List.of(),
            List.of("SBC.carrier.example"),
            new PhoneSettings.Tls(
                keys.resolve("ours.p12"), keys.resolve("trusts.p12"), keys.resolve("password")));
    try {
      Ending other = call(Optional.of("other"), port).get(60, TimeUnit.SECONDS);
      assertThat(other.status()).isEqualTo(403);
      Ending without = call(Optional.empty(), port).get(60, TimeUnit.SECONDS);
      assertThat(without.status()).isEqualTo(403);
      // Nobody vouches for it, so it doesn't even come to a call.
      Ending alone = call(Optional.of("alone"), port).get(60, TimeUnit.SECONDS);
      assertThat(alone.status()).isZero();
      assertThat(leading.up).isNotDone();
      CompletableFuture<Ending> sbc = call(Optional.of("sbc"), port);
      leading.up.get(60, TimeUnit.SECONDS).leave();
      assertThat(sbc.get(60, TimeUnit.SECONDS).how()).isEqualTo(Ending.How.THEY_LEFT);
    } finally {
      opened.calls().close();
    }
  }

  /** Calls by TLS from 127.0.0.1, which is no address of the trunk's. */
  private static CompletableFuture<Ending> call(Optional<String> own, int port) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    Telephone telephone =
        Telephone.open(
            new SipSettings(
                here,
                Map.of(Transport.TLS, 0),
                "Carrier",
                "carrier",
                Optional.of(
                    new TlsFiles(
                        own.map(name -> keys.resolve(name + ".p12")),
                        Optional.of(keys.resolve("trusts.p12")),
                        PASSWORD))),
            MediaSettings.anyPorts(here, InstantSource.system(), 3),
            _ -> {});
    CompletableFuture<Ending> end = new CompletableFuture<>();
    var _ =
        telephone.call(
            SipAddress.parse(
                "sip:%s@127.0.0.1:%d;transport=tls".formatted(OURS.reveal(), port + 1)),
            new Telephone.Manner(
                telephone.address(Transport.TLS).with(KNOWN.reveal()),
                Optional.empty(),
                Secrecy.WHERE_OFFERED,
                Patience.USUAL),
            new PhoneListener() {
              @Override
              public void up() {
                // They listen.
              }

              @Override
              public void heard(short[] frame, long at) {
                // Nobody speaks.
              }

              @Override
              public void ended(Ending ending, boolean elsewhere) {
                end.complete(ending);
              }
            });
    return end.whenCompleteAsync((_, _) -> telephone.close());
  }
}
