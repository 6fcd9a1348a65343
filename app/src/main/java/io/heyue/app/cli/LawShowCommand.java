package io.heyue.app.cli;

import io.heyue.brain.book.LawBook;
import io.heyue.brain.book.Near;
import io.heyue.core.law.Rule;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one rule in all its versions. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show a rule: its file with its values, article, plain sentence and examples.")
final class LawShowCommand implements Callable<Integer> {
  @Option(names = "--format", description = "text or jsonl. Default: text.")
  private LawCommand.Format format = LawCommand.Format.TEXT;

  @Option(names = "--pack", paramLabel = "FOLDER", description = "Other rules than the usual.")
  private @Nullable Path pack;

  @Parameters(paramLabel = "ID", description = "Such as CN-GBT-01, or CN-GBT-01@1 for a version.")
  private String id = "";

  @Override
  public Integer call() {
    LawBook book = LawCommand.book(pack);
    String wanted = id.toUpperCase(Locale.ROOT);
    List<Rule> found =
        book.rules().rules().stream()
            .filter(rule -> rule.id().id().equals(wanted) || rule.id().toString().equals(wanted))
            .sorted(Comparator.comparing(Rule::id))
            .toList();
    if (found.isEmpty()) {
      List<String> ids = book.rules().rules().stream().map(rule -> rule.id().id()).toList();
      throw new Stopped("There is no rule '" + id + "'. " + Near.maybe(wanted, ids));
    }
    for (Rule rule : found) {
      System.out.println(
          format == LawCommand.Format.JSONL
              ? RuleJson.of(book, rule).toString()
              : text(book, rule));
    }
    return CommandLineDoor.DONE;
  }

  private static String text(LawBook book, Rule rule) {
    String file = book.file(rule.id().toString()).orElseThrow();
    return rule.id()
        + " · "
        + rule.citation().brief()
        + " · "
        + (rule.blocks() ? "blocks" : "goes to a person")
        + "\n"
        + file
        + "\n\n"
        + book.texts().getOrDefault(file, "");
  }
}
