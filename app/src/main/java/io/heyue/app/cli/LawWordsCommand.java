package io.heyue.app.cli;

import io.heyue.app.installation.Checkout;
import io.heyue.app.law.WordsDesk;
import io.heyue.app.law.WordsView;
import io.heyue.brain.book.Books;
import io.heyue.brain.words.Ears;
import io.heyue.core.base.Lang;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says of lines of text whether they may be said. */
@Command(
    name = "words",
    mixinStandardHelpOptions = true,
    description = {
      "Say of lines of text whether they may be said to somebody who owes, which rule stands against",
      "them and what may be said instead: one answer a line, in the same order.",
      "A line is plain text or an object: {\"id\",\"text\",\"lang\",\"facts\":{...}}; blank ones are skipped.",
      "A line that can't be read is answered with {\"line\":N,\"error\":\"...\"}.",
      "doc/words.md says which facts there are and how sentences are judged."
    })
final class LawWordsCommand implements Callable<Integer> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Option(names = "--format", defaultValue = "jsonl", description = "jsonl or text.")
  private Format format = Format.JSONL;

  @Option(
      names = "--lang",
      description = "zh or en; where it is left out, the script of each line decides.")
  private @Nullable String lang;

  @Option(names = "--place", defaultValue = WordsDesk.PLACE, description = "Whose law: CN.")
  private String place = WordsDesk.PLACE;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "A file; - or nothing: the input.")
  private @Nullable Path file;

  enum Format {
    JSONL,
    TEXT
  }

  @Override
  public Integer call() {
    Optional<Lang> known =
        lang == null
            ? Optional.empty()
            : Optional.of(
                Lang.find(lang).orElseThrow(() -> new Misused("--lang is neither zh nor en.")));
    Checkout checkout = Checkout.find();
    WordsDesk desk =
        new WordsDesk(
            Books.read(checkout.data()),
            Ears.open(checkout.data(), checkout.heads()),
            InstantSource.system());
    try (InputStream in = input()) {
      Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
      answer(desk, known, in, out);
    } catch (IOException e) {
      throw new UncheckedIOException("Input or output broke off.", e);
    }
    return CommandLineDoor.DONE;
  }

  private InputStream input() throws IOException {
    if (file == null || file.toString().equals("-")) {
      return System.in;
    }
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new Stopped("File " + file + " can't be read. Maybe its name is misspelt.");
    }
    return Files.newInputStream(file);
  }

  /** Each line is answered before the next is read, so that somebody who waits gets it. */
  private void answer(WordsDesk desk, Optional<Lang> known, InputStream in, Writer out)
      throws IOException {
    Lines lines = new Lines(in);
    long number = 0;
    for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      number++;
      if (!line.get().flaw().isEmpty() || !line.get().text().isBlank()) {
        out.write(answer(desk, known, line.get(), number));
        out.write('\n');
        out.flush();
      }
    }
  }

  private String answer(WordsDesk desk, Optional<Lang> known, Lines.Line line, long number) {
    try {
      JsonNode asked = asked(line);
      JsonNode text = asked.path("text");
      if (!text.isString()) {
        throw new IllegalArgumentException("\"text\" is missing or no string.");
      }
      WordsView view =
          desk.judge(
              text.stringValue(), lang(asked.path("lang"), known), asked.path("facts"), place);
      return format == Format.TEXT ? text(view, text.stringValue()) : json(asked.path("id"), view);
    } catch (IllegalArgumentException e) {
      return Answer.error(number, String.valueOf(e.getMessage()));
    }
  }

  private static JsonNode asked(Lines.Line line) {
    if (!line.flaw().isEmpty()) {
      throw new IllegalArgumentException(line.flaw());
    }
    if (!line.text().stripLeading().startsWith("{")) {
      return JsonNodeFactory.instance.objectNode().put("text", line.text());
    }
    try {
      return JSON.readTree(line.text());
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The line begins like a JSON object, but is none.", e);
    }
  }

  private static Optional<Lang> lang(JsonNode named, Optional<Lang> known) {
    if (named.isMissingNode() || named.isNull()) {
      return known;
    }
    return Optional.of(
        Optional.of(named)
            .filter(JsonNode::isString)
            .flatMap(code -> Lang.find(code.stringValue()))
            .orElseThrow(() -> new IllegalArgumentException("\"lang\" is neither zh nor en.")));
  }

  private static String json(JsonNode id, WordsView view) {
    ObjectNode answer = JSON.createObjectNode();
    if (!id.isMissingNode()) {
      answer.set("id", id);
    }
    answer.setAll((ObjectNode) JSON.valueToTree(view));
    return JSON.writeValueAsString(answer);
  }

  private static String text(WordsView view, String words) {
    StringBuilder text = new StringBuilder(view.verdict()).append("  ").append(words.strip());
    view.rules().forEach(rule -> text.append("  [").append(rule.id()).append(']'));
    if (view.category() != null) {
      text.append("  ").append(view.category());
    }
    view.spans().forEach(span -> text.append("  “").append(span.text()).append('”'));
    if (view.suggestion() != null) {
      text.append("  → ").append(view.suggestion());
    } else if (view.reason() != null) {
      text.append("  (").append(view.reason()).append(')');
    }
    return text.toString().replace('\n', ' ');
  }
}
