package io.heyue.app.proof;

/** A bundle of evidence: a zip archive, and how much it shows. */
public final class Bundle {
  private final byte[] archive;
  private final int records;
  private final int shown;
  private final int withheld;
  private final long latest;

  Bundle(byte[] archive, int records, int shown, int withheld, long latest) {
    this.archive = archive;
    this.records = records;
    this.shown = shown;
    this.withheld = withheld;
    this.latest = latest;
  }

  /** The bytes of the zip; the caller's own. */
  public byte[] archive() {
    return archive.clone();
  }

  /** How many records it holds. */
  public int records() {
    return records;
  }

  /** How many of their fields it shows. */
  public int shown() {
    return shown;
  }

  /** How many of their fields it withholds. */
  public int withheld() {
    return withheld;
  }

  /** Number of the last checkpoint in it. */
  public long latest() {
    return latest;
  }

  /** Names how much it holds and none of it. */
  @Override
  public String toString() {
    return "Bundle[" + records + " records, " + withheld + " fields withheld]";
  }
}
