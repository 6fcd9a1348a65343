package io.heyue.app.policy;

import io.heyue.app.engine.LenderPolicies;
import io.heyue.app.policy.Signing.Found;
import io.heyue.brain.book.PolicyFile;
import io.heyue.core.audit.NoteKey;
import io.heyue.core.law.LenderPolicy;
import io.heyue.core.law.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The policies of an installation: {@code policy.yaml} in its folder, and further ones called
 * {@code policy-….yaml} where it works for several lenders. Read once; immutable and thread-safe.
 *
 * <p>A stricter value than ours always counts. A looser one counts where a key that is trusted here
 * signed the file as it is, and the law allows it; else ours stays in force and {@link #standings}
 * says why. A change at midnight counts from midnight, on the calendar of whoever is contacted.
 */
public final class Policies implements LenderPolicies {
  private final List<Standing> standings;

  private Policies(List<Standing> standings) {
    this.standings = List.copyOf(standings);
  }

  /**
   * Reads those of a folder.
   *
   * @param seen the latest revision of each file that was ever in use; an older one may be no more
   *     than a copy of what was withdrawn
   * @throws io.heyue.brain.book.BookFault if one can't be read
   * @throws PolicyFault if two are for the same lender
   */
  public static Policies read(
      Path folder, RuleBook law, LocalDate today, Map<String, Integer> seen) {
    Map<String, NoteKey> trusted = Signing.trusted(folder);
    List<Standing> standings = new ArrayList<>();
    for (Path file : files(folder)) {
      Standing standing = standing(file, law, today, trusted, seen);
      for (Standing other : standings) {
        if (other.policy().lender().equals(standing.policy().lender())) {
          throw new PolicyFault(
              other.file()
                  + " and "
                  + standing.file()
                  + " are for the same lender. Maybe one of"
                  + " them is old.");
        }
      }
      standings.add(standing);
    }
    return new Policies(standings);
  }

  private static List<Path> files(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches("policy(-[^/]+)?\\.yaml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new PolicyFault(folder + " can't be read. Maybe its permissions forbid it.");
    }
  }

  private static Standing standing(
      Path file,
      RuleBook law,
      LocalDate today,
      Map<String, NoteKey> trusted,
      Map<String, Integer> seen) {
    String name = String.valueOf(file.getFileName());
    PolicyFile policy = PolicyFile.read(file);
    List<String> problems = new ArrayList<>();
    Found found = Signing.under(file, policy, trusted);
    if (found instanceof Found.Bad bad) {
      problems.add(bad.why());
    }
    int latest = seen.getOrDefault(name, 0);
    boolean old = policy.revision() < latest;
    if (old) {
      problems.add(
          "Revision "
              + policy.revision()
              + " is older than "
              + latest
              + ", which was in use. Maybe an old copy was put back.");
    }
    Optional<Found.Good> good =
        found instanceof Found.Good is && !old ? Optional.of(is) : Optional.empty();
    problems.addAll(Held.against(law, policy, good.isPresent(), today));
    if (policy.isOver(today)) {
      problems.add("Its last term is over; the defaults count.");
    }
    return new Standing(
        name, policy, good.map(Found.Good::by), good.map(Found.Good::fingerprint), problems);
  }

  /** Every file and what it is worth. */
  public List<Standing> standings() {
    return standings;
  }

  @Override
  public LenderPolicy of(String lender, LocalDate day) {
    Optional<Standing> own = find(Optional.of(lender));
    return (own.isPresent() ? own : find(Optional.empty()))
        .flatMap(
            standing -> standing.policy().find(day).map(term -> term.policy(standing.signed())))
        .orElse(LenderPolicy.NONE);
  }

  private Optional<Standing> find(Optional<String> lender) {
    return standings.stream()
        .filter(standing -> standing.policy().lender().equals(lender))
        .findFirst();
  }
}
