package io.heyue.voice.record;

/**
 * Keeps the keys of recordings: each recording has a data key of its own, which stands in its file
 * wrapped by a key that never leaves here. Thread-safe.
 */
public interface RecordingKeys {
  /** A data key, wrapped for its file. Immutable. */
  final class Wrapped {
    private final String keyId;
    private final byte[] bytes;

    /**
     * @param keyId by which {@link #unwrap} finds what wrapped it; at most 500 bytes of UTF-8
     * @param bytes at most 2,048
     */
    public Wrapped(String keyId, byte[] bytes) {
      this.keyId = keyId;
      this.bytes = bytes.clone();
    }

    public String keyId() {
      return keyId;
    }

    public byte[] bytes() {
      return bytes.clone();
    }
  }

  /**
   * Wraps a data key.
   *
   * @param recording to which it is bound: for another it can't be unwrapped
   */
  Wrapped wrap(byte[] dataKey, RecordingId recording);

  /**
   * The data key.
   *
   * @throws KeyFailure if the key that wrapped it isn't here, or if it was wrapped for another
   *     recording or changed
   */
  byte[] unwrap(Wrapped wrapped, RecordingId recording) throws KeyFailure;
}
