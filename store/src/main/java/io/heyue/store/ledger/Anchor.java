package io.heyue.store.ledger;

import io.heyue.core.audit.Chain;
import io.heyue.core.audit.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long the chains were when last looked, in a file beside the key and outside the database: a
 * line a chain, {@code stripe length hash seal}. Whoever puts an old database, or an old head, in
 * the place of today's is found out by it. Lengths only grow. Thread-safe.
 */
final class Anchor {
  /** What happens within this time of the last note can be cut off again without trace. */
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final Path file;
  private final SealingKey key;
  private Instant noted = Instant.MIN;

  Anchor(Path file, SealingKey key) {
    this.file = file;
    this.key = key;
  }

  /** Notes chains that are committed, if the last note is old enough. */
  synchronized void note(Map<Integer, Chain> committed, Instant now) {
    if (noted.equals(Instant.MIN) || Duration.between(noted, now).abs().compareTo(EVERY) >= 0) {
      write(committed);
      noted = now;
    }
  }

  /** Notes chains that are committed. */
  synchronized void write(Map<Integer, Chain> committed) {
    Map<Integer, Chain> chains = read();
    committed.forEach((stripe, chain) ->
        chains.merge(stripe, chain, (old, now) -> old.length() > now.length() ? old : now));
    StringBuilder text = new StringBuilder();
    chains.forEach((stripe, chain) ->
        text.append(stripe)
            .append(' ')
            .append(chain.length())
            .append(' ')
            .append(chain.head().hex())
            .append(' ')
            .append(HexFormat.of().formatHex(key.anchor(stripe, chain.length(), chain.head())))
            .append('\n'));
    try {
      Path fresh =
          Files.createTempFile(
              file.toAbsolutePath().getParent(),
              "ledger-",
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The chains as they were when last noted; none where there is no file.
   *
   * @throws LedgerBroken if the file was written by somebody else
   */
  synchronized Map<Integer, Chain> read() {
    Map<Integer, Chain> chains = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        read(line, chains);
      }
      return chains;
    } catch (NoSuchFileException e) {
      return chains;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String line, Map<Integer, Chain> chains) {
    List<String> words = List.of(line.split(" ", -1));
    try {
      int stripe = Integer.parseInt(words.get(0));
      Chain chain = new Chain(Long.parseLong(words.get(1)), new Hash(words.get(2)));
      byte[] seal = HexFormat.of().parseHex(words.get(3));
      if (SealingKey.same(seal, key.anchor(stripe, chain.length(), chain.head()))) {
        chains.put(stripe, chain);
        return;
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw broken(e);
    }
    throw broken(null);
  }

  private LedgerBroken broken(@Nullable Exception cause) {
    LedgerBroken broken =
        new LedgerBroken(
            "File "
                + file
                + " was not written by this installation. Maybe the key file was replaced; or"
                + " somebody changed it.");
    if (cause != null) {
      broken.initCause(cause);
    }
    return broken;
  }
}
