package io.heyue.app.cli;

import io.heyue.app.access.Role;
import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import io.heyue.app.proof.Bundle;
import io.heyue.app.proof.Evidence;
import io.heyue.brain.book.LawBook;
import io.heyue.store.law.LawPacks;
import io.heyue.store.ledger.Checkpoints;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.postgres.Transactor;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes out the evidence about a contact. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Write a bundle of evidence about a contact (its permit), a conversation or a case: its records,",
      "the rules that were in force, what proves them, and a page to read and print. A stranger",
      "verifies it with 'ledger verify BUNDLE --key PEM'. It holds what was said, as far as the role",
      "may see it. That it was made stands in the ledger. The server may run meanwhile."
    })
final class LedgerExportCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Parameters(paramLabel = "CONTACT", description = "Id of a permit, a conversation or a case.")
  private String id = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to. Default: heyue-evidence-ID.zip here.")
  private @Nullable Path out;

  @Option(
      names = "--as",
      paramLabel = "ROLE",
      description = {
        "Show as much as admin, operator, agent, compliance or viewer may see;",
        "the rest is withheld and proves all the same. Default: compliance."
      })
  private String as = Role.COMPLIANCE.id();

  @Option(names = "--demo", description = "Of the demonstration.")
  private boolean demo;

  LedgerExportCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    UUID subject = WhyCommand.subject(id);
    Role role = Roles.meant(as);
    Path file = out == null ? Path.of("heyue-evidence-" + subject + ".zip") : out;
    if (Files.exists(file)) {
      throw new Misused("File " + file + " is there already; --out names another.");
    }
    Installation installation =
        demo ? Installation.demo(environment) : Installation.real(environment);
    Bundle bundle = export(installation, subject, role);
    write(file, bundle.archive());
    System.out.println(
        file
            + ": "
            + bundle.records()
            + " records as "
            + role.id()
            + " may see them; "
            + (bundle.withheld() == 0
                ? "nothing is withheld."
                : bundle.withheld()
                    + " fields of "
                    + (bundle.withheld() + bundle.shown())
                    + " are withheld."));
    System.out.println("Verify it with: ./heyue ledger verify " + file + " --key PUBLIC.pem");
    return CommandLineDoor.DONE;
  }

  private Bundle export(Installation installation, UUID subject, Role role) {
    InstantSource clock = InstantSource.system();
    try (Storehouse store =
        Storehouse.open(installation, SettingsReader.read(installation, environment), clock)) {
      Transactor transactor = store.database().transactor();
      // The law of today is kept before evidence of today's contacts is taken out.
      LawBook law = LawBook.read(Checkout.find().data().resolve("law"));
      transactor.run(sql -> new LawPacks().keep(sql, law.rules().version(), law.texts()));
      return new Evidence(
              transactor,
              Ledger.open(installation.folder(), store.vault()),
              Checkpoints.open(installation.folder()),
              clock)
          .export(subject, "command line", role)
          .orElseThrow(() -> new Stopped(WhyCommand.nothing(installation, id, demo)));
    }
  }

  /** Nobody but its owner may read what was said. */
  private static void write(Path file, byte[] archive) {
    try (var channel =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(archive);
      while (bytes.hasRemaining()) {
        var _ = channel.write(bytes);
      }
    } catch (FileAlreadyExistsException e) {
      throw new Stopped("File " + file + " is there already; --out names another.");
    } catch (IOException e) {
      throw new Stopped("File " + file + " can't be written. Maybe its folder isn't there.");
    }
  }
}
