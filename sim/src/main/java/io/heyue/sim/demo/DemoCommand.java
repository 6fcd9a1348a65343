package io.heyue.sim.demo;

import io.heyue.app.access.Accounts;
import io.heyue.app.house.Heart;
import io.heyue.app.house.House;
import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.web.WebServer;
import io.heyue.sim.world.VirtualClock;
import io.heyue.store.ledger.LedgerReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code up --demo}: the running system with a sample lender and simulated borrowers. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Run the system with a sample lender and simulated borrowers, in virtual time.")
public final class DemoCommand implements Callable<Integer> {
  /** Five to ten in the morning, so that the first messages go out at once. */
  private static final Instant START = Instant.parse("2026-11-23T01:55:00Z");

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int MOST_DAYS = 366;
  private static final int MOST_LINES = 100;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

  /** A step of five minutes takes a tenth of a second, a day some twenty seconds. */
  private static final Duration PACE = Duration.ofMillis(100);

  /** So often it is looked for what is to be done while people are on the phone. */
  private static final Duration WHILE_CALLING = Duration.ofMillis(100);

  @Option(names = "--demo", required = true, description = "Said already: this is the demo.")
  @SuppressWarnings("UnusedVariable") // picocli demands and sets it; it decides nothing more
  private boolean demo;

  @Option(names = "--days", description = "Virtual days to run; 30 if unset.")
  private int days = 30;

  @Option(names = "--exit", description = "Run at full speed and end with a summary.")
  private boolean exit;

  @Option(names = "--json", description = "The summary as one JSON object.")
  private boolean json;

  @Option(names = "--borrowers", description = "How many; 2000 if unset.")
  private int borrowers = 2000;

  @Option(names = "--seed", description = "The same seed gives the same world; 7 if unset.")
  private long seed = 7;

  @Option(
      names = "--phone",
      description = {
        "People are called, over SIP and with real sound. Time passes as it does while anybody talks,",
        "and leaps while nobody does."
      })
  private boolean phone;

  @Option(names = "--lines", description = "With --phone: how many calls at once; 4 if unset.")
  private int lines = 4;

  @Option(names = "--port", description = "Where the page listens.")
  private @Nullable Integer port;

  @Override
  public Integer call() throws InterruptedException {
    demand(days >= 1 && days <= MOST_DAYS, "--days", days, "from 1 to " + MOST_DAYS);
    demand(borrowers >= 1 && borrowers <= 100_000, "--borrowers", borrowers, "from 1 to 100000");
    demand(lines >= 1 && lines <= MOST_LINES, "--lines", lines, "from 1 to " + MOST_LINES);
    Installation installation = Installation.demo(System.getenv());
    Settings settings = SettingsReader.read(installation, System.getenv());
    if (port != null) {
      settings = settings.listeningAt(port);
    }
    VirtualClock clock = new VirtualClock(START);
    Street street = new Street();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().unstarted(() -> endAndWait(asked, ended)));
    try (DemoFolder _ = DemoFolder.take(installation);
        Telephones telephones = Telephones.of(phone, installation.folder(), lines, seed);
        House house =
            House.open(Checkout.find(), installation, settings, clock, telephones.beside(street));
        // Calls are ended before the house that leads them is closed.
        Telephones _ = telephones) {
      Demo world = new Demo(house, clock, street, telephones.phones(), installation.folder(), seed);
      world.prepare(borrowers);
      if (exit) {
        return run(world, asked, Duration.ZERO);
      }
      Heart heart = new Heart(house.engine().pulse());
      Accounts accounts = new Accounts(house.store().database().transactor(), clock);
      var password = accounts.first();
      try (WebServer server = WebServer.start(house, heart, accounts)) {
        System.out.println(
            "Heyue 和约 demo: http://" + settings.server().address() + ":" + server.port() + "/");
        password.ifPresent(secret -> System.out.println("Login: admin / " + secret));
        telephones.phones().map(DemoCommand::listening).ifPresent(System.out::println);
        System.out.println("Everything is invented; Ctrl-C ends it.\n");
        int code = live(world, asked);
        if (asked.getCount() > 0) {
          System.out.println("\nThe days are over; the page stays until Ctrl-C.");
        }
        asked.await();
        return code;
      }
    } finally {
      ended.countDown();
    }
  }

  private int live(Demo world, CountDownLatch asked) throws InterruptedException {
    if (json) {
      return run(world, asked, PACE);
    }
    try (Ticker _ = Ticker.start(() -> local(world).format(STAMP), world.tally())) {
      return run(world, asked, PACE);
    }
  }

  /** Runs the days; {@code pace} is how long a step takes at least while people are awake. */
  private int run(Demo world, CountDownLatch asked, Duration pace) throws InterruptedException {
    LocalDate start = local(world).toLocalDate();
    LocalDate end = start.plusDays(days);
    LocalDate told = start;
    while (local(world).toLocalDate().isBefore(end) && asked.getCount() > 0) {
      world.step(() -> asked.getCount() > 0);
      ZonedDateTime now = local(world);
      if (pace.isZero() && !json && now.toLocalDate().isAfter(told)) {
        System.out.println(told + "  " + world.tally().line());
      }
      told = now.toLocalDate();
      boolean awake = now.getHour() >= 8 && now.getHour() < 22;
      Duration least = world.calls() ? WHILE_CALLING : pace;
      if (awake && asked.await(least.toMillis(), TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    LedgerReport ledger = world.verify();
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("days", ChronoUnit.DAYS.between(start, local(world).toLocalDate()));
    summary.put("borrowers", borrowers);
    summary.put("seed", seed);
    summary.putAll(world.tally().summary(ledger, ledger.sound()));
    if (json) {
      System.out.println(JsonMapper.builder().build().writeValueAsString(summary));
    } else {
      summary.forEach((key, value) -> System.out.printf("%-16s %s%n", key, value));
    }
    return ledger.sound() ? 0 : 1;
  }

  private static String listening(Phones phones) {
    String address = phones.listening().written();
    return "To listen to a call, log in and press \"Listen\" beside it, or dial "
        + address
        + " with a softphone:\n  baresip -e '/dial "
        + address
        + "'";
  }

  private static ZonedDateTime local(Demo world) {
    return world.now().atZone(ZONE);
  }

  private static void demand(boolean holds, String option, int value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          option + " is " + value + "; it must be " + expected + ".");
    }
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
}
