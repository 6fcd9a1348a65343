package io.heyue.voice.record;

import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Sound;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A recording of which every byte was verified: all of it, or what was written before it was cut
 * off. Immutable and thread-safe. Holds its sound in memory, 16 kB a second.
 */
public final class Recording implements Opened {
  private final Path file;
  private final Head head;
  private final byte[] pairs;
  private final boolean complete;
  private final long lost;
  private final String sha256;

  /**
   * @param pairs A-law, left and right in turn; not copied
   */
  Recording(Path file, Head head, byte[] pairs, boolean complete, long lost, String sha256) {
    this.file = file;
    this.head = head;
    this.pairs = pairs;
    this.complete = complete;
    this.lost = lost;
    this.sha256 = sha256;
  }

  /**
   * Reads a file and verifies it.
   *
   * @throws KeyFailure if its key isn't here
   * @throws IOException if the file can't be read
   */
  public static Opened open(Path file, RecordingKeys keys) throws IOException {
    return new Reading(file, keys).read();
  }

  /** Where it was read. */
  public Path file() {
    return file;
  }

  public Head head() {
    return head;
  }

  /** Whether it was sealed; if not, it was cut off behind {@link #samples}. */
  public boolean complete() {
    return complete;
  }

  /** Samples of each side. */
  public long samples() {
    return pairs.length / 2;
  }

  /** Frames that are silent because they came too late, twice, or faster than they were written. */
  public long lost() {
    return lost;
  }

  /** The other side. */
  public Sound left() {
    return side(0);
  }

  /** Us. */
  public Sound right() {
    return side(1);
  }

  /**
   * What the ledger keeps.
   *
   * @param name of the file, from the shelf's folder on
   */
  public RecordingSummary summary(String name) {
    return new RecordingSummary(head.id(), name, sha256, samples(), lost, head.begun(), complete);
  }

  /** SHA-256 of the whole file, 64 hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  private Sound side(int side) {
    byte[] codes = new byte[pairs.length / 2];
    for (int at = 0; at < codes.length; at++) {
      codes[at] = pairs[2 * at + side];
    }
    return new Sound(head.rate(), Companding.PCMA.decode(codes));
  }
}
