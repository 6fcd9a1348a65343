package io.heyue.voice.talk;

import io.heyue.voice.hear.SpeechDetector;
import java.util.Optional;

/** Gathers keys into entries. Time is samples; of one talk's mailbox. */
final class KeyEntry {
  private static final String SIGNS = "0123456789*";

  /** A person, that again, no more contact: they mean the same whatever is asked. */
  private static final String ALWAYS = "09*";

  /** More than this nobody enters at once. */
  private static final int MOST = 20;

  /** After so long without another key an entry is whole: 3 s. */
  private static final long PAUSE = 3L * SpeechDetector.RATE;

  private final StringBuilder keys = new StringBuilder();
  private int wanted;
  private long last;

  /**
   * @param count how many keys are an entry; 0 for as many as come up to a pause or a #
   */
  void want(int count) {
    wanted = count;
  }

  /** Whether a key counts also where what we ask wasn't heard yet. */
  boolean always(char key) {
    return begun() || ALWAYS.indexOf(key) >= 0;
  }

  /** A key came; those that a telephone of a person doesn't have are none. */
  Optional<String> pressed(char key, long at) {
    if (key == '#') {
      return entry();
    }
    if (SIGNS.indexOf(key) < 0) {
      return Optional.empty();
    }
    last = at;
    keys.append(key);
    return keys.length() == wanted || keys.length() == MOST ? entry() : Optional.empty();
  }

  /** Time passed. */
  Optional<String> passed(long at) {
    return !keys.isEmpty() && at - last >= PAUSE ? entry() : Optional.empty();
  }

  /** Whether an entry has begun. */
  boolean begun() {
    return !keys.isEmpty();
  }

  private Optional<String> entry() {
    String entry = keys.toString();
    keys.setLength(0);
    return Optional.of(entry);
  }
}
