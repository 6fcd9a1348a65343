package io.heyue.store.ledger;

import io.heyue.core.audit.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key by which the ledger shows that we wrote it. It lies in the data folder, not in the
 * database, so that whoever can write the tables can't write a ledger. Thread-safe.
 */
final class SealingKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final SecretKeySpec key;

  private SealingKey(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** Reads the key, or makes it where there is no file. */
  static SealingKey openOrMake(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
      if (!OWNER_ONLY.containsAll(mode)) {
        throw new LedgerBroken(
            "Key file "
                + file
                + " can be read by others than its owner. Maybe run: chmod 600 "
                + file);
      }
      byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
      if (key.length != 32) {
        throw new LedgerBroken(
            "Key file " + file + " holds " + key.length + " bytes, not 32. Maybe it was cut off.");
      }
      return new SealingKey(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(Path file) throws IOException {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
    Files.createDirectories(folder);
    Path fresh =
        Files.createTempFile(
            folder, "ledger-", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try {
      Files.writeString(fresh, HexFormat.of().formatHex(key) + "\n");
      // Unlike a move, a link never replaces the file of a process that was faster.
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // Then that one's key is everybody's.
    } finally {
      Files.delete(fresh);
    }
  }

  /** The seal of an entry. */
  byte[] entry(int stripe, long number, Hash hash) {
    return seal("entry", stripe, number, hash);
  }

  /** The seal of a head: that the chain ends there. */
  byte[] head(int stripe, long length, Hash hash) {
    return seal("head", stripe, length, hash);
  }

  /** The seal of an anchor: that the chain was once this long. */
  byte[] anchor(int stripe, long length, Hash hash) {
    return seal("anchor", stripe, length, hash);
  }

  static boolean same(byte[] left, byte[] right) {
    return MessageDigest.isEqual(left, right);
  }

  private byte[] seal(String what, int stripe, long number, Hash hash) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(what.getBytes(StandardCharsets.UTF_8));
      mac.update(ByteBuffer.allocate(12).putInt(stripe).putLong(number).array());
      return mac.doFinal(hash.hex().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform must offer " + ALGORITHM + ".", e);
    }
  }
}
