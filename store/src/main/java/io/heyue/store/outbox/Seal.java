package io.heyue.store.outbox;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PermitId;
import io.heyue.store.vault.Field;
import io.heyue.store.vault.SealedColumn;
import java.time.Instant;
import java.util.UUID;

/**
 * What the words of a letter are sealed together with. Whoever can write the tables but has no key
 * can't change the words, put them under another permit, lengthen it or send them to somebody else:
 * they would not open any more.
 */
record Seal(
    UUID letter,
    PermitId permit,
    Channel channel,
    ContactPointId point,
    Lang lang,
    Instant expiresAt) {
  /** The same as {@link #field}, for the database. */
  static final SealedColumn COLUMN =
      new SealedColumn(
          Field.of("letter", "body"),
          """
          concat_ws('/', id, permit_id, channel, point_id, lang,
            (extract(epoch from expires_at) * 1000000)::bigint)
          """);

  static Seal of(OutgoingLetter letter) {
    return new Seal(
        letter.id(),
        letter.permit().id(),
        letter.permit().channel(),
        letter.point(),
        letter.reply().lang(),
        letter.permit().expiresAt());
  }

  /** The column, with everything else as the kind of its row. */
  Field field() {
    // A database keeps microseconds.
    long micros = expiresAt.getEpochSecond() * 1_000_000 + expiresAt.getNano() / 1_000;
    return new Field(
        "letter",
        "body",
        String.join(
            "/",
            letter.toString(),
            permit.value().toString(),
            channel.id(),
            point.value().toString(),
            lang.code(),
            Long.toString(micros)));
  }
}
