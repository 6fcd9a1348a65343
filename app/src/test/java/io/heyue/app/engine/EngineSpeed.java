package io.heyue.app.engine;

import io.heyue.core.base.ConversationId;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.compliance.Guard;
import io.heyue.store.budget.ContactBudget;
import io.heyue.store.budget.ContactRequest;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.postgres.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures planning, permits and turns on a durable embedded server of its own: {@code EngineSpeed
 * FOLDER [ACCOUNTS]}. Run by hand, since a test must not judge by the clock.
 */
final class EngineSpeed {
  private static final int TALKS = 400;

  private EngineSpeed() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int accounts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    try (Lender lender = new Lender(folder, Database.embedded(folder), 7, new Street())) {
      lender.borrowers(accounts);
      plan(lender, accounts);
      permits(lender);
      turns(lender);
    }
  }

  private static void plan(Lender lender, int accounts) {
    var campaigns = lender.engine.campaigns();
    long start = System.nanoTime();
    campaigns.start(campaigns.create("all", Filter.everyone(), Approach.text("arrears")));
    System.out.printf("planned %d accounts in %.2f s%n", accounts, seconds(start));
    processor("planning");
    start = System.nanoTime();
    int written = 0;
    for (int i = 0; i < 10; i++) {
      written += campaigns.step(lender.now(), 200);
    }
    System.out.printf("wrote %d first messages: %.0f/s%n", written, written / seconds(start));
    processor("writing");
    while (lender.street.letters().size() < TALKS) {
      var _ = lender.engine.courier().deliver(lender.now(), 200);
    }
  }

  private static void permits(Lender lender) throws Exception {
    processor("delivering");
    Guard guard = lender.guard;
    ContactBudget budget = new ContactBudget(guard);
    List<ContactRequest> requests = lender.requests(12_000);
    List<Callable<Long>> tasks = new ArrayList<>();
    for (int i = 0; i < requests.size(); i += 100) {
      List<ContactRequest> part = requests.subList(i, Math.min(requests.size(), i + 100));
      tasks.add(() ->
          lender
              .database
              .transactor()
              .get(sql ->
                  budget.reserve(sql, part).stream()
                      .filter(each -> each.verdict() instanceof ContactVerdict.Permitted)
                      .count()));
    }
    long permitted = 0;
    long start = System.nanoTime();
    try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
      for (Future<Long> future : workers.invokeAll(tasks)) {
        permitted += future.get();
      }
    }
    double seconds = seconds(start);
    System.out.printf(
        "asked for %d permits, got %d: %.0f/s%n",
        requests.size(), permitted, requests.size() / seconds);
  }

  private static void turns(Lender lender) throws Exception {
    processor("permits");
    List<ConversationId> talks = new ArrayList<>();
    for (Letter letter : lender.street.letters().subList(0, TALKS)) {
      String words = letter.words();
      int at = words.indexOf("https://pay.example/") + 20;
      if (lender.engine.desk().open(words.substring(at, at + 48)) instanceof Opening.Opened it) {
        talks.add(it.conversation());
      }
    }
    List<String> lines = List.of("是我", "谁啊", "什么", "再说一遍");
    for (ConversationId talk : talks.subList(0, 100)) {
      var _ = lender.engine.desk().receive(talk, new ChannelEvent.TextReceived("是我"));
    }
    long[] micros = new long[200];
    for (int i = 0; i < micros.length; i++) {
      long start = System.nanoTime();
      var _ =
          lender
              .engine
              .desk()
              .receive(talks.get(100 + i % 100), new ChannelEvent.TextReceived(lines.get(i / 100)));
      micros[i] = (System.nanoTime() - start) / 1000;
    }
    Arrays.sort(micros);
    System.out.printf(
        "a turn alone: p50 %.1f ms, p99 %.1f ms%n", micros[100] / 1000.0, micros[197] / 1000.0);
    processor("turns alone");
    AtomicInteger next = new AtomicInteger(200);
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int worker = 0; worker < 8; worker++) {
      tasks.add(() -> {
        int taken = 0;
        for (int i = next.getAndIncrement(); i < talks.size(); i = next.getAndIncrement()) {
          for (String line : lines) {
            var _ = lender.engine.desk().receive(talks.get(i), new ChannelEvent.TextReceived(line));
            taken++;
          }
        }
        return taken;
      });
    }
    int taken = 0;
    long start = System.nanoTime();
    try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> future : workers.invokeAll(tasks)) {
        taken += future.get();
      }
    }
    System.out.printf("%d turns by 8 workers: %.0f/s%n", taken, taken / seconds(start));
    processor("turns");
  }

  /** Processor time of this process and of everything that the server runs, in milliseconds. */
  private static void processor(String what) {
    long own = cpu(ProcessHandle.current());
    long server =
        ProcessHandle.allProcesses()
            .filter(each -> each.info().command().orElse("").endsWith("/postgres"))
            .mapToLong(EngineSpeed::cpu)
            .sum();
    System.out.printf("  after %s: processor %d ms ours, %d ms PostgreSQL's%n", what, own, server);
  }

  private static long cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
