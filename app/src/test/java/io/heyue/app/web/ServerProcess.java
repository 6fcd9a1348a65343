package io.heyue.app.web;

import io.heyue.app.access.Accounts;
import io.heyue.app.access.Role;
import io.heyue.app.channel.smpp.SmppSettings;
import io.heyue.app.channel.smpp.SmsCentre;
import io.heyue.app.house.Heart;
import io.heyue.app.house.House;
import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The whole server in a process of its own: {@code ServerProcess FOLDER CENTRE AHEAD NAME}. CENTRE
 * is the port of an SMS centre, AHEAD by how many seconds its clock is ahead of the real one. It
 * makes a key NAME, says at which port it listens and what the key is, and runs until its input
 * ends.
 */
final class ServerProcess {
  private ServerProcess() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Duration ahead = Duration.ofSeconds(Long.parseLong(arguments[2]));
    InstantSource clock = () -> Instant.now().plus(ahead);
    Settings settings =
        new Settings(
            new Settings.Server("127.0.0.1", 0, URI.create("https://pay.lender.example"), false),
            null,
            SmppSettings.of(
                "127.0.0.1",
                Integer.parseInt(arguments[1]),
                "heyue",
                SmsCentre.PASSWORD,
                "10690000"),
            null,
            null);
    try (House house =
        House.open(
            Checkout.find(), Installation.at(Installation.Kind.DEMO, folder), settings, clock)) {
      Accounts accounts = new Accounts(house.store().database().transactor(), clock);
      String key = accounts.addKey(arguments[3], Role.OPERATOR).secret();
      try (Heart heart = new Heart(house.engine().pulse())) {
        heart.start();
        try (WebServer server = WebServer.start(house, heart, accounts)) {
          System.out.println("listens " + server.port() + " " + key);
          System.out.flush();
          while (System.in.read() >= 0) {
            // Whoever started us says nothing more; the end of their input is ours.
          }
        }
      }
    }
  }
}
