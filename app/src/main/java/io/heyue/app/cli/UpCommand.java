package io.heyue.app.cli;

import io.heyue.app.access.Accounts;
import io.heyue.app.access.Role;
import io.heyue.app.house.Heart;
import io.heyue.app.house.House;
import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.phone.SipTelephony;
import io.heyue.app.web.WebServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.List;
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

  @Option(
      names = "--demo",
      description = "A sample lender and simulated borrowers instead; the launcher takes it.")
  @SuppressWarnings("UnusedVariable") // named here so that help lists it and a slip is understood
  private boolean demo;

  @Option(names = "--port", description = "Where to listen, whatever heyue.yaml says.")
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
    demandFree(settings.server());
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("end").unstarted(() -> endAndWait(asked, ended)));
    try (House house =
            House.open(
                Checkout.find(),
                installation,
                settings,
                InstantSource.system(),
                List.of(),
                new SipTelephony(installation.folder(), environment));
        Heart heart = new Heart(house.engine().pulse())) {
      Accounts accounts =
          new Accounts(house.store().database().transactor(), InstantSource.system());
      heart.start();
      try (WebServer server = WebServer.start(house, heart, accounts)) {
        // Only now: a password that is made must be seen, whatever fails before.
        Optional<String> password = accounts.first();
        Optional<String> key = password.map(_ -> accounts.addKey("first", Role.OPERATOR).secret());
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
    System.out.println("Text messages " + texts(settings) + "; e-mail " + mail(settings) + ".");
    System.out.println(
        settings.phone() == null
            ? "Nobody is called until heyue.yaml names a trunk."
            : "Calls go by " + settings.phone().trunks().size() + " trunk(s).");
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

  private static String texts(Settings settings) {
    if (settings.smpp() != null) {
      return "go to the SMS centre at " + settings.smpp().host() + ":" + settings.smpp().port();
    }
    return settings.gateway() != null
        ? "go to " + settings.gateway()
        : "go nowhere until heyue.yaml says where ('./heyue centre' shows how)";
  }

  private static String mail(Settings settings) {
    return settings.mail() == null ? "goes nowhere" : "goes by " + settings.mail().host();
  }

  /** A port that is taken is named before anything is opened. */
  private static void demandFree(Settings.Server server) {
    if (server.port() == 0) {
      return;
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(server.address(), server.port()));
    } catch (IOException e) {
      throw new Stopped(
          "Nothing can listen at "
              + server.address()
              + ":"
              + server.port()
              + ". Maybe Heyue runs there already, or another program does; --port names another port.");
    }
  }
}
