package io.heyue.app.cli;

import io.heyue.app.law.PackDiff;
import io.heyue.app.law.PackDiff.Change;
import io.heyue.brain.book.LawBook;
import io.heyue.core.base.Lang;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Says what differs between two days, or two sets of rules. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Say which rules begin, end or change between two days, or between these rules and another",
      "folder of them: what changes on 1 January?"
    })
final class LawDiffCommand implements Callable<Integer> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Option(names = "--from", paramLabel = "DAY", description = "The first day. Default: today.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "The other day. Default: the first.")
  private @Nullable LocalDate to;

  @Option(names = "--pack", paramLabel = "FOLDER", description = "The other rules.")
  private @Nullable Path pack;

  @Option(names = "--format", description = "text or jsonl. Default: text.")
  private LawCommand.Format format = LawCommand.Format.TEXT;

  @Option(names = "--lang", description = "zh or en: of what the rules say. Default: en.")
  private String lang = "en";

  @Override
  public Integer call() {
    if (to == null && pack == null) {
      throw new Misused("Nothing to compare with. Maybe: law diff --to 2027-01-01");
    }
    Lang words = LawCommand.lang(lang);
    LocalDate first =
        from == null ? LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC) : from;
    LocalDate second = to == null ? first : to;
    LawBook book = LawCommand.book(null);
    LawBook other = pack == null ? book : LawCommand.book(pack);
    List<Change> changes = PackDiff.between(book.rules(), first, other.rules(), second);
    for (Change change : changes) {
      System.out.println(
          format == LawCommand.Format.JSONL ? json(change, words) : change.says(words));
    }
    if (changes.isEmpty() && format == LawCommand.Format.TEXT) {
      System.out.println("Nothing changes.");
    }
    return CommandLineDoor.DONE;
  }

  private static String json(Change change, Lang words) {
    return JSON.createObjectNode()
        .put("id", change.id())
        .put("change", change.kind().name().toLowerCase(java.util.Locale.ROOT))
        .put("before", change.before().map(rule -> rule.id().toString()).orElse(null))
        .put("after", change.after().map(rule -> rule.id().toString()).orElse(null))
        .put("says", change.says(words))
        .toString();
  }
}
