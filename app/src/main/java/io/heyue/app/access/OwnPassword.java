package io.heyue.app.access;

import io.heyue.core.audit.Canonical;
import io.heyue.store.ledger.Entry;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.postgres.Transactor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where users change their own password. All of their sessions end with it, and the ledger says
 * that it was done and by whom. Thread-safe.
 */
public final class OwnPassword {
  private final Accounts accounts;
  private final Transactor transactor;
  private final Ledger ledger;
  private final InstantSource clock;

  public OwnPassword(Accounts accounts, Transactor transactor, Ledger ledger, InstantSource clock) {
    this.accounts = accounts;
    this.transactor = transactor;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** For the ledger. */
  private record Changed(String by, String what) {}

  /**
   * Changes it.
   *
   * @return what a session goes on with after it; empty if {@code before} is not the password
   * @throws IllegalArgumentException if {@code after} can't be a password, or is the old one
   */
  public Optional<Session> change(String name, String before, String after) {
    Accounts.checkPassword(after);
    Optional<Session> session = accounts.login(name, before);
    if (session.isEmpty()) {
      return Optional.empty();
    }
    if (before.equals(after)) {
      throw new IllegalArgumentException("The new password is the old one.");
    }
    String hash = accounts.hash(after);
    Instant now = clock.instant();
    return transactor.get(sql -> {
      Optional<Session> renewed = accounts.renew(sql, session.get(), hash);
      if (renewed.isPresent()) {
        ledger.append(sql, List.of(entry(name, now)));
      }
      return renewed;
    });
  }

  private static Entry entry(String name, Instant now) {
    return new Entry(
        Entry.Kind.ACCESS,
        now,
        UUID.nameUUIDFromBytes(("user " + name).getBytes(StandardCharsets.UTF_8)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Canonical.text(new Changed(name, "own password changed")));
  }
}
