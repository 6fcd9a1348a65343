package io.heyue.store.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.daead.PredefinedDeterministicAeadParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The keys that everything hangs on: one set that seals data keys, its newest key first in use, and
 * one that makes deterministic images of values.
 *
 * <p>In the file, mode 0600, they stand in clear as two lines of JSON in Tink's format. Whoever
 * loses it loses every name and number, so it belongs into the backup, and not into the same one as
 * the database.
 */
final class KeyFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path file;
  private final KeysetHandle sealing;
  private final KeysetHandle images;

  private KeyFile(Path file, KeysetHandle sealing, KeysetHandle images) {
    this.file = file;
    this.sealing = sealing;
    this.images = images;
  }

  /** Reads the keys, or makes them where there is no file. */
  static KeyFile openOrMake(Path file) {
    try {
      AeadConfig.register();
      DeterministicAeadConfig.register();
      if (!Files.exists(file)) {
        make(file);
      }
      return read(file);
    } catch (IOException | GeneralSecurityException e) {
      throw new VaultFailure(
          "Key file "
              + file
              + " can't be used ("
              + e.getClass().getSimpleName()
              + "). Maybe it belongs to another user, or was cut off.");
    }
  }

  /** The same keys with a new one in front, on the disk. Values of old keys still open. */
  KeyFile rotated() {
    try {
      KeysetHandle more =
          KeysetHandle.newBuilder(sealing)
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build();
      KeyFile rotated = new KeyFile(file, more, images);
      Path fresh = rotated.writeBeside();
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return rotated;
    } catch (IOException | GeneralSecurityException e) {
      throw new VaultFailure(
          "Key file " + file + " can't be given a new key. Maybe its folder is not writable.", e);
    }
  }

  Aead sealing() {
    return primitive(sealing, Aead.class);
  }

  DeterministicAead images() {
    return primitive(images, DeterministicAead.class);
  }

  static <T> T primitive(KeysetHandle keys, Class<T> type) {
    try {
      return keys.getPrimitive(RegistryConfiguration.get(), type);
    } catch (GeneralSecurityException e) {
      throw new VaultFailure("A key does not fit its use. Maybe the key file was edited.", e);
    }
  }

  private static void make(Path file) throws IOException, GeneralSecurityException {
    Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
    KeyFile made =
        new KeyFile(
            file,
            KeysetHandle.generateNew(
                PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
            KeysetHandle.generateNew(
                PredefinedDeterministicAeadParameters.AES256_SIV, RegistryConfiguration.get()));
    Path fresh = made.writeBeside();
    try {
      // Unlike a move, a link never replaces the file of a process that was faster.
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // Then that one's keys are everybody's.
    } finally {
      Files.delete(fresh);
    }
  }

  private static KeyFile read(Path file) throws IOException, GeneralSecurityException {
    Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
    if (!OWNER_ONLY.containsAll(mode)) {
      throw new VaultFailure(
          "Key file "
              + file
              + " has mode "
              + PosixFilePermissions.toString(mode)
              + "; nobody but its owner may read it. Maybe run: chmod 600 "
              + file);
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() != 2) {
      throw new VaultFailure(
          "Key file " + file + " has " + lines.size() + " lines, not 2. Maybe it was cut off.");
    }
    return new KeyFile(file, parse(lines.get(0)), parse(lines.get(1)));
  }

  private static KeysetHandle parse(String json) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(
        json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
  }

  private Path writeBeside() throws IOException, GeneralSecurityException {
    Path fresh =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "keys-",
            ".new",
            PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    String text = line(sealing) + "\n" + line(images) + "\n";
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    return fresh;
  }

  private static String line(KeysetHandle keys) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(
            keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
        .replaceAll("\\R", "");
  }
}
