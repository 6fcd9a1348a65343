package io.heyue.core.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an entry commits to: its clear text, field by field, so that each can be shown to belong to
 * the entry or be withheld, and what is withheld can't be guessed.
 *
 * <p>The value of a field is hashed with a salt of its own. The salts come from one seed by HMAC
 * (RFC 2104): whoever has the seed can open every field, whoever has a salt only its own, and
 * whoever has neither can't even try values out. The root of a {@link Merkle} tree over all fields
 * is the commitment.
 */
public final class Commitment {
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] VALUE = "heyue-value/1\n".getBytes(StandardCharsets.UTF_8);
  private static final String FIELD = "heyue-field/1\n";

  private Commitment() {}

  /**
   * A field as the tree knows it.
   *
   * @param path where it stands, as a normalized path of RFC 9535; it holds no line feed
   * @param sealed hash of salt and value
   */
  public record Part(String path, Hash sealed) {
    /** Its hash as a leaf. */
    Hash leaf() {
      return Merkle.leaf(
          (FIELD + path + "\n" + sealed.hex() + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A field whose value is shown. */
  public static Part part(String path, byte[] salt, String value) {
    return new Part(path, Hash.of(VALUE, salt, value.getBytes(StandardCharsets.UTF_8)));
  }

  /** The commitment to {@code parts}, in the order of the text. */
  public static Hash root(List<Part> parts) {
    return Merkle.root(parts.stream().map(Part::leaf).toList());
  }

  /**
   * The commitment to a text.
   *
   * @param seed 32 bytes that nobody can guess
   * @param fields values by paths, in the order of the text
   */
  public static Hash of(Hash seed, SequencedMap<String, String> fields) {
    // The same as root() over parts, without a text for each hash on the way: every entry pays it.
    Mac salts = salts(seed);
    MessageDigest sha = Hash.digest();
    Deque<byte[]> parts = new ArrayDeque<>();
    long leaves = 0;
    for (Map.Entry<String, String> field : fields.entrySet()) {
      byte[] path = field.getKey().getBytes(StandardCharsets.UTF_8);
      sha.update(VALUE);
      sha.update(salts.doFinal(path));
      sha.update(field.getValue().getBytes(StandardCharsets.UTF_8));
      String sealed = HexFormat.of().formatHex(sha.digest());
      sha.update((byte) 0);
      sha.update(FIELD.getBytes(StandardCharsets.UTF_8));
      sha.update(path);
      sha.update(("\n" + sealed + "\n").getBytes(StandardCharsets.UTF_8));
      byte[] part = sha.digest();
      for (long carried = leaves; (carried & 1) == 1; carried >>= 1) {
        part = node(sha, parts.removeLast(), part);
      }
      parts.addLast(part);
      leaves++;
    }
    if (parts.isEmpty()) {
      return Merkle.EMPTY;
    }
    byte[] root = parts.removeLast();
    while (!parts.isEmpty()) {
      root = node(sha, parts.removeLast(), root);
    }
    return Hash.of32(root);
  }

  private static byte[] node(MessageDigest sha, byte[] left, byte[] right) {
    sha.update((byte) 1);
    sha.update(left);
    return sha.digest(right);
  }

  /** The salt of the field at {@code path}. */
  public static byte[] salt(Hash seed, String path) {
    return salts(seed).doFinal(path.getBytes(StandardCharsets.UTF_8));
  }

  private static Mac salts(Hash seed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(seed.bytes(), ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform must offer " + ALGORITHM + ".", e);
    }
  }

  /** A salt as it is shown. */
  public static String shown(byte[] salt) {
    return HexFormat.of().formatHex(salt);
  }
}
