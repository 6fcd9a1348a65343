package io.heyue.app.policy;

import io.heyue.brain.book.PolicyFile;
import io.heyue.brain.book.PolicyFile.Term;
import io.heyue.core.audit.NoteKey;
import io.heyue.core.law.RuleBook;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What people do with policies: make keys, sign, and see what counts. Stateless. */
public final class PolicyDesk {
  private PolicyDesk() {}

  /** A key that was made. */
  public record Made(Path file, String fingerprint) {}

  /**
   * Makes a pair of keys; the private part goes into {@code file}, the public one is trusted.
   *
   * @throws PolicyFault if the file is there, the passphrase is short, or the name is taken
   */
  public static Made makeKey(Path installation, String name, Path file, char[] passphrase) {
    if (Signing.trusted(installation).containsKey(name)) {
      throw new PolicyFault("There is a key of '" + name + "' already. Maybe add a year to it.");
    }
    NoteKey key = SigningKey.make(name, file, passphrase);
    return new Made(Signing.trust(installation, name, key), key.fingerprint());
  }

  /** A signature that was made. */
  public record Signed(Path file, int revision, String by, String fingerprint) {
    @Override
    public String toString() {
      return "Revision "
          + revision
          + " is signed by "
          + by
          + " ("
          + fingerprint
          + ") in "
          + file
          + "; it counts from the next start of the server on.";
    }
  }

  /**
   * Signs a file.
   *
   * @throws PolicyFault if the law does not allow what stands in it, or the key does not open
   * @throws io.heyue.brain.book.BookFault if it can't be read
   */
  public static Signed sign(
      Path file, RuleBook law, LocalDate today, Path keyFile, char[] passphrase) {
    PolicyFile policy = PolicyFile.read(file);
    List<String> against = Held.against(law, policy, true, today);
    if (!against.isEmpty()) {
      throw new PolicyFault(
          "It was not signed, since not all of it would count:\n" + String.join("\n", against));
    }
    SigningKey key = SigningKey.open(keyFile, passphrase);
    Path signature = Signing.put(file, key.sign(Signing.text(policy)));
    return new Signed(signature, policy.revision(), key.name(), key.publicKey().fingerprint());
  }

  /** What counts, for people; {@code allCounts} is false where something does not. */
  public record Shown(List<String> lines, boolean allCounts) {
    public Shown {
      lines = List.copyOf(lines);
    }
  }

  /** What counts in an installation. */
  public static Shown show(Path installation, RuleBook law, LocalDate today, PolicyLog log) {
    Policies policies = Policies.read(installation, law, today, log.seen());
    List<String> lines = new ArrayList<>();
    boolean allCounts = true;
    for (Standing standing : policies.standings()) {
      lines.add(head(standing));
      standing.policy().terms().forEach(term -> lines.add("  " + line(term)));
      lines.add("  because: " + standing.policy().reason());
      standing.problems().forEach(problem -> lines.add("  does not count: " + problem));
      allCounts &= standing.problems().isEmpty();
    }
    if (policies.standings().isEmpty()) {
      lines.add("There is no policy; the defaults of data/law/xx count.");
    }
    for (Map.Entry<String, NoteKey> key : Signing.trusted(installation).entrySet()) {
      lines.add("trusted: " + key.getKey() + " (" + key.getValue().fingerprint() + ")");
    }
    return new Shown(lines, allCounts);
  }

  private static String head(Standing standing) {
    PolicyFile policy = standing.policy();
    return "%s: revision %d for %s, answered for by %s, %s"
        .formatted(
            standing.file(),
            policy.revision(),
            policy.lender().orElse("all lenders"),
            policy.signer(),
            standing
                .signedBy()
                .map(by -> "signed by " + by + " (" + standing.fingerprint().orElse("") + ")")
                .orElse("not signed"));
  }

  private static String line(Term term) {
    List<String> values = new ArrayList<>();
    add(values, term.maxAttemptsPerDay(), "attempts a day");
    add(values, term.maxEffectivePerDay(), "effective contacts a day");
    add(values, term.maxEffectivePerWeek(), "effective contacts in seven days");
    return "from "
        + term.from()
        + term.to().map(to -> " to " + to).orElse("")
        + ": "
        + (values.isEmpty() ? "the defaults" : String.join(", ", values));
  }

  private static void add(List<String> values, OptionalInt value, String of) {
    if (value.isPresent()) {
      values.add("at most " + value.getAsInt() + " " + of);
    }
  }
}
