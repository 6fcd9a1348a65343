package io.heyue.app.cli;

import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import io.heyue.app.models.LabelExport;
import io.heyue.store.ledger.Ledger;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Map;
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
      @Option(names = "--demo", description = "Of the demonstration.") boolean demo,
      @Option(
              names = "--without-consent",
              description = {
                "Also what people said who have no flag label_consent in the lender's books. The"
                    + " lender answers for another ground; it stands in the ledger."
              })
          boolean withoutConsent)
      throws IOException {
    Installation installation =
        demo ? Installation.demo(environment) : Installation.real(environment);
    LabelExport.Taken taken;
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
      taken = write(installation, store, beside, !withoutConsent);
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
    System.out.println(told(taken, file));
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

  private static String told(LabelExport.Taken taken, Path file) {
    StringBuilder told =
        new StringBuilder(taken.labels() + " labelled utterances are in " + file + ".");
    if (taken.withheld() > 0) {
      told.append(" ")
          .append(taken.withheld())
          .append(
              " were left out: the books have no label_consent of who said them, or they hadn't"
                  + " shown who they are.");
    }
    if (taken.outdated() > 0) {
      told.append(" ")
          .append(taken.outdated())
          .append(" were left out: what they were said to mean is in the taxonomy no more.");
    }
    return told.toString();
  }

  private static LabelExport.Taken write(
      Installation installation, Storehouse store, Path file, boolean consentedOnly)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      return new LabelExport(
              store.database().transactor(),
              Ledger.open(installation.folder(), store.vault()),
              store.vault(),
              InstantSource.system())
          .write(out, consentedOnly, "command line, " + System.getProperty("user.name"));
    }
  }
}
