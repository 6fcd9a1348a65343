package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.engine.HostileServer.Answer;
import io.heyue.brain.llm.Ask;
import io.heyue.brain.llm.ChatModel;
import io.heyue.brain.llm.Connection;
import io.heyue.brain.llm.Faults;
import io.heyue.brain.llm.Limits;
import io.heyue.brain.llm.OpenAiModel;
import io.heyue.brain.llm.Phraser;
import io.heyue.brain.llm.Prompts;
import io.heyue.brain.llm.Reply;
import io.heyue.brain.llm.SecondReader;
import io.heyue.brain.llm.Tally;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rng;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.understanding.Listener;
import io.heyue.core.understanding.Value;
import io.heyue.core.understanding.entity.RuleEntityParser;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chat model that means ill, against the whole engine: what people are told is what they would
 * have been told without it. Its answers come over the wire, are drawn from a seed, and are more
 * than two thousand.
 */
class HostileModelTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long SEED = 20_261_126;

  /** What somebody who was verified says; most of it leads to words that may vary. */
  private static final List<String> TALK =
      List.of("我想还", "还一点", "最低还多少", "先还五百", "嗯这个嘛", "周五还三千", "可以", "还是想还", "我想还一些", "唉");

  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(2), Duration.ofSeconds(4), 400, 16, 100_000, 100_000, 100_000_000);

  @TempDir private Path scratch;

  private final Map<String, Integer> times = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final Tally tally = new Tally();

  /** By the question and how often it was asked: several may be asked at once, in any order. */
  private Rng drawn(HostileServer.Question question) {
    asked.incrementAndGet();
    int time = times.merge(question.text(), 1, Integer::sum);
    return Rng.seeded(SEED).fork(question.text() + time);
  }

  /** A lender whose model is asked anew each time, and never left alone: the worst case. */
  private Aide aide(HostileServer server) {
    ChatModel wire =
        new OpenAiModel(
            new Connection(server.url(), "m", "", true, Map.of()),
            LIMITS,
            new Faults(() -> Lender.MONDAY, _ -> {}));
    ChatModel model =
        new ChatModel() {
          @Override
          public Reply ask(Ask ask) {
            return wire.ask(ask);
          }

          // Another name each time, so that nothing is remembered.
          @Override
          public String name() {
            return "m" + asked.get();
          }
        };
    Prompts prompts =
        Prompts.read(Path.of(Objects.requireNonNull(System.getProperty("heyue.root")), "data"));
    return Aide.of(new SecondReader(model, prompts, tally), new Phraser(model, prompts, tally));
  }

  /** Talks with everybody; gives all that we said. */
  private List<String> talk(
      String name, int people, Listener listener, Aide aide, int turns, Set<String> records)
      throws Exception {
    Path folder = Files.createDirectories(scratch.resolve(name));
    List<String> said = new ArrayList<>();
    try (Lender lender = new Lender(folder, Server.empty(), listener, aide)) {
      lender.borrowers(people);
      lender.campaign();
      while (lender.street.letters().size() < people) {
        int before = lender.street.letters().size();
        var _ = lender.engine.pulse().tick();
        assertThat(lender.street.letters()).hasSizeGreaterThan(before);
      }
      Rng rng = Rng.seeded(SEED);
      List<Letter> letters =
          lender.street.letters().stream()
              .sorted(Comparator.comparing(letter -> letter.to().reveal()))
              .toList();
      for (int i = 0; i < people; i++) {
        ConversationId talk = letters.get(i).conversation().orElseThrow();
        var _ = lender.engine.desk().open(token(letters.get(i).words()));
        said.add(lender.says(talk, "是我"));
        said.add(lender.says(talk, "%04d".formatted(i)));
        for (int turn = 0; turn < turns; turn++) {
          String words = Attacks.pick(TALK, rng);
          lender
              .engine
              .desk()
              .receive(talk, new ChannelEvent.TextReceived(words))
              .forEach(one -> said.add(one.side() + " " + one.text()));
        }
      }
      records.addAll(lender.entries("turn"));
    }
    return said;
  }

  private static String token(String words) {
    int at = words.indexOf("https://pay.example/") + "https://pay.example/".length();
    return words.substring(at, at + 48);
  }

  @Test
  void otherWordsThatMeanIllAreNeverSaid() throws Exception {
    List<String> without = talk("without", 240, new FewWords(), Aide.none(), 16, new HashSet<>());
    Set<String> records = new HashSet<>();
    Set<String> seen = ConcurrentHashMap.newKeySet();
    List<String> with;
    try (HostileServer server =
        new HostileServer(question -> {
          seen.add(question.text());
          return Attacks.words(question.text(), question.system(), drawn(question));
        })) {
      with = talk("with", 240, new FewWords(), aide(server), 16, records);
    }
    assertThat(asked.get()).as("attacks").isGreaterThanOrEqualTo(1_500);
    assertThat(with).isEqualTo(without);
    assertThat(seen)
        .as("what leaves the house")
        .noneMatch(text -> text.contains("样例") || text.codePoints().anyMatch(Character::isDigit));
    assertThat(records)
        .allSatisfy(
            record -> assertThat(JSON.readTree(record).path("reworded").toString()).isEmpty());
  }

  @Test
  void opinionsThatMeanIllBindNobody() throws Exception {
    Set<String> records = new HashSet<>();
    List<String> said;
    try (HostileServer server =
        new HostileServer(question -> {
          Rng rng = drawn(question);
          return question.phrasing()
              ? Attacks.words(question.text(), question.system(), rng)
              : Attacks.opinion(rng);
        })) {
      said = talk("opinions", 120, FewWords.unsure(), aide(server), 10, records);
    }
    assertThat(asked.get()).as("attacks").isGreaterThanOrEqualTo(500);
    onlyTheTruth(said);
    int second = 0;
    for (String record : records) {
      JsonNode turn = JSON.readTree(record);
      assertThat(turn.path("reworded").toString()).isEmpty();
      second += turn.toString().contains("chat model m") ? 1 : 0;
      if (turn.toString().contains("chat model m")) {
        for (JsonNode intent : turn.path("intents")) {
          assertThat(intent.path("confidence").asDouble()).isLessThanOrEqualTo(0.55);
          assertThat(intent.path("intent").asString())
              .isNotIn("AFFIRM", "CONFIRM_IDENTITY", "DENY_IDENTITY", "ACKNOWLEDGE", "DENY");
        }
      }
    }
    assertThat(second).as("opinions that were taken in").isPositive();
  }

  @Test
  void goodWordsAreSaidAndRecorded() throws Exception {
    Set<String> records = new HashSet<>();
    try (HostileServer server =
        new HostileServer(question -> {
          asked.incrementAndGet();
          return question.text().equals("请问您方便在哪一天还呢？")
              ? new Answer.Words("请问您哪一天还比较方便呢？")
              : new Answer.Status(503);
        })) {
      List<String> said = talk("good", 4, new FewWords(), aide(server), 2, records);
      assertThat(said).anyMatch(words -> words.contains("请问您哪一天还比较方便呢？"));
    }
    assertThat(records)
        .anyMatch(record ->
            record.contains("\"reworded\":[{\"phrase\":\"ask_when\",\"source\":\"chat model m"));
  }

  /** Independent of the guard: each sum is one of the books or of what the person named. */
  private static void onlyTheTruth(List<String> said) {
    Set<String> sums =
        new HashSet<>(
            List.of(
                // in the books
                "3280.50",
                "8000.00",
                "10000.00",
                // as they were named, with what is left
                "500.00",
                "2780.50",
                "3000.00",
                "280.50",
                // a tenth waived: 3280.50 - 328.05
                "2952.45",
                "328.05"));
    // in instalments, of which the last takes what is left over: 11 × 273.37 + 273.43
    for (int parts = 2; parts <= 12; parts++) {
      int each = 328_050 / parts;
      sums.add(BigDecimal.valueOf(each, 2).toPlainString());
      sums.add(BigDecimal.valueOf(328_050 - (parts - 1) * each, 2).toPlainString());
    }
    for (String words : said) {
      if (words.startsWith("PERSON")) {
        continue;
      }
      assertThat(words)
          .doesNotContain("起诉", "坐牢", "上门", "警察", "单位", "红包", "减免一半", "evil", "验证码发")
          .doesNotContainPattern("\\{|\\}|\\[");
      RuleEntityParser.of()
          .parse(words, Lang.ZH, Lender.MONDAY.atZone(ZoneId.of("Asia/Shanghai")), Money.CNY)
          .stream()
          .filter(entity -> entity.value() instanceof Value.Sum)
          .map(entity -> ((Value.Sum) entity.value()).money().decimal().toPlainString())
          .forEach(sum -> assertThat(sums).as(words).contains(sum));
    }
  }
}
