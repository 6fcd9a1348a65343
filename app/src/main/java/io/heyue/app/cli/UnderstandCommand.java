package io.heyue.app.cli;

import io.heyue.app.installation.Checkout;
import io.heyue.brain.encoder.ModelListener;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.understanding.Heard;
import io.heyue.core.understanding.entity.RuleEntityParser;
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
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what lines of text mean. */
@Command(
    name = "understand",
    mixinStandardHelpOptions = true,
    description = {
      "Say what lines of text mean, one JSON object a line, in the same order.",
      "A line is plain text or an object: {\"id\",\"text\",\"lang\",\"now\",\"after\"}.",
      "A line that can't be read is answered with {\"line\":N,\"error\":\"...\"}."
    })
final class UnderstandCommand implements Callable<Integer> {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Option(names = "--format", defaultValue = "jsonl", description = "jsonl, the only one.")
  @SuppressWarnings("UnusedVariable") // there is no choice yet; picocli refuses any other
  private Format format = Format.JSONL;

  @Option(
      names = "--now",
      description = "The time against which 'tomorrow' is read, such as 2026-11-23T10:00:00+08:00.")
  private @Nullable String now;

  @Option(names = "--lang", description = "zh or en, where the language is known.")
  private @Nullable String lang;

  @Option(names = "--reveal", description = "Don't mask identity and bank card numbers.")
  private boolean reveal;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "A file; - or nothing: the input.")
  private @Nullable Path file;

  enum Format {
    JSONL
  }

  @Override
  public Integer call() {
    ZonedDateTime time =
        now == null
            ? ZonedDateTime.ofInstant(InstantSource.system().instant(), ZONE)
            : Question.time(now);
    Optional<Lang> known = lang == null ? Optional.empty() : Optional.of(Question.lang(lang));
    Checkout checkout = Checkout.find();
    try (ModelListener listener =
            ModelListener.open(checkout.data(), checkout.heads(), RuleEntityParser.of());
        InputStream in = input()) {
      Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
      warm(listener, time);
      new Interview(listener, time, known, new Answer(reveal)).hold(in, out);
    } catch (IOException e) {
      throw new UncheckedIOException("Input or output broke off.", e);
    }
    return CommandLineDoor.DONE;
  }

  /** The first utterance of each language loads code; it is not anybody's latency. */
  static void warm(ModelListener listener, ZonedDateTime time) {
    for (Lang each : Lang.values()) {
      listener.understand(
          new Heard(ordinary(each), Optional.of(each), Optional.empty(), time, Money.CNY));
    }
  }

  /** Something that anybody says in a language. */
  static String ordinary(Lang lang) {
    return switch (lang) {
      case ZH -> "好的，我明天还";
      case EN -> "I will pay tomorrow";
    };
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
}
