package io.heyue.app.cli;

import io.heyue.brain.book.LawBook;
import io.heyue.core.base.Lang;
import io.heyue.core.law.Rule;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the rules of law. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the rules: all of them, or those in force in a place on a day.")
final class LawListCommand implements Callable<Integer> {
  @Option(names = "--format", description = "text or jsonl. Default: text.")
  private LawCommand.Format format = LawCommand.Format.TEXT;

  @Option(names = "--lang", description = "zh or en: of what the rules say. Default: en.")
  private String lang = "en";

  @Option(names = "--place", description = "Only what holds in a place, such as CN, US-MA or UK.")
  private @Nullable String place;

  @Option(names = "--on", paramLabel = "DAY", description = "Only what is in force on that day.")
  private @Nullable LocalDate on;

  @Option(names = "--pack", paramLabel = "FOLDER", description = "Other rules than the usual.")
  private @Nullable Path pack;

  @Override
  public Integer call() {
    Lang words = LawCommand.lang(lang);
    LawBook book = LawCommand.book(pack);
    List<Rule> rules =
        book.rules().rules().stream()
            .filter(rule -> on == null || rule.inForce(on))
            .filter(rule -> place == null || holds(book, rule, place))
            .sorted(Comparator.comparing(Rule::id))
            .toList();
    for (Rule rule : rules) {
      System.out.println(
          format == LawCommand.Format.JSONL
              ? RuleJson.of(book, rule).toString()
              : line(rule, words));
    }
    if (format == LawCommand.Format.TEXT) {
      System.out.println(
          rules.size()
              + " rules in "
              + Set.copyOf(rules.stream().map(Rule::place).toList()).size()
              + " places; version "
              + book.rules().version().substring(0, 12));
    }
    return CommandLineDoor.DONE;
  }

  private static boolean holds(LawBook book, Rule rule, String place) {
    var places = book.rules().places();
    return places.chain(place).contains(places.name(rule.place()));
  }

  private static String line(Rule rule, Lang lang) {
    return "%-22s %-9s %s %-4s %s%n    %s"
        .formatted(
            rule.id(),
            rule.place(),
            rule.confidence(),
            rule.kind().name().toLowerCase(java.util.Locale.ROOT),
            rule.from() + rule.to().map(to -> " to " + to).orElse(""),
            rule.says(lang));
  }
}
