package io.heyue.app.proof;

import io.heyue.app.access.Right;
import io.heyue.app.access.Role;
import java.util.Map;
import java.util.Set;

/**
 * Which fields of a record a role may see. A field that stands in no row asks for all rights that
 * any asks for.
 */
final class Disclosure {
  private static final Set<Right> ANYBODY = Set.of();
  private static final Set<Right> CASE = Set.of(Right.READ_CASES);
  private static final Set<Right> WORDS = Set.of(Right.READ_CASES, Right.READ_MESSAGES);

  /** By the name at the top of a record. */
  private static final Map<String, Set<Right>> NEEDS =
      Map.ofEntries(
          // what was done, when, and what the law said to it
          Map.entry("at", ANYBODY),
          Map.entry("campaign", ANYBODY),
          Map.entry("channel", ANYBODY),
          Map.entry("complete", ANYBODY),
          Map.entry("conversation", ANYBODY),
          Map.entry("law", ANYBODY),
          Map.entry("lawfulFrom", ANYBODY),
          Map.entry("letter", ANYBODY),
          Map.entry("lost", ANYBODY),
          Map.entry("matter", ANYBODY),
          Map.entry("matterVersion", ANYBODY),
          Map.entry("missing", ANYBODY),
          Map.entry("permit", ANYBODY),
          Map.entry("phrase", ANYBODY),
          Map.entry("reader", ANYBODY),
          Map.entry("recording", ANYBODY),
          Map.entry("result", ANYBODY),
          Map.entry("rules", ANYBODY),
          Map.entry("samples", ANYBODY),
          Map.entry("sha256", ANYBODY),
          Map.entry("turn", ANYBODY),
          Map.entry("verdict", ANYBODY),
          Map.entry("versions", ANYBODY),
          Map.entry("what", ANYBODY),
          Map.entry("wordRules", ANYBODY),
          // what is known of a person; a hash of it could be guessed
          Map.entry("by", CASE),
          Map.entry("choice", CASE),
          Map.entry("facts", CASE),
          Map.entry("factsHash", CASE),
          Map.entry("permitted", CASE),
          Map.entry("person", CASE),
          Map.entry("reached", CASE),
          Map.entry("rows", CASE),
          Map.entry("seed", CASE),
          Map.entry("team", CASE),
          Map.entry("treatment", CASE),
          // what was said, and what was made of it
          Map.entry("emotion", WORDS),
          Map.entry("event", WORDS),
          Map.entry("intents", WORDS),
          Map.entry("reason", WORDS),
          Map.entry("reasons", WORDS),
          Map.entry("reworded", WORDS),
          Map.entry("said", WORDS),
          Map.entry("state", WORDS),
          Map.entry("words", WORDS));

  private Disclosure() {}

  /** Whether a role may see the field at a normalized path. */
  static boolean shows(Role role, String path) {
    return role.rights().containsAll(NEEDS.getOrDefault(top(path), WORDS));
  }

  /** The name at the top: {@code said} of {@code $['said']}. */
  static String top(String path) {
    int end = path.indexOf("']");
    return path.startsWith("$['") && end > 0 ? path.substring(3, end) : "";
  }
}
