package io.heyue.core.portfolio;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Lang;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
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
   * What a person decided on contacts that rules leave to one, as far as it stands at {@code now}.
   * That somebody may be contacted stands no longer than nothing else becomes known of them.
   */
  public Optional<Decision> decision(Instant now) {
    return Stream.of(matter.decision(), bars.decision())
        .flatMap(Optional::stream)
        .max(Comparator.comparing(Decision::at))
        .filter(made -> made.standsAt(now))
        .filter(made -> !made.contact() || since(made).isEmpty());
  }

  /** What has become known of the person since {@code made}. */
  public Set<String> since(Decision made) {
    Set<String> news = new TreeSet<>(flags());
    news.removeAll(made.flags());
    bars.told().filter(made.at()::isBefore).ifPresent(_ -> news.add(Bars.VULNERABLE));
    return news;
  }

  /** Flags in spite of which a person decided that there may be contact by {@code channel}. */
  public Set<String> decided(Channel channel, Instant now) {
    return decision(now)
        .filter(made -> made.contact() && made.covers(channel))
        .map(_ -> flags())
        .orElse(Set.of());
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
