package io.heyue.app.cli;

import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import io.heyue.app.law.WordsDesk;
import io.heyue.app.tuning.TuningExport;
import io.heyue.brain.book.Books;
import io.heyue.brain.words.Ears;
import io.heyue.store.ledger.Ledger;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes conversations out for tuning a large model. */
@Command(
    name = "export-tuning",
    mixinStandardHelpOptions = true,
    description = {
      "Write conversations for tuning a large model into FOLDER: chat.jsonl, preference.jsonl and",
      "CARD.md, which says what is in them. Masked, and only of people of whom the lender's books",
      "say that they consented to it (the flag training_consent). That it was done stands in the",
      "ledger. The server may run meanwhile."
    })
final class ExportTuningCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Parameters(paramLabel = "FOLDER", description = "Where to; it must not be there yet.")
  private Path folder = Path.of("");

  @Option(
      names = "--most",
      defaultValue = "10000",
      description = "Conversations at most. Default: 10000.")
  private int most;

  @Option(
      names = "--pairs",
      defaultValue = "500",
      description = "Pairs of each language at most. Default: 500.")
  private int pairs;

  @Option(
      names = "--keep",
      defaultValue = "P180D",
      description = "For how long the files may be kept; stands in the card. Default: P180D.")
  private String keep = "P180D";

  @Option(names = "--demo", description = "Of the demonstration.")
  private boolean demo;

  ExportTuningCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (Files.exists(folder)) {
      throw new Misused("Folder " + folder + " is there already; name another.");
    }
    if (most < 1 || pairs < 0) {
      throw new Misused("--most must be above 0, --pairs 0 or more.");
    }
    Period kept = period(keep);
    Installation installation =
        demo ? Installation.demo(environment) : Installation.real(environment);
    TuningExport.Taken taken = take(installation, kept);
    if (taken.conversations() == 0) {
      throw new Stopped(
          "Of "
              + taken.ended()
              + " conversations that ended none may be used: in none of them a person consented to"
              + " training and told of nothing delicate. Maybe the column flags of the accounts lacks"
              + " training_consent; see doc/chat-model.md. Nothing was written.");
    }
    write(taken);
    System.out.println(
        folder
            + ": "
            + taken.conversations()
            + " of "
            + taken.ended()
            + " conversations, "
            + taken.pairs()
            + " pairs. Read CARD.md, and a sample, before you use them.");
    return CommandLineDoor.DONE;
  }

  private static Period period(String text) {
    try {
      Period period = Period.parse(text);
      if (!period.isNegative() && !period.isZero()) {
        return period;
      }
    } catch (DateTimeParseException e) {
      // It is said below.
    }
    throw new Misused("--keep " + text + " is no time to come. Maybe P180D.");
  }

  private TuningExport.Taken take(Installation installation, Period kept) {
    InstantSource clock = InstantSource.system();
    Checkout checkout = Checkout.find();
    try (Storehouse store =
        Storehouse.open(installation, SettingsReader.read(installation, environment), clock)) {
      WordsDesk words =
          new WordsDesk(
              Books.read(checkout.data()), Ears.open(checkout.data(), checkout.heads()), clock);
      return new TuningExport(
              checkout.data(),
              store.database().transactor(),
              Ledger.open(installation.folder(), store.vault()),
              store.vault(),
              words,
              clock)
          .take("command line", most, pairs, kept);
    }
  }

  /** Nobody but its owner may read what was said. */
  private void write(TuningExport.Taken taken) {
    try {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      write("chat.jsonl", taken.chat());
      write("preference.jsonl", taken.preference());
      write("CARD.md", taken.card());
    } catch (IOException e) {
      throw new Stopped("Folder " + folder + " can't be written. Maybe its parent isn't there.");
    }
  }

  private void write(String name, String text) throws IOException {
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            folder.resolve(name),
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        var _ = channel.write(bytes);
      }
    }
  }
}
