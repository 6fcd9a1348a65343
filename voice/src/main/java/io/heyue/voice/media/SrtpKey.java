package io.heyue.voice.media;

import io.heyue.core.base.Check;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The master key of one direction, and its salt (RFC 3711, 3.2.1). Immutable and thread-safe. Never
 * written anywhere.
 */
public final class SrtpKey {
  static final int KEY = 16;
  static final int SALT = 14;

  private final SrtpSuite suite;
  private final byte[] bytes;

  /**
   * @param bytes 16 of key and 14 of salt, as signalling carries them
   */
  public SrtpKey(SrtpSuite suite, byte[] bytes) {
    Check.that(bytes.length == KEY + SALT, "bytes", bytes.length + " long", "30 long");
    this.suite = suite;
    this.bytes = bytes.clone();
  }

  SrtpSuite suite() {
    return suite;
  }

  byte[] key() {
    return Arrays.copyOf(bytes, KEY);
  }

  byte[] salt() {
    return Arrays.copyOfRange(bytes, KEY, KEY + SALT);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SrtpKey key && key.suite == suite && Arrays.equals(key.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return suite.hashCode();
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "SrtpKey[" + suite + "]";
  }
}
