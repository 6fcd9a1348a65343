package io.heyue.app.policy;

import io.heyue.brain.book.PolicyFile;
import java.util.List;
import java.util.Optional;

/**
 * A policy file and what it is worth.
 *
 * @param file its name
 * @param signedBy whose signature counts; empty without one, and then its looser values don't count
 * @param fingerprint of the key
 * @param problems what of it does not count, and why; it is never silently so
 */
public record Standing(
    String file,
    PolicyFile policy,
    Optional<String> signedBy,
    Optional<String> fingerprint,
    List<String> problems) {
  public Standing {
    problems = List.copyOf(problems);
  }

  boolean signed() {
    return signedBy.isPresent();
  }
}
