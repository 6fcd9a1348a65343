package io.heyue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.channel.smpp.SmppSettings;
import io.heyue.app.channel.smpp.SmsCentre;
import io.heyue.app.house.House;
import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Rng;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.store.cases.Cases;
import io.heyue.store.conversations.Conversations;
import io.heyue.store.conversations.Links;
import io.heyue.store.conversations.Message;
import io.heyue.store.postgres.Sql;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole server is killed in the middle of everything: while it writes to people, talks with
 * them on the page and by text message, confirms what they agreed on, and books what they paid; and
 * now and then the database server under it. With {@code -Dheyue.long=true} twenty times, else
 * three.
 */
@Timeout(5400)
class ServerKillTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int NEWCOMERS = 12;
  private static final Pattern LINK =
      Pattern.compile("https://pay\\.lender\\.example/c/([0-9a-f]{48})");

  /** A Monday, ten in the morning in Shanghai, when the test begins. */
  private final Duration ahead =
      Duration.ofSeconds(
          Duration.between(Instant.now(), Instant.parse("2026-11-23T02:00:00Z")).toSeconds());

  private final Rng rng = Rng.seeded(7);
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Map<String, Visitor> visitors = new LinkedHashMap<>();

  /** Text messages by their ids, and those that were taken. */
  private final Map<String, String> texts = new LinkedHashMap<>();

  private final Set<String> taken = new HashSet<>();

  /** References of payments whose import was answered. */
  private final Set<String> paid = new LinkedHashSet<>();

  private final Set<String> toPay = new LinkedHashSet<>();
  private int people;
  private int lives;

  @TempDir private Path folder = Path.of("");

  @Test
  void nothingIsSentTwiceAndNothingIsLost() throws Exception {
    int kills = Boolean.getBoolean("heyue.long") ? 20 : 3;
    Path data = folder.resolve("data");
    try (SmsCentre centre = SmsCentre.open();
        ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int life = 0; life < kills; life++) {
        lives++;
        try (OtherServer server = OtherServer.start(data, centre.port(), ahead, "life-" + life)) {
          CountDownLatch killed = new CountDownLatch(1);
          List<Future<Boolean>> all = new ArrayList<>();
          for (Callable<Boolean> deed : deeds(server, centre, life, killed)) {
            all.add(crowd.submit(deed));
          }
          var _ = killed.await(2_000 + rng.nextInt(6_000), TimeUnit.MILLISECONDS);
          if (life % 3 == 1) {
            server.killDatabase();
            var _ = killed.await(rng.nextInt(1_000), TimeUnit.MILLISECONDS);
          }
          server.kill();
          killed.countDown();
          for (Future<Boolean> deed : all) {
            var _ = deed.get(2, TimeUnit.MINUTES);
          }
        }
      }
      check(data, centre);
    }
  }

  /** What everybody does at once while a server lives. */
  private List<Callable<Boolean>> deeds(
      OtherServer server, SmsCentre centre, int life, CountDownLatch killed) {
    List<Callable<Boolean>> deeds = new ArrayList<>();
    int first = people;
    people += NEWCOMERS;
    toPay.add("P-" + life);
    texts.put("t-" + life, "第" + life + "次来信，请问你们是谁");
    deeds.add(() -> work(server, first, life, killed));
    deeds.add(() -> write(centre, killed));
    deeds.add(() -> visit(server, centre, killed));
    return deeds;
  }

  /** The lender brings in new accounts and payments, and begins a campaign. */
  private boolean work(OtherServer server, int first, int life, CountDownLatch killed)
      throws InterruptedException {
    if (!posted(server, "/api/v1/imports/accounts", "text/csv", accounts(first))
        || !posted(server, "/api/v1/imports/contacts", "text/csv", contacts(first))) {
      people = first;
      return false;
    }
    String campaign =
        "{\"name\":\"life %d\",\"filter\":{\"leastDaysPastDue\":1},\"approach\":{\"attempts\":1}}"
            .formatted(life);
    Optional<HttpResponse<String>> made =
        server.post("/api/v1/campaigns", "application/json", campaign);
    if (made.isEmpty() || made.get().statusCode() >= 300) {
      return false;
    }
    String id = JSON.readTree(made.get().body()).path("id").asString();
    boolean started = posted(server, "/api/v1/campaigns/" + id + "/start", "application/json", "");
    for (String reference : List.copyOf(toPay)) {
      int who = Integer.parseInt(reference.substring(2));
      if (killed.getCount() > 0
          && posted(server, "/api/v1/imports/payments", "text/csv", payment(who, reference))) {
        paid.add(reference);
        toPay.remove(reference);
      }
    }
    return started;
  }

  private static boolean posted(OtherServer server, String path, String type, String body)
      throws InterruptedException {
    return server.post(path, type, body).filter(answer -> answer.statusCode() < 300).isPresent();
  }

  /** People write; the centre delivers each message until it was taken. */
  private boolean write(SmsCentre centre, CountDownLatch killed) throws InterruptedException {
    while (killed.getCount() > 0) {
      // Whoever was the first to be written to writes back.
      Optional<String> writer =
          WholeMessages.of(centre).stream()
              .map(words -> words.substring(0, words.indexOf(' ')))
              .findFirst();
      for (Map.Entry<String, String> text : Map.copyOf(texts).entrySet()) {
        if (writer.isPresent()
            && !taken.contains(text.getKey())
            && centre.deliver(writer.get(), text.getValue(), text.getKey())) {
          taken.add(text.getKey());
        }
      }
      var _ = killed.await(200, TimeUnit.MILLISECONDS);
    }
    return true;
  }

  /** Whoever got a link opens it, now or in a later life. */
  private boolean visit(OtherServer server, SmsCentre centre, CountDownLatch killed)
      throws Exception {
    Set<String> here = new HashSet<>();
    List<Future<?>> talks = new ArrayList<>();
    try (ExecutorService crowd = Executors.newFixedThreadPool(6)) {
      while (killed.getCount() > 0) {
        for (String words : WholeMessages.of(centre)) {
          Matcher link = LINK.matcher(words);
          if (link.find() && here.add(link.group(1))) {
            Visitor visitor =
                visitors.computeIfAbsent(
                    link.group(1), token -> new Visitor(client, token, lines(words)));
            talks.add(
                crowd.submit(() -> {
                  visitor.visit(server);
                  return true;
                }));
          }
        }
        var _ = killed.await(200, TimeUnit.MILLISECONDS);
      }
      for (Future<?> talk : talks) {
        var _ = talk.get(1, TimeUnit.MINUTES);
      }
    }
    return true;
  }

  /** What somebody says to whom {@code message} went: the last digits are those of their number. */
  private static List<String> lines(String message) {
    String number = message.substring(0, message.indexOf(' '));
    return List.of("是我", number.substring(number.length() - 4), "12月1日全部还清", "可以", "没有别的事了，再见");
  }

  /** Everything is held against what was seen from outside. */
  private void check(Path data, SmsCentre centre) {
    Settings settings =
        new Settings(
            new Settings.Server("127.0.0.1", 0, URI.create("https://pay.lender.example"), false),
            null,
            SmppSettings.of("127.0.0.1", centre.port(), "heyue", SmsCentre.PASSWORD, "10690000"),
            null,
            null);
    // Late enough for letters that a dead server had taken up to be given up.
    Duration later = ahead.plus(Duration.ofMinutes(6));
    try (House house =
        House.open(
            Checkout.find(),
            Installation.at(Installation.Kind.DEMO, data),
            settings,
            () -> Instant.now().plus(later))) {
      int beats = 0;
      while (!house.engine().pulse().tick().idle() && beats < 200) {
        beats++;
      }
      assertThat(house.engine().why().verify().faults()).isEmpty();
      house
          .store()
          .database()
          .transactor()
          .run(sql -> {
            messages(sql, centre);
            conversations(sql, new Conversations(house.store().vault()));
            cases(sql);
            System.out.printf(
                "%d lives: %d messages arrived, %d conversations on the page, %d text messages and"
                    + " %d payments taken, %d agreements confirmed, %d entries in the ledger%n",
                lives,
                WholeMessages.of(centre).size(),
                visitors.values().stream().filter(visitor -> !visitor.seen().isEmpty()).count(),
                taken.size(),
                paid.size(),
                count(sql, "select count(*) as n from confirmation where state = 'sent'"),
                count(sql, "select count(*) as n from ledger_entry"));
          });
    }
  }

  /** Nothing came twice, and what came is in the books. */
  private static void messages(Sql sql, SmsCentre centre) {
    List<String> whole = WholeMessages.of(centre);
    List<String> links =
        whole.stream()
            .map(LINK::matcher)
            .filter(Matcher::find)
            .map(found -> found.group(1))
            .toList();
    assertThat(links).isNotEmpty().doesNotHaveDuplicates();
    Map<String, Long> states = new HashMap<>();
    sql.each(
        "select state, count(*) as n from letter group by 1",
        row -> states.put(row.text("state"), row.number("n")));
    long sent = states.getOrDefault("sent", 0L) + states.getOrDefault("delivered", 0L);
    long unknown = states.getOrDefault("unknown", 0L);
    assertThat((long) whole.size()).as(states.toString()).isBetween(sent, sent + unknown);
    assertThat(states).doesNotContainKey("sending");
    assertThat(count(sql, "select count(*) as n from contact_permit"))
        .isEqualTo(count(sql, "select count(*) as n from letter"));
  }

  /** What anybody saw or was told is taken stands there, once. */
  private void conversations(Sql sql, Conversations conversations) {
    Links links = new Links();
    long talks = 0;
    for (Visitor visitor : visitors.values()) {
      ConversationId talk =
          links.find(sql, visitor.token(), Instant.now().plus(ahead)).orElseThrow().conversation();
      Map<Long, String> stored = new HashMap<>();
      for (Message message : conversations.messages(sql, talk, 0)) {
        stored.put(message.seq(), (message.ours() ? "us: " : "person: ") + message.text());
      }
      assertThat(stored).containsAllEntriesOf(visitor.seen());
      talks += visitor.seen().isEmpty() ? 0 : 1;
    }
    assertThat(talks).as("conversations that took place").isPositive();
    List<String> heard = new ArrayList<>();
    sql.each(
        "select id from conversation where channel = 'sms'",
        row ->
            conversations.messages(sql, new ConversationId(row.uuid("id")), 0).stream()
                .filter(message -> !message.ours())
                .map(Message::text)
                .forEach(heard::add));
    assertThat(heard).doesNotHaveDuplicates();
    assertThat(taken).isNotEmpty();
    assertThat(heard).containsAll(taken.stream().map(texts::get).collect(Collectors.toSet()));
  }

  private void cases(Sql sql) {
    Cases cases = new Cases();
    List<String> posted = new ArrayList<>();
    long promises = 0;
    for (Case matter : cases.page(sql, Optional.empty(), 10_000)) {
      assertThat(cases.rebuild(sql, matter.id())).isEqualTo(matter);
      promises += matter.promises().size();
      cases.events(sql, matter.id()).stream()
          .filter(CaseEvent.PaymentPosted.class::isInstance)
          .forEach(event -> posted.add(((CaseEvent.PaymentPosted) event).reference()));
    }
    assertThat(posted).doesNotHaveDuplicates().containsAll(paid);
    assertThat(paid).isNotEmpty();
    assertThat(promises).isPositive();
  }

  private static long count(Sql sql, String query) {
    return sql.get(query, row -> row.number("n"));
  }

  private static String number(int borrower) {
    return String.format("+86100%08d", borrower);
  }

  private static String accounts(int first) {
    StringBuilder rows =
        new StringBuilder(
            "account_number,lender,lender_place,licence,product,contract_date,principal,balance,"
                + "overdue,due_date,contract_rate,overdue_rate,person_number,name,place,time_zone,"
                + "assigned,last_demand\n");
    for (int i = first; i < first + NEWCOMERS; i++) {
      rows.append(
          "LN%06d,样例消费金融,CN,consumer_finance,消费贷,2025-06-01,10000.00,8000.00,3280.50,2026-11-05,0.18,0.24,P%06d,样例甲,CN,Asia/Shanghai,no,2026-11-05\n"
              .formatted(i, i));
    }
    return rows.toString();
  }

  private static String contacts(int first) {
    StringBuilder rows = new StringBuilder("account_number,lender,kind,value,relation,source\n");
    for (int i = first; i < first + NEWCOMERS; i++) {
      rows.append("LN%06d,样例消费金融,mobile,%s,self,contract\n".formatted(i, number(i)));
    }
    return rows.toString();
  }

  /** Borrower {@code 3 * who} pays a part. */
  private String payment(int who, String reference) {
    return "account_number,lender,amount,paid_at,reference\nLN%06d,样例消费金融,100.00,%s,%s\n"
        .formatted(3 * who, Instant.now().plus(ahead), reference);
  }
}
