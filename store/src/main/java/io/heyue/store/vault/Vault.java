package io.heyue.store.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AesGcmParameters;
import io.heyue.core.base.Personal;
import io.heyue.store.postgres.Database;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Seals personal values for the database and opens them again.
 *
 * <p>Thread-safe, also against other processes on the same data folder. Sealing takes about a
 * microsecond; once in sixteen million values, and after {@link #startBatch}, it blocks for a
 * commit that keeps a new data key.
 */
public final class Vault {
  private static final byte VERSION = 1;
  private static final int HEAD = 1 + Long.BYTES;

  /** Far below the 2^32 values after which random nonces of AES-GCM may repeat. */
  private static final long VALUES_OF_A_KEY = 1L << 24;

  private static final int TINK_PREFIX = 5;

  /** AES-SIV puts a keyed digest of the value before it (RFC 5297, S2V); that alone is kept. */
  private static final int IMAGE = 16;

  private static final byte[] DATA_KEY = "data_key.wrapped/".getBytes(StandardCharsets.UTF_8);

  private final Path file;
  private final DataKeys dataKeys;
  private final DeterministicAead images;
  private final Map<Long, Aead> opened = new ConcurrentHashMap<>();
  private volatile KeyFile keys;
  private volatile @Nullable DataKey current;

  /**
   * The vault of a key file, which is made where there is none.
   *
   * @throws VaultFailure if the file can be read by others than its owner, or not at all
   */
  public Vault(Path file, DataKeys dataKeys) {
    this.file = file;
    this.dataKeys = dataKeys;
    this.keys = KeyFile.openOrMake(file);
    this.images = keys.images();
  }

  /** The vault of a data folder ({@code vault.keys}), with its data keys in the database. */
  public static Vault open(Path dataFolder, Database database, InstantSource clock) {
    return new Vault(dataFolder.resolve("vault.keys"), new DatabaseDataKeys(database, clock));
  }

  /** The value sealed; the same value seals differently each time. */
  public byte[] seal(Personal value, Field field) {
    return sealText(value.reveal(), field);
  }

  /** Words that may tell who somebody is, sealed. */
  public byte[] sealText(String words, Field field) {
    DataKey key = dataKey();
    try {
      byte[] sealed = key.aead.encrypt(words.getBytes(StandardCharsets.UTF_8), field.binding());
      return ByteBuffer.allocate(HEAD + sealed.length)
          .put(VERSION)
          .putLong(key.id)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new VaultFailure("A value for " + field + " can't be sealed.", e);
    }
  }

  /**
   * The value in clear, to be wrapped into its type at once.
   *
   * @throws VaultFailure if it was sealed for another field or with other keys, or was changed
   */
  public String open(byte[] sealed, Field field) {
    if (sealed.length < HEAD || sealed[0] != VERSION) {
      throw new VaultFailure(
          "A value of " + field + " is not sealed as it should be. Maybe it was cut off.");
    }
    ByteBuffer buffer = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
    Aead key = opened.computeIfAbsent(buffer.getLong(), this::unwrap);
    byte[] ciphertext = new byte[buffer.remaining()];
    buffer.get(ciphertext);
    try {
      return new String(key.decrypt(ciphertext, field.binding()), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new VaultFailure(
          "A value of " + field + " can't be opened. Maybe it was moved there from elsewhere.", e);
    }
  }

  /**
   * The image of a value, 16 bytes, the same for equal values of one field; it can't be turned back
   * into the value. Bring the value into one form before ({@code X} or {@code x}).
   */
  public byte[] index(Personal value, Field field) {
    return indexText(value.reveal(), field);
  }

  /** The image of words that may tell who somebody is. */
  public byte[] indexText(String words, Field field) {
    try {
      byte[] ciphertext =
          images.encryptDeterministically(words.getBytes(StandardCharsets.UTF_8), field.binding());
      return Arrays.copyOfRange(ciphertext, TINK_PREFIX, TINK_PREFIX + IMAGE);
    } catch (GeneralSecurityException e) {
      throw new VaultFailure("No image of a value for " + field + " can be made.", e);
    }
  }

  /** Seals what follows with a data key of its own, such as the rows of one import. */
  public synchronized void startBatch() {
    current = makeDataKey();
  }

  /**
   * Puts a new key in front of the key file, seals all data keys anew with it and begins a new data
   * key. What was sealed before still opens; {@link Reencryption} seals it anew.
   */
  public synchronized void rotate() {
    keys = KeyFile.openOrMake(file).rotated();
    Aead sealing = keys.sealing();
    SortedMap<Long, byte[]> anew = new TreeMap<>();
    dataKeys
        .all()
        .forEach((id, wrapped) -> {
          try {
            anew.put(id, sealing.encrypt(sealing.decrypt(wrapped, DATA_KEY), DATA_KEY));
          } catch (GeneralSecurityException e) {
            throw new VaultFailure("Data key " + id + " can't be sealed anew.", e);
          }
        });
    dataKeys.replaceAll(anew);
    startBatch();
  }

  /** The number of the data key in use; values of smaller numbers are of older keys. */
  synchronized long currentDataKey() {
    return dataKey().id;
  }

  private DataKey dataKey() {
    DataKey key = current;
    if (key == null || key.usedUp()) {
      synchronized (this) {
        key = current;
        if (key == null || key.usedUp()) {
          key = makeDataKey();
          current = key;
        }
      }
    }
    return key;
  }

  private DataKey makeDataKey() {
    try {
      KeysetHandle handle =
          KeysetHandle.generateNew(
              AesGcmParameters.builder()
                  .setKeySizeBytes(32)
                  .setIvSizeBytes(12)
                  .setTagSizeBytes(16)
                  .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                  .build(),
              RegistryConfiguration.get());
      byte[] clear =
          TinkProtoKeysetFormat.serializeKeyset(
              handle, InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
      long id = dataKeys.add(keys.sealing().encrypt(clear, DATA_KEY));
      Aead aead = KeyFile.primitive(handle, Aead.class);
      opened.put(id, aead);
      return new DataKey(id, aead);
    } catch (GeneralSecurityException e) {
      throw new VaultFailure("No new data key can be made.", e);
    }
  }

  private Aead unwrap(long id) {
    byte[] wrapped = dataKeys.get(id);
    try {
      return unwrap(keys, wrapped);
    } catch (GeneralSecurityException e) {
      // Another process may have put a new key in front of the file since we read it.
      KeyFile reread = KeyFile.openOrMake(file);
      try {
        Aead aead = unwrap(reread, wrapped);
        keys = reread;
        return aead;
      } catch (GeneralSecurityException stillNot) {
        throw new VaultFailure(
            "Data key " + id + " can't be opened. Maybe " + file + " is of another database.",
            stillNot);
      }
    }
  }

  private static Aead unwrap(KeyFile keys, byte[] wrapped) throws GeneralSecurityException {
    byte[] clear = keys.sealing().decrypt(wrapped, DATA_KEY);
    return KeyFile.primitive(
        TinkProtoKeysetFormat.parseKeyset(
            clear, InsecureSecretKeyAccess.get(), RegistryConfiguration.get()),
        Aead.class);
  }

  /** A data key in use, and how many values it has sealed. */
  private static final class DataKey {
    private final long id;
    private final Aead aead;
    private final AtomicLong sealed = new AtomicLong();

    DataKey(long id, Aead aead) {
      this.id = id;
      this.aead = aead;
    }

    boolean usedUp() {
      return sealed.incrementAndGet() > VALUES_OF_A_KEY;
    }
  }
}
