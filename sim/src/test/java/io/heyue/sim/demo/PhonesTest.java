package io.heyue.sim.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heyue.app.house.House;
import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.sim.world.VirtualClock;
import io.heyue.voice.line.Ending;
import io.heyue.voice.line.Patience;
import io.heyue.voice.line.PhoneListener;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.Transport;
import java.io.File;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PhonesTest {
  private static final Instant START = Instant.parse("2026-11-23T01:55:00Z");
  private static final int LINES = 2;

  /** Two seconds of speech. */
  private static final int ENOUGH = 100;

  @Test
  @Timeout(180)
  void peopleAreCalledAndASoftphoneListens(@TempDir Path folder) throws Exception {
    assumeTrue(found("espeak-ng"), "espeak-ng is not installed");
    Installation installation =
        Installation.at(Installation.Kind.DEMO, folder.resolve("installation"));
    VirtualClock clock = new VirtualClock(START);
    Street street = new Street();
    try (Phones phones = Phones.open(installation.folder(), LINES, 7);
        House house =
            House.open(
                Checkout.find(),
                installation,
                SettingsReader.read(installation, Map.of()),
                clock,
                List.of(street, phones));
        Telephone softphone = softphone()) {
      Demo demo = new Demo(house, clock, street, Optional.of(phones), installation.folder(), 7);
      demo.prepare(3);
      Loud loud = new Loud();
      softphone.call(
          phones.listening(),
          new Telephone.Manner(
              softphone.address(Transport.UDP),
              Optional.empty(),
              Secrecy.WHERE_OFFERED,
              Patience.USUAL),
          loud);
      do {
        demo.step(() -> true);
      } while (!loud.enough.await(100, TimeUnit.MILLISECONDS));
      assertThat(demo.verify().sound()).isTrue();
      assertThat(demo.tally().summary(demo.verify(), true)).containsEntry("unlawful", 0);
      try (var recordings = Files.walk(installation.folder().resolve("recordings"))) {
        assertThat(recordings.filter(Files::isRegularFile)).isNotEmpty();
      }
    }
  }

  private static Telephone softphone() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return Telephone.open(
        SipSettings.plain(loopback),
        MediaSettings.anyPorts(loopback, InstantSource.system(), 1),
        _ -> {});
  }

  /** Hears how loud it is. */
  private static final class Loud implements PhoneListener {
    private final CountDownLatch enough = new CountDownLatch(ENOUGH);

    @Override
    public void heard(short[] frame, long at) {
      if (IntStream.range(0, frame.length).map(each -> Math.abs(frame[each])).average().orElse(0)
          > 300) {
        enough.countDown();
      }
    }

    @Override
    public void ended(Ending ending, boolean elsewhere) {
      // The demonstration ends first.
    }
  }

  private static boolean found(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
