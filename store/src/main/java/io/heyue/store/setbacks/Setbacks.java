package io.heyue.store.setbacks;

import io.heyue.store.postgres.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Items of work that failed by a fault of their own. Each is tried again after a pause that
 * doubles, and given up after a dozen tries; then somebody must look, and has it tried again or
 * dismisses it. Stateless.
 */
public final class Setbacks {
  /** After so many tries an item is given up. */
  public static final int MOST_TRIES = 12;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  /** What kind of work an item is. */
  public enum Kind {
    /** Payments of one account. */
    PAYMENT,
    /** The promises of one case. */
    PROMISE,
    /** A conversation that is to be told of a payment. */
    INTERRUPTION,
    /** A conversation in which nothing is said any more. */
    SILENCE,
    CONFIRMATION,
    /** A campaign that is to be started. */
    CAMPAIGN,
    /** One account of a campaign. */
    CAMPAIGN_ITEM;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> find(String id) {
      for (Kind value : values()) {
        if (value.id().equals(id)) {
          return Optional.of(value);
        }
      }
      return Optional.empty();
    }

    /**
     * Whether an item stands for all work of its kind on an account or a case, also for what is to
     * come: who passes it over for good would book no payment of theirs any more.
     */
    public boolean comesAgain() {
      return switch (this) {
        case PAYMENT, PROMISE -> true;
        case INTERRUPTION, SILENCE, CONFIRMATION, CAMPAIGN, CAMPAIGN_ITEM -> false;
      };
    }
  }

  /**
   * How many there are.
   *
   * @param waiting that will be tried again
   * @param givenUp that somebody must look at
   */
  public record Count(long waiting, long givenUp) {}

  /**
   * A condition that holds for items that are not put aside; its one value is the time.
   *
   * @param item the expression by which a statement names the item, as text
   */
  public static String free(Kind kind, String item) {
    return "not exists (select from setback s where s.kind = '%s' and s.item = %s and (s.given_up or s.next_at > ?))"
        .formatted(kind.id(), item);
  }

  /** Puts an item aside, for the first time or once more. */
  public void add(Sql sql, Kind kind, String item, String reason, Instant now) {
    int tries =
        sql.find(
                "select tries from setback where kind = ? and item = ? for update",
                row -> (int) row.number("tries"),
                kind,
                item)
            .orElse(0);
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 20));
    Instant next = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    var _ =
        sql.update(
            """
            insert into setback (kind, item, tries, first_at, next_at, reason, given_up)
            values (?, ?, 1, ?, ?, ?, false)
            on conflict (kind, item) do update set tries = setback.tries + 1,
              next_at = excluded.next_at, reason = excluded.reason,
              given_up = setback.tries + 1 >= ?
              where setback.dismissed_at is null
            """,
            kind,
            item,
            now,
            next,
            reason,
            MOST_TRIES);
  }

  /** These succeeded. */
  public void clear(Sql sql, Kind kind, List<String> items) {
    if (!items.isEmpty()) {
      var _ = sql.update("delete from setback where kind = ? and item = any(?)", kind, items);
    }
  }

  public Count count(Sql sql) {
    return sql.get(
        """
        select count(*) filter (where not given_up) as waiting,
          count(*) filter (where given_up and dismissed_at is null) as given_up from setback
        """,
        row -> new Count(row.number("waiting"), row.number("given_up")));
  }
}
