package io.heyue.app.cli;

import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import io.heyue.core.audit.Canonical;
import io.heyue.core.audit.KeyRing;
import io.heyue.store.ledger.Checkpoints;
import io.heyue.store.ledger.Entry;
import io.heyue.store.ledger.Ledger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The keys by which the ledger is signed. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = {"Show the public keys of the ledger, or let a new one take over."})
final class LedgerKeyCommand implements Runnable {
  private final Map<String, String> environment;

  LedgerKeyCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  /** For the ledger. */
  private record Rotated(String what, int number, String key) {}

  @Override
  public void run() {
    throw new Misused("What of the ledger's keys? Maybe: ledger key show, or: ledger key rotate");
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = {
        "Print the public keys as PEM, the current one last. Publish them where examiners look: who",
        "verifies with a key out of the bundle itself proves little."
      })
  int show(@Option(names = "--demo", description = "The demonstration's keys.") boolean demo) {
    KeyRing ring =
        Checkpoints.open(installation(demo).folder()).keys(InstantSource.system().instant());
    print(ring);
    return CommandLineDoor.DONE;
  }

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = {
        "Let a new key sign from now on. The old one vouches for it and is then forgotten; its public",
        "half stays, and what it signed still verifies. The server may run meanwhile. Back ledger.keys",
        "up afterwards."
      })
  int rotate(@Option(names = "--demo", description = "The demonstration's keys.") boolean demo) {
    Installation installation = installation(demo);
    InstantSource clock = InstantSource.system();
    try (Storehouse store =
        Storehouse.open(installation, SettingsReader.read(installation, environment), clock)) {
      Ledger ledger = Ledger.open(installation.folder(), store.vault());
      Checkpoints checkpoints = Checkpoints.open(installation.folder());
      Instant now = clock.instant();
      // What was written so far is signed by the old key.
      var _ = checkpoints.make(store.database().transactor(), now);
      KeyRing ring =
          store
              .database()
              .transactor()
              .get(sql -> {
                KeyRing rotated = checkpoints.rotate(sql, now);
                ledger.append(sql, List.of(entry(rotated, now)));
                return rotated;
              });
      print(ring);
      System.err.println(
          "Key "
              + ring.links().size()
              + " signs from now on. Publish it, and back up ledger.keys.");
    }
    return CommandLineDoor.DONE;
  }

  private static Entry entry(KeyRing ring, Instant now) {
    return new Entry(
        Entry.Kind.ACCESS,
        now,
        UUID.nameUUIDFromBytes("ledger keys".getBytes(StandardCharsets.UTF_8)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Canonical.text(
            new Rotated("ledger key rotated", ring.links().size(), ring.current().hex())));
  }

  private Installation installation(boolean demo) {
    return demo ? Installation.demo(environment) : Installation.real(environment);
  }

  private static void print(KeyRing ring) {
    for (int i = 0; i < ring.links().size(); i++) {
      KeyRing.Link link = ring.links().get(i);
      System.out.println(
          "# "
              + ring.origin()
              + " key "
              + (i + 1)
              + " since "
              + link.from()
              + " fingerprint "
              + link.key().fingerprint());
      System.out.print(link.key().pem());
    }
  }
}
