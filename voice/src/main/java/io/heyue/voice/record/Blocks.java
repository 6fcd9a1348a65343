package io.heyue.voice.record;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the blocks of one recording in order, or opens them in order; package-info says how. Not
 * thread-safe.
 */
final class Blocks {
  /** What a block may be, by the four letters in front of it and the bytes that it holds. */
  enum Kind {
    AUDIO(0x41554449, 8 + 2 * Blocks.SAMPLES),
    SEAL(0x5345414c, 24 + Hash.LENGTH);

    final int letters;
    final int plain;

    Kind(int letters, int plain) {
      this.letters = letters;
      this.plain = plain;
    }

    /** Bytes that one takes in a file. */
    int stored() {
      return HEADING + plain + TAG + Hash.LENGTH;
    }

    static Optional<Kind> find(int letters) {
      return Arrays.stream(values()).filter(kind -> kind.letters == letters).findFirst();
    }
  }

  /** Samples of one side in a block: a second. */
  static final int SAMPLES = 8_000;

  /** Letters and index. */
  static final int HEADING = 8;

  static final int TAG = 16;
  static final int KEY = 32;

  private final Cipher cipher = cipher();
  private final SecretKeySpec key;
  private final long prefix;
  private final byte[] head;
  private byte[] link;
  private int index = 1;

  /**
   * @param head the hash of the head
   */
  Blocks(byte[] key, long prefix, byte[] head) {
    this.key = new SecretKeySpec(key, "AES");
    this.prefix = prefix;
    this.head = head.clone();
    this.link = head.clone();
  }

  /** The tag of a head. */
  static byte[] tag(byte[] key, long prefix, byte[] head) {
    try {
      Cipher cipher = cipher();
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), nonce(prefix, 0));
      cipher.updateAAD(head);
      return cipher.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A head can't be sealed.", e);
    }
  }

  /** The index of the block that comes next, from 1. */
  int index() {
    return index;
  }

  /** The next block as it stands in a file. */
  byte[] seal(Kind kind, byte[] plain) {
    byte[] stored = new byte[kind.stored()];
    ByteBuffer.wrap(stored).putInt(kind.letters).putInt(index);
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key, nonce(prefix, index));
      bind(stored);
      cipher.doFinal(plain, 0, kind.plain, stored, HEADING);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Block " + index + " can't be sealed.", e);
    }
    link = linked(stored);
    System.arraycopy(link, 0, stored, stored.length - Hash.LENGTH, Hash.LENGTH);
    index++;
    return stored;
  }

  /** What the next block holds; empty if it isn't the block that was sealed at this place. */
  Optional<byte[]> open(Kind kind, byte[] stored) {
    ByteBuffer heading = ByteBuffer.wrap(stored);
    byte[] next = linked(stored);
    if (heading.getInt() != kind.letters
        || heading.getInt() != index
        || !Arrays.equals(
            stored, stored.length - Hash.LENGTH, stored.length, next, 0, Hash.LENGTH)) {
      return Optional.empty();
    }
    try {
      cipher.init(Cipher.DECRYPT_MODE, key, nonce(prefix, index));
      bind(stored);
      byte[] plain = cipher.doFinal(stored, HEADING, kind.plain + TAG);
      link = next;
      index++;
      return Optional.of(plain);
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Block " + index + " can't be opened.", e);
    }
  }

  private void bind(byte[] stored) {
    cipher.updateAAD(head);
    cipher.updateAAD(stored, 0, HEADING);
    cipher.updateAAD(link);
  }

  private byte[] linked(byte[] stored) {
    var digest = Hash.begun();
    digest.update(link);
    digest.update(stored, 0, stored.length - Hash.LENGTH);
    return digest.digest();
  }

  private static GCMParameterSpec nonce(long prefix, int index) {
    return new GCMParameterSpec(
        TAG * Byte.SIZE,
        ByteBuffer.allocate(Long.BYTES + Integer.BYTES).putLong(prefix).putInt(index).array());
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform must offer AES-GCM.", e);
    }
  }
}
