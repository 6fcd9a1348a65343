package io.heyue.core.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whole ledger at one moment, in the form of a checkpoint of transparency logs [1]: origin,
 * size and root, then lines of ours.
 *
 * <p>The root is that of a tree whose leaves are the {@link Mark}s of all chains in order.
 *
 * <p>[1] https://c2sp.org/tlog-checkpoint
 *
 * @param origin names the ledger, once for all
 * @param size how many entries all chains have together
 * @param number of the checkpoint, from 1
 * @param at when it was made
 * @param clock by which clock
 * @param previous hash of the text of the checkpoint before; zeros at the first
 */
public record Checkpoint(
    String origin, long size, Hash root, long number, Instant at, String clock, Hash previous) {
  private static final Pattern SHAPE =
      Pattern.compile(
          """
          (?<origin>[a-z0-9./-]{1,100})
          (?<size>0|[1-9][0-9]{0,17})
          (?<root>[A-Za-z0-9+/]{43}=)
          number (?<number>[1-9][0-9]{0,17})
          time (?<at>[0-9T:.Z-]{20,30}) (?<clock>[a-z-]{1,40})
          previous (?<previous>[0-9a-f]{64})
          """);

  /** A checkpoint of {@code marks}, which must be those of all chains in order. */
  public static Checkpoint of(
      String origin, List<Mark> marks, long number, Instant at, String clock, Hash previous) {
    return new Checkpoint(
        origin,
        marks.stream().mapToLong(Mark::length).sum(),
        root(marks),
        number,
        at,
        clock,
        previous);
  }

  /** The root over the marks of all chains. */
  public static Hash root(List<Mark> marks) {
    return Merkle.root(marks.stream().map(Mark::leaf).toList());
  }

  /** What is signed; ends with a line feed. */
  public String text() {
    return origin
        + "\n"
        + size
        + "\n"
        + Base64.getEncoder().encodeToString(root.bytes())
        + "\nnumber "
        + number
        + "\ntime "
        + at
        + " "
        + clock
        + "\nprevious "
        + previous.hex()
        + "\n";
  }

  /** The checkpoint that {@code text} is; empty where it is none. */
  public static Optional<Checkpoint> find(String text) {
    Matcher found = SHAPE.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      Checkpoint checkpoint =
          new Checkpoint(
              found.group("origin"),
              Long.parseLong(found.group("size")),
              Hash.of32(Base64.getDecoder().decode(found.group("root"))),
              Long.parseLong(found.group("number")),
              Instant.parse(found.group("at")),
              found.group("clock"),
              new Hash(found.group("previous")));
      // One checkpoint has one text.
      return checkpoint.text().equals(text) ? Optional.of(checkpoint) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
