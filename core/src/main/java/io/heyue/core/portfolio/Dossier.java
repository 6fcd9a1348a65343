package io.heyue.core.portfolio;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Lang;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a turn must know of whom it talks with: the case, the person, the lender's
 * mandate, and what bars contact with the person whatever the case.
 */
public record Dossier(Case matter, Borrower borrower, Mandate mandate, Bars bars) {
  /** A case whose person is known from nowhere else. */
  public Dossier(Case matter, Borrower borrower, Mandate mandate) {
    this(matter, borrower, mandate, Bars.none());
  }

  public Dossier with(Case matter) {
    return new Dossier(matter, borrower, mandate, bars);
  }

  /** The same with the lender's words in {@code lang}. */
  public Dossier in(Lang lang) {
    return new Dossier(matter, borrower, mandate.in(lang), bars);
  }

  public Account account() {
    return matter.account();
  }

  /** All bars on contact that stand at {@code now}: of this case and of the person. */
  public Set<HoldKind> holdsAt(Instant now) {
    Set<HoldKind> standing = EnumSet.noneOf(HoldKind.class);
    standing.addAll(matter.holdsAt(now));
    standing.addAll(bars.holdsAt(now));
    return standing;
  }

  /** What is known of the person that rules name and that is no hold. */
  public Set<String> flags() {
    if (matter.vulnerable().isEmpty()) {
      return bars.traits();
    }
    Set<String> flags = new TreeSet<>(bars.traits());
    flags.add(Bars.VULNERABLE);
    return flags;
  }

  /**
   * Whether a proof of identity counts for nothing at {@code now}, since too many failed of late,
   * in whichever case; a person has to find out then who it is.
   */
  public boolean proofsSpent(Instant now) {
    return proofsLeft(now) <= 0;
  }

  /** How many proofs of identity may still fail at {@code now}. */
  public int proofsLeft(Instant now) {
    Instant since = now.minus(Duration.ofDays(mandate.proofs().days()));
    long failed =
        Stream.concat(matter.failedProofs().stream(), bars.failedProofs().stream())
            .filter(at -> at.isAfter(since))
            .count();
    return mandate.proofs().failures() - (int) failed;
  }

  /** What the person said of {@code channel}; null where they never did. A no is for all cases. */
  public @Nullable Boolean consent(Channel channel) {
    return bars.refused().contains(channel) ? Boolean.FALSE : matter.consents().get(channel);
  }
}
