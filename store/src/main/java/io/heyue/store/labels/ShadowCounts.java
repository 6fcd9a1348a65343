package io.heyue.store.labels;

import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Intent;
import io.heyue.store.postgres.Sql;
import java.time.Instant;
import java.util.List;

/** How often a model that reads beside the one in use agrees with it. Stateless. */
public final class ShadowCounts {
  /**
   * How often two models made this of the same utterances.
   *
   * @param used name and version of the one in use
   * @param intent what that took them for
   * @param other what the one in the shadow did
   */
  public record Count(
      String used,
      Lang lang,
      String intent,
      String other,
      long times,
      Instant firstAt,
      Instant lastAt) {
    public boolean agrees() {
      return intent.equals(other);
    }
  }

  /**
   * Counts one utterance.
   *
   * @param model the one in the shadow
   */
  public void add(
      Sql sql, String model, String used, Lang lang, Intent intent, Intent other, Instant now) {
    var _ =
        sql.update(
            """
            insert into shadow_count (model, used, lang, intent, other, times, first_at, last_at)
            values (?, ?, ?, ?, ?, 1, ?, ?)
            on conflict (model, used, lang, intent, other) do update
              set times = shadow_count.times + 1, last_at = excluded.last_at
            """,
            model,
            used,
            lang,
            intent,
            other,
            now,
            now);
  }

  /** All counts of a model in the shadow, the most frequent first. */
  public List<Count> of(Sql sql, String model) {
    return sql.list(
        "select * from shadow_count where model = ? order by times desc, used, intent, other",
        row ->
            new Count(
                row.text("used"),
                Lang.find(row.text("lang")).orElse(Lang.ZH),
                row.text("intent"),
                row.text("other"),
                row.number("times"),
                row.instant("first_at"),
                row.instant("last_at")),
        model);
  }
}
