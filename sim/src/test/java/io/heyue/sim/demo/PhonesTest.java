package io.heyue.sim.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heyue.app.access.Accounts;
import io.heyue.app.access.Role;
import io.heyue.app.house.Heart;
import io.heyue.app.house.House;
import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.web.WebServer;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PhonesTest {
  private static final Instant START = Instant.parse("2026-11-23T01:55:00Z");
  private static final int LINES = 2;

  /** Two seconds of speech. */
  private static final int ENOUGH = 100;

  @Test
  @Timeout(180)
  void peopleAreCalledAndASoftphoneAndAPageListen(@TempDir Path folder) throws Exception {
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
                SettingsReader.read(installation, Map.of()).listeningAt(0),
                clock,
                List.of(street, phones));
        Heart heart = new Heart(house.engine().pulse());
        Telephone softphone = softphone()) {
      Accounts accounts = new Accounts(house.store().database().transactor(), clock);
      Page page = new Page(accounts.addKey("test", Role.COMPLIANCE).secret());
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
      try (WebServer server = WebServer.start(house, heart, accounts)) {
        do {
          demo.step(() -> true);
          page.look(server.port());
        } while (!loud.enough.await(100, TimeUnit.MILLISECONDS) || !page.heard.isDone());
      }
      assertThat(page.heard.join()).isGreaterThan(300);
      assertThat(demo.verify().sound()).isTrue();
      assertThat(demo.tally().summary(demo.verify(), true)).containsEntry("unlawful", 0);
      try (var recordings = Files.walk(installation.folder().resolve("recordings"))) {
        assertThat(recordings.filter(Files::isRegularFile)).isNotEmpty();
      }
    }
  }

  /** Somebody with a page open, who listens to the first call that can be listened to. */
  private static final class Page {
    private static final int HEAD = 44;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String key;

    /** How loud two seconds of it were at the loudest, as a mean of 20 ms. */
    private CompletableFuture<Double> heard = new CompletableFuture<>();

    private boolean listening;

    Page(String key) {
      this.key = key;
    }

    void look(int port) throws IOException, InterruptedException {
      if (listening) {
        return;
      }
      JsonNode talks =
          JsonMapper.builder()
              .build()
              .readTree(client.send(asked(port, ""), HttpResponse.BodyHandlers.ofString()).body());
      for (JsonNode talk : talks.path("items")) {
        if (talk.path("live").asBoolean() && !listening) {
          listening = true;
          String sound = "/" + talk.path("id").asString() + "/sound";
          heard =
              client
                  .sendAsync(asked(port, sound), HttpResponse.BodyHandlers.ofInputStream())
                  .thenApply(answer -> loudest(answer.body()));
        }
      }
    }

    private HttpRequest asked(int port, String path) {
      return HttpRequest.newBuilder(
              URI.create("http://127.0.0.1:" + port + "/api/v1/conversations" + path))
          .header("Authorization", "Bearer " + key)
          .build();
    }

    private static double loudest(InputStream sound) {
      try (sound) {
        assertThat(new String(sound.readNBytes(HEAD), 0, 4, StandardCharsets.US_ASCII))
            .isEqualTo("RIFF");
        double loudest = 0;
        for (int frame = 0; frame < ENOUGH; frame++) {
          ShortBuffer samples =
              ByteBuffer.wrap(sound.readNBytes(320)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
          double mean =
              IntStream.range(0, samples.limit())
                  .map(at -> Math.abs(samples.get(at)))
                  .average()
                  .orElse(0);
          loudest = Math.max(loudest, mean);
        }
        return loudest;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
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
