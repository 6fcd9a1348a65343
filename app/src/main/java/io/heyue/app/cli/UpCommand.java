package io.heyue.app.cli;

import io.heyue.app.access.Accounts;
import io.heyue.app.access.Role;
import io.heyue.app.house.Heart;
import io.heyue.app.house.House;
import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.web.WebServer;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the system until it is asked to end. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Run the system on the real clock, with data of its own. Ctrl-C ends it in order.",
      "With --demo, run it with a sample lender and simulated borrowers (see up --demo --help)."
    })
final class UpCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Option(names = "--port", description = "Where to listen; over what heyue.yaml says.")
  private @Nullable Integer port;

  UpCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    Installation installation = Installation.real(environment);
    Settings settings = SettingsReader.read(installation, environment);
    if (port != null) {
      settings = settings.listeningAt(port);
    }
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("end").unstarted(() -> endAndWait(asked, ended)));
    try (House house = House.open(Checkout.find(), installation, settings, InstantSource.system());
        Heart heart = new Heart(house.engine().pulse())) {
      Accounts accounts =
          new Accounts(house.store().database().transactor(), InstantSource.system());
      Optional<String> password = accounts.first();
      Optional<String> key = password.map(_ -> accounts.addKey("first", Role.OPERATOR).secret());
      heart.start();
      try (WebServer server = WebServer.start(house, heart, accounts)) {
        greet(installation, settings, server.port(), password, key);
        asked.await();
        System.err.println("Ending in order …");
      }
    } finally {
      ended.countDown();
    }
    return CommandLineDoor.DONE;
  }

  private static void endAndWait(CountDownLatch asked, CountDownLatch ended) {
    asked.countDown();
    try {
      if (!ended.await(60, TimeUnit.SECONDS)) {
        System.err.println("Something did not end within a minute; it is left behind.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void greet(
      Installation installation,
      Settings settings,
      int port,
      Optional<String> password,
      Optional<String> key) {
    System.out.println("Heyue 和约 is up: http://" + settings.server().address() + ":" + port + "/");
    System.out.println("Links in messages begin with " + settings.server().links());
    System.out.println("Data folder: " + installation.folder());
    password.ifPresent(secret -> {
      System.out.println();
      System.out.println("  First login: admin / " + secret);
      key.ifPresent(one -> System.out.println("  First API key, role operator: " + one));
      System.out.println("  They are shown this once and kept nowhere.");
      System.out.println();
    });
    System.out.println("Ctrl-C ends it.");
    System.out.flush();
  }
}
