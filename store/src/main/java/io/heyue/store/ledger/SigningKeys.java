package io.heyue.store.ledger;

import io.heyue.core.audit.KeyRing;
import io.heyue.core.audit.NoteKey;
import io.heyue.core.audit.SignedNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The keys by which checkpoints and evidence are signed, as they are in the file {@code
 * ledger.keys} of the data folder: the ring of public keys, and the secret one that signs now.
 * Older secret keys are not kept. Immutable.
 */
public final class SigningKeys {
  private static final String ALGORITHM = "Ed25519";
  private static final String SECRET = "secret ";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final KeyRing ring;
  private final PrivateKey secret;

  private SigningKeys(KeyRing ring, PrivateKey secret) {
    this.ring = ring;
    this.secret = secret;
  }

  /**
   * Reads the keys of a data folder, or makes the first one.
   *
   * @throws LedgerBroken if others may read the file, or it holds something else
   */
  public static SigningKeys openOrMake(Path dataFolder, Instant now) {
    Path file = file(dataFolder);
    try {
      if (!Files.exists(file)) {
        KeyPair pair = draw();
        new SigningKeys(KeyRing.first(NoteKey.of(pair.getPublic()), moment(now)), pair.getPrivate())
            .write(dataFolder, false);
      }
      if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
        throw new LedgerBroken(
            "Key file "
                + file
                + " can be read by others than its owner. Maybe run: chmod 600 "
                + file);
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SigningKeys read(Path file) throws IOException {
    String text = Files.readString(file);
    int cut = text.lastIndexOf("\n" + SECRET) + 1;
    try {
      KeyRing ring = KeyRing.find(text.substring(0, cut)).orElseThrow();
      byte[] secret = HexFormat.of().parseHex(text.substring(cut + SECRET.length()).strip());
      SigningKeys keys =
          new SigningKeys(
              ring,
              KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret)));
      if (ring.fault().isPresent() || !keys.sign("heyue\n").signedBy(ring.current())) {
        throw new LedgerBroken("The keys in " + file + " don't belong together.");
      }
      return keys;
    } catch (GeneralSecurityException
        | IllegalArgumentException
        | java.util.NoSuchElementException e) {
      LedgerBroken broken =
          new LedgerBroken(
              "File " + file + " holds no keys of a ledger. Maybe it was cut off; restore it.");
      broken.initCause(e);
      throw broken;
    }
  }

  /** The public keys. */
  public KeyRing ring() {
    return ring;
  }

  /** A text under our signature. */
  public SignedNote sign(String text) {
    String name = ring.origin();
    return new SignedNote(text, name, ring.current().id(name), sign(secret, text));
  }

  /**
   * Lets a new key take over: the old one signs that it does, the new one signs after whom. The old
   * secret is gone when this returns.
   */
  SigningKeys rotate(Path dataFolder, Instant now) {
    KeyPair pair = draw();
    NoteKey newer = NoteKey.of(pair.getPublic());
    Instant from = moment(now);
    String statement = ring.statement(ring.current(), newer, from);
    SigningKeys rotated =
        new SigningKeys(
            ring.with(
                new KeyRing.Link(
                    newer, from, sign(secret, statement), sign(pair.getPrivate(), statement))),
            pair.getPrivate());
    try {
      rotated.write(dataFolder, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rotated;
  }

  private void write(Path dataFolder, boolean replace) throws IOException {
    Files.createDirectories(dataFolder);
    Path fresh =
        Files.createTempFile(
            dataFolder, "ledger-", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try {
      Files.writeString(
          fresh, ring.text() + SECRET + HexFormat.of().formatHex(secret.getEncoded()) + "\n");
      if (replace) {
        Files.move(
            fresh,
            file(dataFolder),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } else {
        // Unlike a move, a link never replaces the file of a process that was faster.
        Files.createLink(file(dataFolder), fresh);
      }
    } catch (FileAlreadyExistsException e) {
      // Then that one's key is everybody's.
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static Path file(Path dataFolder) {
    return dataFolder.resolve("ledger.keys");
  }

  private static Instant moment(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS);
  }

  private static KeyPair draw() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The JDK has " + ALGORITHM + "; this one doesn't.", e);
    }
  }

  private static String sign(PrivateKey key, String text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A note can't be signed.", e);
    }
  }
}
