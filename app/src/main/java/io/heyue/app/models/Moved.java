package io.heyue.app.models;

import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Drift;
import io.heyue.store.labels.Hearings;
import io.heyue.store.labels.Hearings.Census;
import io.heyue.store.postgres.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far what is heard in the last seven days has moved from what was heard in the week of
 * reference: the first seven days of the model that is used, or seven days that somebody names.
 *
 * @param reference begin of the week of reference
 * @param then how many utterances it has
 * @param now how many the last seven days have
 * @param intents the index of what was meant, beyond what chance alone comes to
 * @param sureness the index of how sure the model was, by tenths
 */
public record Moved(
    Lang lang, Instant reference, long then, long now, double intents, double sureness) {
  /** A week of fewer utterances says nothing. */
  public static final int FEWEST = 500;

  private static final Duration WEEK = Duration.ofDays(7);

  /**
   * @param named begin of the week of reference; empty for the model's first
   * @return empty where one of the weeks has fewer than {@value #FEWEST} utterances, or they
   *     overlap
   */
  public static Optional<Moved> of(Sql sql, Lang lang, Optional<Instant> named, Instant now) {
    Hearings hearings = new Hearings();
    Optional<Instant> from = named.or(() -> hearings.sinceWhen(sql, lang));
    if (from.isEmpty() || from.get().plus(WEEK).isAfter(now.minus(WEEK))) {
      return Optional.empty();
    }
    Census before = hearings.census(sql, lang, from.get(), from.get().plus(WEEK));
    Census lately = hearings.census(sql, lang, now.minus(WEEK), now);
    if (before.heard() < FEWEST || lately.heard() < FEWEST) {
      return Optional.empty();
    }
    return Optional.of(
        new Moved(
            lang,
            from.get(),
            before.heard(),
            lately.heard(),
            Drift.beyondChance(before.intents(), lately.intents()),
            Drift.beyondChance(before.sureness(), lately.sureness())));
  }

  /** The greater of the two. */
  public double most() {
    return Math.max(intents, sureness);
  }
}
