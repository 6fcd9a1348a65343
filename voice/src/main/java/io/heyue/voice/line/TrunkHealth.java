package io.heyue.voice.line;

/**
 * Whether a trunk is well, by what its OPTIONS and its calls tell. One failure is not believed, nor
 * one success after several: so that a trunk doesn't come and go. That it says nothing at all, to a
 * question that was sent again and again, is believed at once. Immutable.
 *
 * @param well whether calls go there
 * @param against how many signs in a row say otherwise
 */
record TrunkHealth(boolean well, int against) {
  private static final int FAILS = 3;
  private static final int RECOVERS = 2;

  static final TrunkHealth GOOD = new TrunkHealth(true, 0);

  /** Of one that says nothing. */
  static final TrunkHealth SILENT = new TrunkHealth(false, 0);

  /** After one more sign. */
  TrunkHealth after(boolean good) {
    if (good == well) {
      return new TrunkHealth(well, 0);
    }
    int now = against + 1;
    return now >= (well ? FAILS : RECOVERS)
        ? new TrunkHealth(!well, 0)
        : new TrunkHealth(well, now);
  }
}
