package io.heyue.core.understanding.entity;

/** English words that make what they stand beside vague: about, roughly, or so. */
final class EnglishVague {
  private static final String[] BEFORE = {
    "about ", "around ", "roughly ", "approximately ", "nearly ", "almost ", "maybe ", "perhaps ",
        "at least ",
    "at most ", "up to ", "more than ", "less than ", "over ", "under ", "like ", "some ",
        "probably "
  };
  private static final String[] AFTER = {
    " or so", "ish", " or thereabouts", " max", " tops", " or more", " give or take"
  };

  private EnglishVague() {}

  /** Whether such a word stands before {@code start} or at {@code cursor}, which stays. */
  static boolean around(Scene scene, int start, Cursor cursor) {
    for (String word : BEFORE) {
      if (scene.follows(start, word)) {
        return true;
      }
    }
    return cursor.seesAny(AFTER);
  }
}
