package io.heyue.app.cli;

import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import io.heyue.store.labels.Label;
import io.heyue.store.labels.Labels;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be done with the utterances whose meaning people said. */
@Command(
    name = "labels",
    mixinStandardHelpOptions = true,
    description = {
      "Utterances that the machine was not sure of or got wrong, masked, with what people say that",
      "they mean. They are labelled by the API; doc/learning.md says how."
    })
final class LabelsCommand implements Runnable {
  private static final int AT_ONCE = 500;

  private final Map<String, String> environment;

  LabelsCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    throw new Misused("What of the labels? Maybe: labels export FILE.");
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = {
        "Write what was labelled into FILE, one JSON object a line, in the form of the lexicon's",
        "examples, for ./heyue train --from-labels FILE. The server may run meanwhile. FILE holds",
        "what people said, masked: delete it once it was learned from."
      })
  int export(
      @Parameters(paramLabel = "FILE", description = "A file; one that is there is replaced.")
          Path file,
      @Option(names = "--demo", description = "Of the demonstration.") boolean demo)
      throws IOException {
    Installation installation =
        demo ? Installation.demo(environment) : Installation.real(environment);
    Written written;
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Stopped("Folder of " + file + " is not there. Maybe its name is misspelt.");
    }
    if (Files.isDirectory(file)) {
      throw new Stopped(file + " is a folder. Maybe " + file.resolve("labels.jsonl") + ".");
    }
    Path beside = beside(folder);
    try (Storehouse store =
        Storehouse.open(
            installation, SettingsReader.read(installation, environment), InstantSource.system())) {
      written = write(store, beside);
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Stopped(
          file
              + " can't be written: "
              + e.getMessage()
              + ". Maybe the disk is full; nothing of it is kept.");
    } finally {
      Files.deleteIfExists(beside);
    }
    System.out.println(
        written.labels()
            + " labelled utterances are in "
            + file
            + "."
            + (written.outdated() == 0
                ? ""
                : " "
                    + written.outdated()
                    + " were left out: what they were said to mean is in the taxonomy no more."));
    return CommandLineDoor.DONE;
  }

  /** A file that is made so can be read by its owner alone. */
  private static Path beside(Path folder) {
    try {
      return Files.createTempFile(folder, "labels", ".part");
    } catch (IOException e) {
      throw new Stopped(
          "Nothing can be written into "
              + folder
              + ": "
              + e.getMessage()
              + ". Maybe it is full, or belongs to somebody else.");
    }
  }

  /**
   * What was exported.
   *
   * @param outdated labels that name an intent which was taken out of the taxonomy
   */
  private record Written(long labels, long outdated) {}

  private static Written write(Storehouse store, Path file) throws IOException {
    Labels labels = new Labels(store.vault());
    long written = 0;
    long outdated = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      Optional<UUID> after = Optional.empty();
      List<Label> page;
      do {
        Optional<UUID> from = after;
        page =
            store
                .database()
                .transactor()
                .get(sql ->
                    labels.page(
                        sql,
                        Optional.of(Label.State.LABELLED),
                        Optional.empty(),
                        Optional.empty(),
                        from,
                        AT_ONCE));
        for (Label label : page) {
          if (label.meaning().isEmpty()) {
            outdated++;
            continue;
          }
          out.write(LabelJson.of(label));
          out.newLine();
          written++;
        }
        after = page.isEmpty() ? after : Optional.of(page.getLast().id());
      } while (page.size() == AT_ONCE);
    }
    return new Written(written, outdated);
  }
}
