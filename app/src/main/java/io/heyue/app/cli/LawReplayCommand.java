package io.heyue.app.cli;

import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import io.heyue.app.law.Recorded;
import io.heyue.app.law.Replay;
import io.heyue.app.law.Replay.Difference;
import io.heyue.brain.book.LawBook;
import io.heyue.core.law.RuleBook;
import io.heyue.store.law.LawPacks;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.postgres.Transactor;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Judges recorded contacts again. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Judge recorded contacts again. By the rules of their own day each must come out as it is",
      "recorded; with --pack, what comes out otherwise is what those rules would change.",
      "It ends with exit code 3 if a contact comes out otherwise by the rules of its own day.",
      "The server may run meanwhile."
    })
final class LawReplayCommand implements Callable<Integer> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, String> environment;

  @Option(names = "--from", paramLabel = "DAY", description = "The first day. Default: all.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "The last day. Default: today.")
  private @Nullable LocalDate to;

  @Option(names = "--zone", description = "Whose days. Default: Asia/Shanghai.")
  private ZoneId zone = ZoneId.of("Asia/Shanghai");

  @Option(names = "--pack", paramLabel = "FOLDER", description = "Judge by these rules instead.")
  private @Nullable Path pack;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "Judge as if each contact were made at its time on that day.")
  private @Nullable LocalDate asOf;

  @Option(names = "--format", description = "text or jsonl. Default: text.")
  private LawCommand.Format format = LawCommand.Format.TEXT;

  @Option(names = "--demo", description = "Of the demonstration.")
  private boolean demo;

  LawReplayCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Installation installation =
        demo ? Installation.demo(environment) : Installation.real(environment);
    Instant first = from == null ? Instant.EPOCH : from.atStartOfDay(zone).toInstant();
    Instant last =
        to == null
            ? InstantSource.system().instant().plusSeconds(1)
            : to.plusDays(1).atStartOfDay(zone).toInstant();
    Replay replay;
    try (Storehouse store =
        Storehouse.open(
            installation, SettingsReader.read(installation, environment), InstantSource.system())) {
      Ledger ledger = Ledger.open(installation.folder(), store.vault());
      Transactor transactor = store.database().transactor();
      replay = pack == null && asOf == null ? own(transactor) : other();
      transactor.run(sql -> ledger.each(sql, first, last, entry -> replay.take(entry)));
    }
    replay.differences().forEach(difference -> System.out.println(shown(difference)));
    System.out.println(format == LawCommand.Format.JSONL ? json(replay) : replay.summary());
    boolean wrong = pack == null && asOf == null && !replay.differences().isEmpty();
    return wrong || replay.unreadable() > 0 ? CommandLineDoor.FOUND_WRONG : CommandLineDoor.DONE;
  }

  /** By the rules that were in use when a contact was recorded, kept file by file. */
  private static Replay own(Transactor transactor) {
    LawBook today = LawCommand.book(null);
    LawPacks packs = new LawPacks();
    return new Replay(version -> {
      if (version.equals(today.rules().version())) {
        return java.util.Optional.of(today.rules());
      }
      Map<String, String> texts = transactor.get(sql -> packs.texts(sql, version));
      return texts.isEmpty()
          ? java.util.Optional.empty()
          : java.util.Optional.of(LawBook.of(texts).rules());
    });
  }

  private Replay other() {
    RuleBook book = LawCommand.book(pack).rules();
    return new Replay(_ -> java.util.Optional.of(book), java.util.Optional.ofNullable(asOf));
  }

  private String shown(Difference difference) {
    if (format == LawCommand.Format.TEXT) {
      return difference.toString();
    }
    ObjectNode out = JSON.createObjectNode();
    out.put("contact", difference.contact().permit().toString());
    out.put("at", difference.contact().at().toString());
    put(out, "recorded", difference.contact().judgment());
    put(out, "now", difference.now());
    return out.toString();
  }

  private static void put(ObjectNode out, String key, Recorded.Judgment judgment) {
    ObjectNode node = out.putObject(key);
    node.put("verdict", judgment.permitted() ? "permitted" : "refused");
    ArrayNode rules = node.putArray("rules");
    judgment.rules().forEach(rule -> rules.add(rule.toString()));
    node.put("lawfulFrom", judgment.lawfulFrom().map(Instant::toString).orElse(null));
  }

  private static String json(Replay replay) {
    return JSON.createObjectNode()
        .put("judged", replay.judged())
        .put("different", replay.differences().size())
        .put("unreadable", replay.unreadable())
        .put("withoutRules", replay.withoutRules())
        .toString();
  }
}
