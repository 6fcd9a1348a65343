package io.heyue.core.dialogue;

import java.util.Optional;
import java.util.Set;

/**
 * How often something was tried in a conversation, kept among what it took: nobody is asked the
 * same without end.
 */
final class Rounds {
  /** Begins an entry; the name and the number follow. */
  private static final String ROUND = "round:";

  private Rounds() {}

  /** How often {@code what} was tried. */
  static int of(Set<String> taken, String what) {
    return entry(taken, what).map(entry -> number(entry, what)).orElse(0);
  }

  /** Once more. */
  static void add(Set<String> taken, String what) {
    int before = of(taken, what);
    clear(taken, what);
    taken.add(beginning(what) + (before + 1));
  }

  /** It came to something: whatever comes is the first again. */
  static void clear(Set<String> taken, String what) {
    entry(taken, what).ifPresent(taken::remove);
  }

  private static Optional<String> entry(Set<String> taken, String what) {
    return taken.stream().filter(entry -> entry.startsWith(beginning(what))).findFirst();
  }

  private static String beginning(String what) {
    return ROUND + what + "=";
  }

  private static int number(String entry, String what) {
    return Integer.parseInt(entry.substring(beginning(what).length()));
  }
}
