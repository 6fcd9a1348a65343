package io.heyue.voice.peer;

import java.util.List;

/**
 * How a scenario went, as sipp saw it. Immutable.
 *
 * @param code what it ended with: 0 where every call went as the scenario says; 1 where one didn't;
 *     255 where it couldn't go on, as at the end of its time; -1 where it had to be ended
 * @param log what the scenario wrote down, a line each
 * @param messages all that went over the wire, in both directions
 * @param errors why it didn't go as it should
 */
public record Verdict(int code, List<String> log, String messages, String errors) {
  private static final String PROOF = "proof ";

  public Verdict {
    log = List.copyOf(log);
  }

  public boolean passed() {
    return code == 0;
  }

  /** The proofs of who called that came, in order; scenarios of digest and register write them. */
  public List<DigestProof> proofs() {
    return log.stream()
        .filter(line -> line.startsWith(PROOF))
        .map(line -> line.substring(PROOF.length()))
        .map(line ->
            DigestProof.read(
                line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)))
        .toList();
  }

  /** All of it, to be read where a test failed. */
  @Override
  public String toString() {
    return "sipp ended with %d%n== errors%n%s%n== log%n%s%n== messages%n%s"
        .formatted(code, errors, String.join(System.lineSeparator(), log), messages);
  }
}
