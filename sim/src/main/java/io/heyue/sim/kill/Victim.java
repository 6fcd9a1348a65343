package io.heyue.sim.kill;

import io.heyue.app.house.Heart;
import io.heyue.app.house.House;
import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import io.heyue.app.phone.PhoneSettings;
import io.heyue.app.phone.SipTelephony;
import io.heyue.app.phone.TrunkSettings;
import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Campaign;
import io.heyue.store.campaigns.Filter;
import io.heyue.voice.line.Trunk.Writing;
import io.heyue.voice.sip.Codec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The process that is killed: the running system with its database, and a telephone to one carrier.
 * {@code Victim FOLDER CARRIER PORT CHANNELS AHEAD} says {@code up}, obeys each line that it reads
 * and says {@code done}, and ends in order with its input.
 *
 * <p>{@code people COUNT} brings in so many borrowers and begins to call them; {@code stop} ends
 * that.
 */
final class Victim {
  /** From which we call; nobody can have it. */
  private static final String OURS = "+861000000000";

  private static final int CALLS_PER_SECOND = 10;

  private Victim() {}

  /**
   * What it is to do.
   *
   * @param folder of its data
   * @param carrier SIP address of the people's telephones
   * @param port of its signalling, the same in each life
   * @param channels how many calls at once
   * @param ahead of the machine's clock
   */
  record Orders(Path folder, String carrier, int port, int channels, Duration ahead) {
    Orders later(Duration more) {
      return new Orders(folder, carrier, port, channels, ahead.plus(more));
    }
  }

  static House open(Orders orders) {
    return House.open(
        Checkout.find(),
        Installation.at(Installation.Kind.DEMO, orders.folder()),
        settings(orders),
        () -> Instant.now().plus(orders.ahead()),
        List.of(),
        new SipTelephony(orders.folder(), Map.of()));
  }

  private static Settings settings(Orders orders) {
    TrunkSettings trunk =
        new TrunkSettings(
            "street",
            orders.carrier(),
            null,
            null,
            List.of(OURS),
            Writing.PLUS,
            orders.channels(),
            CALLS_PER_SECOND,
            false,
            false,
            false,
            List.of(),
            List.of(),
            Codec.USUAL);
    PhoneSettings phone =
        new PhoneSettings(
            "127.0.0.1",
            orders.port(),
            List.of(trunk),
            null,
            List.of(),
            new PhoneSettings.Recording(30),
            new PhoneSettings.Pacing(PhoneSettings.Pacing.Mode.LINES, 0.01, null),
            List.of(
                new PhoneSettings.Voicing(Lang.ZH, "espeak", null, null),
                new PhoneSettings.Voicing(Lang.EN, "espeak", null, null)),
            List.of(
                new PhoneSettings.Recognising(Lang.ZH, "none", null, null, null),
                new PhoneSettings.Recognising(Lang.EN, "none", null, null, null)));
    return new Settings(
        new Settings.Server("127.0.0.1", 0, URI.create("https://pay.lender.example"), false),
        null,
        null,
        null,
        null,
        null,
        null,
        phone);
  }

  public static void main(String[] arguments) throws IOException {
    Orders orders =
        new Orders(
            Path.of(arguments[0]),
            arguments[1],
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]),
            Duration.ofSeconds(Long.parseLong(arguments[4])));
    try (House house = open(orders);
        Heart heart = new Heart(house.engine().pulse());
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      heart.start();
      say("up");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        obey(house, line.split(" ", -1));
        say("done");
      }
    }
  }

  private static void obey(House house, String[] words) throws IOException {
    var campaigns = house.engine().campaigns();
    switch (words[0]) {
      case "people" -> {
        Portfolio.bringIn(house, Integer.parseInt(words[1]));
        campaigns.start(
            campaigns.create(
                "calls", Filter.everyone(), new Approach(List.of(Channel.CALL), "arrears", 3, 1)));
      }
      case "stop" ->
          campaigns.all().stream()
              .filter(campaign -> campaign.status() == Campaign.Status.RUNNING)
              .forEach(campaign -> campaigns.stop(campaign.id()));
      default -> throw new IllegalArgumentException("There is no order '" + words[0] + "'.");
    }
  }

  private static void say(String word) {
    System.out.println(word);
    System.out.flush();
  }
}
