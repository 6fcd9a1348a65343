package io.heyue.voice.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys of recordings in a file of mode 0600: a line of Base64 for each, the first in use. Wraps by
 * AES-256-GCM with random nonces, of which a key may have four thousand million (NIST SP 800-38D,
 * 8.3). Whoever loses the file loses every recording, so it belongs into the backup, and not into
 * the same one as the recordings. Thread-safe.
 */
public final class LocalKeys implements RecordingKeys {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final int KEY = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int NAME = 8;

  private final Path file;
  private final Map<String, SecretKeySpec> keys;
  private final String newest;
  private final SecureRandom random;

  private LocalKeys(Path file, Map<String, SecretKeySpec> keys, SecureRandom random) {
    this.file = file;
    this.keys = keys;
    this.newest = keys.keySet().iterator().next();
    this.random = random;
  }

  /**
   * Reads the keys, or makes the file with one where there is none; of two processes that make it
   * at once, both use what one of them made.
   *
   * @throws KeyFailure if others than its owner can read the file, or if it holds something else
   */
  public static LocalKeys openOrMake(Path file, SecureRandom random) throws IOException {
    if (!Files.exists(file)) {
      make(file, random);
    }
    return open(file, random);
  }

  /**
   * Reads the keys.
   *
   * @throws KeyFailure if there is no such file, if others than its owner can read it, or if it
   *     holds something else
   */
  public static LocalKeys open(Path file, SecureRandom random) throws IOException {
    if (!Files.exists(file)) {
      throw new KeyFailure(
          "Key file "
              + file
              + " isn't there. Maybe it is in a backup; without it no recording can be read.");
    }
    Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
    if (!OWNER_ONLY.containsAll(mode)) {
      throw new KeyFailure(
          "Key file %s has mode %s; nobody but its owner may read it. Maybe run: chmod 600 %s"
              .formatted(file, PosixFilePermissions.toString(mode), file));
    }
    Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
      byte[] key = key(file, line);
      keys.put(name(key), new SecretKeySpec(key, "AES"));
      Arrays.fill(key, (byte) 0);
    }
    if (keys.isEmpty()) {
      throw new KeyFailure("Key file " + file + " is empty. Maybe it was cut off.");
    }
    return new LocalKeys(file, keys, random);
  }

  private static byte[] key(Path file, String line) throws KeyFailure {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(line);
    } catch (IllegalArgumentException e) {
      key = new byte[0];
    }
    if (key.length != KEY) {
      // The line isn't quoted: it may be most of a key.
      throw new KeyFailure(
          "Key file " + file + " has a line that is no key. Maybe it was edited or cut off.");
    }
    return key;
  }

  /** A key is named by what nobody can find it from. */
  private static String name(byte[] key) {
    return HexFormat.of()
        .formatHex(
            Hash.of("heyue recording key".getBytes(StandardCharsets.US_ASCII), key), 0, NAME);
  }

  private static void make(Path file, SecureRandom random) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.resolveSibling(".").normalize();
    Files.createDirectories(folder);
    byte[] key = new byte[KEY];
    random.nextBytes(key);
    Path fresh =
        Files.createTempFile(
            folder, "keys-", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try {
      try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        byte[] line =
            (Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      // Unlike a move, a link never replaces the file of a process that was faster.
      Files.createLink(absolute, fresh);
      Shelf.force(folder);
    } catch (FileAlreadyExistsException e) {
      // Then that one's key is everybody's.
    } finally {
      Arrays.fill(key, (byte) 0);
      Files.deleteIfExists(fresh);
    }
  }

  @Override
  public Wrapped wrap(byte[] dataKey, RecordingId recording) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, newest, nonce, recording);
      byte[] sealed = cipher.doFinal(dataKey);
      byte[] bytes = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, bytes, NONCE, sealed.length);
      return new Wrapped(newest, bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform must offer AES-GCM.", e);
    }
  }

  @Override
  public byte[] unwrap(Wrapped wrapped, RecordingId recording) throws KeyFailure {
    if (!keys.containsKey(wrapped.keyId())) {
      throw new KeyFailure(
          "Key %s isn't in key file %s. Maybe the recording is another installation's."
              .formatted(wrapped.keyId(), file));
    }
    byte[] bytes = wrapped.bytes();
    try {
      byte[] nonce = Arrays.copyOf(bytes, NONCE);
      return cipher(Cipher.DECRYPT_MODE, wrapped.keyId(), nonce, recording)
          .doFinal(bytes, NONCE, Math.max(0, bytes.length - NONCE));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new KeyFailure(
          "The data key of recording %s can't be unwrapped. Maybe its file was changed."
              .formatted(recording),
          e);
    }
  }

  private Cipher cipher(int mode, String name, byte[] nonce, RecordingId recording)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, keys.get(name), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(("recording " + recording).getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }
}
