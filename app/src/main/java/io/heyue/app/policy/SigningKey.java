package io.heyue.app.policy;

import io.heyue.core.audit.NoteKey;
import io.heyue.core.audit.SignedNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

/**
 * The private part of a compliance key: Ed25519, in a file of its own that is sealed by a
 * passphrase (PKCS #8 with PBES2, which openssl reads too) and belongs into no data folder.
 */
final class SigningKey {
  private static final String ALGORITHM = "Ed25519";
  private static final String SEALED_BY = "PBEWithHmacSHA256AndAES_256";
  private static final int ROUNDS = 600_000; // OWASP 2023 for PBKDF2-HMAC-SHA256
  private static final int LEAST_PASSPHRASE = 12;
  private static final String PRIVATE = "ENCRYPTED PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final String NAME = "Name: ";

  private final String name;
  private final PrivateKey key;
  private final NoteKey publicKey;

  private SigningKey(String name, PrivateKey key, NoteKey publicKey) {
    this.name = name;
    this.key = key;
    this.publicKey = publicKey;
  }

  /**
   * Makes a pair, writes its private part, and gives its public one.
   *
   * @throws PolicyFault if the file is there already, or the passphrase is too short
   */
  static NoteKey make(String name, Path file, char[] passphrase) {
    if (!name.matches("[a-z0-9][a-z0-9.-]{0,60}")) {
      throw new PolicyFault(
          "'" + name + "' is no name for a key. Maybe small letters, digits, dots and hyphens do.");
    }
    if (passphrase.length < LEAST_PASSPHRASE) {
      throw new PolicyFault(
          "The passphrase has "
              + passphrase.length
              + " characters; it must have at least "
              + LEAST_PASSPHRASE
              + ".");
    }
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      NoteKey shown = NoteKey.of(pair.getPublic());
      String pem =
          NAME
              + name
              + "\n"
              + "-----BEGIN %s-----\n%s-----END %s-----\n"
                  .formatted(PRIVATE, lines(seal(pair.getPrivate(), passphrase)), PRIVATE)
              + shown.pem();
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, pem, StandardCharsets.US_ASCII);
      return shown;
    } catch (FileAlreadyExistsException e) {
      throw new PolicyFault(file + " is there already. Maybe it is a key that is still in use.");
    } catch (IOException e) {
      throw new PolicyFault(file + " can't be written. Maybe its folder is missing.");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform of ours has " + ALGORITHM + ".", e);
    }
  }

  private static byte[] seal(PrivateKey key, char[] passphrase)
      throws GeneralSecurityException, IOException {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    Cipher cipher = Cipher.getInstance(SEALED_BY);
    cipher.init(
        Cipher.ENCRYPT_MODE,
        SecretKeyFactory.getInstance(SEALED_BY).generateSecret(new PBEKeySpec(passphrase)),
        new PBEParameterSpec(salt, ROUNDS));
    byte[] sealed = cipher.doFinal(key.getEncoded());
    // The JDK knows the parameters by the name of the cipher, and their form by this one.
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
    parameters.init(cipher.getParameters().getEncoded());
    return new EncryptedPrivateKeyInfo(parameters, sealed).getEncoded();
  }

  private static String lines(byte[] bytes) {
    return Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n";
  }

  /**
   * Opens one.
   *
   * @throws PolicyFault if it is none, or the passphrase is another
   */
  static SigningKey open(Path file, char[] passphrase) {
    try {
      String pem = Files.readString(file, StandardCharsets.US_ASCII);
      EncryptedPrivateKeyInfo info =
          new EncryptedPrivateKeyInfo(Base64.getMimeDecoder().decode(part(pem, PRIVATE)));
      Cipher cipher = Cipher.getInstance(SEALED_BY);
      cipher.init(
          Cipher.DECRYPT_MODE,
          SecretKeyFactory.getInstance(SEALED_BY).generateSecret(new PBEKeySpec(passphrase)),
          info.getAlgParameters());
      PKCS8EncodedKeySpec spec = info.getKeySpec(cipher);
      NoteKey shown = NoteKey.findPem(part(pem, PUBLIC)).orElseThrow();
      return new SigningKey(
          pem.lines().findFirst().orElse("").replace(NAME, "").strip(),
          KeyFactory.getInstance(ALGORITHM).generatePrivate(spec),
          shown);
    } catch (IOException | IllegalArgumentException | NoSuchElementException e) {
      throw new PolicyFault(
          file + " can't be read as a key. Maybe it is not one that './heyue policy key' made.");
    } catch (GeneralSecurityException e) {
      throw new PolicyFault(file + " does not open. Maybe the passphrase is another.");
    }
  }

  /** What stands between the lines that name a part. */
  private static String part(String pem, String part) {
    String begin = "-----BEGIN " + part + "-----";
    int from = pem.indexOf(begin);
    int to = pem.indexOf("-----END " + part + "-----");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("There is no " + part + ".");
    }
    return pem.substring(from + begin.length(), to).strip();
  }

  /** Whose it is. */
  String name() {
    return name;
  }

  NoteKey publicKey() {
    return publicKey;
  }

  /** A text with the signature of its owner under it. */
  SignedNote sign(String text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return new SignedNote(
          text, name, publicKey.id(name), HexFormat.of().formatHex(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform of ours has " + ALGORITHM + ".", e);
    }
  }
}
