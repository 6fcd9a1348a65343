package io.heyue.store.labels;

import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was understood of every message. Stateless. */
public final class Hearings {
  /** How many bands of sureness are counted. */
  private static final int BANDS = 10;

  private static final int PLACES = 5;

  /**
   * How often each was met.
   *
   * @param intents by the word for them
   * @param sureness by tenths, 0 to 9
   */
  public record Census(long heard, Map<String, Long> intents, Map<Integer, Long> sureness) {
    public Census {
      intents = Map.copyOf(intents);
      sureness = Map.copyOf(sureness);
    }
  }

  public void add(Sql sql, Hearing hearing) {
    var _ =
        sql.update(
            """
            insert into hearing (conversation_id, seq, at, lang, asked, intent, confidence, model)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            hearing.conversation().value(),
            hearing.seq(),
            hearing.at(),
            hearing.lang(),
            hearing.asked(),
            hearing.understood().intent(),
            sure(hearing.understood()),
            hearing.model());
  }

  /** What was understood of a message; empty where no machine heard it. */
  public Optional<Hearing> find(Sql sql, ConversationId conversation, long seq) {
    return sql.find(
        "select * from hearing where conversation_id = ? and seq = ?",
        Hearings::read,
        conversation.value(),
        seq);
  }

  /**
   * What the model that heard last in a language heard from {@code from} on and before {@code to}.
   */
  public Census census(Sql sql, Lang lang, Instant from, Instant to) {
    Map<String, Long> intents = new TreeMap<>();
    Map<Integer, Long> sureness = new TreeMap<>();
    long[] heard = {0};
    sql.each(
        """
        select intent, least(floor(confidence * ?::integer), ?::integer - 1)::bigint as band,
          count(*) as n
        from hearing where lang = ? and at >= ? and at < ? and model =
          (select model from hearing where lang = ? order by at desc limit 1)
        group by 1, 2
        """,
        row -> {
          long count = row.number("n");
          intents.merge(row.text("intent"), count, Long::sum);
          sureness.merge((int) row.number("band"), count, Long::sum);
          heard[0] += count;
        },
        BANDS,
        BANDS,
        lang,
        from,
        to,
        lang);
    return new Census(heard[0], intents, sureness);
  }

  /** When the model that heard last in a language was heard of first. */
  public Optional<Instant> sinceWhen(Sql sql, Lang lang) {
    return sql.get(
        """
        select min(at) as at from hearing where lang = ? and model =
          (select model from hearing where lang = ? order by at desc limit 1)
        """,
        row -> row.findInstant("at"),
        lang,
        lang);
  }

  /** How sure that is, as the tables keep it. */
  static BigDecimal sure(ScoredIntent understood) {
    return BigDecimal.valueOf(understood.confidence()).setScale(PLACES, RoundingMode.HALF_EVEN);
  }

  private static Hearing read(Row row) {
    return new Hearing(
        new ConversationId(row.uuid("conversation_id")),
        row.number("seq"),
        row.instant("at"),
        Lang.find(row.text("lang")).orElse(Lang.ZH),
        row.text("asked"),
        new ScoredIntent(
            Intent.find(row.text("intent")).orElse(Intent.UNCLEAR),
            row.decimal("confidence").doubleValue()),
        row.text("model"));
  }
}
