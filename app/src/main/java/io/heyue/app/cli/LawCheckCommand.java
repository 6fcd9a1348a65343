package io.heyue.app.cli;

import io.heyue.app.law.Answer;
import io.heyue.app.law.LawCheck;
import io.heyue.core.base.Lang;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says of intended acts whether they are lawful. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Say of intended acts whether they are lawful: one JSON object a line in, one verdict a line",
      "out, in the same order. The object's fields stand in doc/law-check.md. What is absent or null",
      "is unknown, and refuses where a rule needs it. A line that can't be read is answered with",
      "{\"line\":N,\"verdict\":\"forbidden\",\"error\":\"...\"}."
    })
final class LawCheckCommand implements Callable<Integer> {
  @Option(names = "--format", description = "text or jsonl. Default: jsonl.")
  private LawCommand.Format format = LawCommand.Format.JSONL;

  @Option(names = "--lang", description = "zh or en: of what the rules say. Default: en.")
  private String lang = "en";

  @Option(names = "--pack", paramLabel = "FOLDER", description = "Other rules than the usual.")
  private @Nullable Path pack;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "A file; - or nothing: the input.")
  private @Nullable Path file;

  @Override
  public Integer call() {
    Lang words = LawCommand.lang(lang);
    LawCheck check = new LawCheck(LawCommand.book(pack).rules());
    try (InputStream in = LawCommand.input(Optional.ofNullable(file))) {
      Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
      Lines lines = new Lines(in);
      long number = 0;
      for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        number++;
        if (!line.get().flaw().isEmpty() || !line.get().text().isBlank()) {
          out.write(said(check, line.get(), number, words));
          out.write('\n');
          out.flush();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Input or output broke off.", e);
    }
    return CommandLineDoor.DONE;
  }

  private String said(LawCheck check, Lines.Line line, long number, Lang words) {
    Answer answer =
        line.flaw().isEmpty() ? check.check(line.text(), words) : check.refuse(line.flaw());
    return format == LawCommand.Format.JSONL
        ? answer.json(Optional.of(number)).toString()
        : text(answer, number);
  }

  private static String text(Answer answer, long number) {
    StringBuilder out = new StringBuilder();
    out.append(
        answer
            .id()
            .map(id -> id.isString() ? id.asString() : id.toString())
            .orElse("line " + number));
    out.append(": ").append(answer.verdict()).append("\n  ").append(answer.why());
    answer.remedies().forEach(remedy -> out.append("\n  → ").append(remedy));
    if (!answer.duties().isEmpty()) {
      out.append("\n  duties: ").append(String.join(", ", answer.duties()));
    }
    answer.ignored().forEach(each -> out.append("\n  ignored: ").append(each));
    return out.toString();
  }
}
