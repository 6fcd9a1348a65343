package io.heyue.core.portfolio;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What bars contact with a person from outside the case at hand: what the lender told us of them,
 * and what they said in another matter. Whoever wants to hear no more wants it of all their loans.
 *
 * @param flags bars that the lender's books name; they stand until the books say otherwise
 * @param traits what else the books say of the person, and what they told of themselves in another
 *     case, in the words that rules use
 * @param holds personal holds of the person's other cases, also those that have run out
 * @param refused channels that the person closed in another case
 * @param failedProofs when proofs of identity failed in the other cases
 * @param told when it last became known in another case that the person is vulnerable
 * @param decision the latest that a person decided in another case on contacts
 */
public record Bars(
    Set<HoldKind> flags,
    Set<String> traits,
    List<Hold> holds,
    Set<Channel> refused,
    List<Instant> failedProofs,
    Optional<Instant> told,
    Optional<Decision> decision) {
  private static final Bars NONE =
      new Bars(
          Set.of(), Set.of(), List.of(), Set.of(), List.of(), Optional.empty(), Optional.empty());

  /** How rules name whoever told of illness, bereavement or a lost job. */
  static final String VULNERABLE = "vulnerable";

  public Bars {
    flags = Set.copyOf(flags);
    traits = Set.copyOf(traits);
    holds = List.copyOf(holds);
    refused = Set.copyOf(refused);
    failedProofs = List.copyOf(failedProofs);
  }

  /** Nothing is known beyond the case. */
  public static Bars none() {
    return NONE;
  }

  /**
   * What {@code others}, the person's other cases, and the lender's books say.
   *
   * @param traits what the books say that is no bar by itself
   */
  public static Bars of(Set<HoldKind> flags, Set<String> traits, Collection<Case> others) {
    if (flags.isEmpty() && traits.isEmpty() && others.isEmpty()) {
      return NONE;
    }
    List<Hold> holds =
        others.stream()
            .flatMap(matter -> matter.holds().values().stream())
            .filter(hold -> hold.kind().personal())
            .toList();
    Set<Channel> refused = EnumSet.noneOf(Channel.class);
    others.forEach(matter ->
        matter
            .consents()
            .forEach((channel, given) -> {
              if (!given) {
                refused.add(channel);
              }
            }));
    List<Instant> failedProofs =
        others.stream().flatMap(matter -> matter.failedProofs().stream()).toList();
    Set<String> all = new TreeSet<>(traits);
    others.stream()
        .filter(matter -> matter.vulnerable().isPresent())
        .forEach(_ -> all.add(VULNERABLE));
    return new Bars(
        flags,
        all,
        holds,
        refused,
        failedProofs,
        others.stream()
            .flatMap(matter -> matter.vulnerable().stream())
            .max(Comparator.naturalOrder()),
        others.stream()
            .flatMap(matter -> matter.decision().stream())
            .max(Comparator.comparing(Decision::at)));
  }

  Set<HoldKind> holdsAt(Instant now) {
    Set<HoldKind> standing = EnumSet.noneOf(HoldKind.class);
    standing.addAll(flags);
    holds.stream().filter(hold -> hold.standsAt(now)).forEach(hold -> standing.add(hold.kind()));
    return standing;
  }
}
