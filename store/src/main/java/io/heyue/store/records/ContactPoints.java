package io.heyue.store.records;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.MailAddress;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Personal;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.base.Relation;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import io.heyue.store.vault.Field;
import io.heyue.store.vault.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The numbers and addresses at which people are reached. Thread-safe. */
public final class ContactPoints {
  /** One field for all kinds, so that a number has one image. */
  private static final Field NUMBER = Field.of("contact_point", "number");

  private final Vault vault;

  public ContactPoints(Vault vault) {
    this.vault = vault;
  }

  /**
   * The points at which these people may be written to, each person's own ones first. Those that
   * somebody denied are left out.
   */
  public Map<PersonId, List<ContactPoint>> of(Sql sql, Collection<PersonId> persons) {
    Map<PersonId, List<ContactPoint>> points = new HashMap<>();
    if (!persons.isEmpty()) {
      List<UUID> values = persons.stream().map(PersonId::value).distinct().toList();
      sql.each(
          """
          select * from contact_point
          where person_id = any(?) and kind in ('mobile', 'phone', 'email') and denied_at is null
          order by relation <> 'self', id
          """,
          row ->
              points
                  .computeIfAbsent(new PersonId(row.uuid("person_id")), _ -> new ArrayList<>())
                  .add(point(row)),
          values);
    }
    return points;
  }

  /** Points by their ids, as far as there are any. */
  public Map<ContactPointId, ContactPoint> list(Sql sql, Collection<ContactPointId> ids) {
    Map<ContactPointId, ContactPoint> points = new HashMap<>();
    if (!ids.isEmpty()) {
      sql.each(
          "select * from contact_point where id = any(?)",
          row -> {
            ContactPoint point = point(row);
            points.put(point.id(), point);
          },
          ids.stream().map(ContactPointId::value).distinct().toList());
    }
    return points;
  }

  public Optional<ContactPoint> find(Sql sql, ContactPointId id) {
    return sql.find("select * from contact_point where id = ?", this::point, id.value());
  }

  /** Whose number it is: points of that number that are their person's own. */
  public List<ContactPoint> byPhone(Sql sql, PhoneNumber number) {
    return sql.list(
        """
        select * from contact_point
        where relation = 'self' and value_index in (?, ?) order by kind, id
        """,
        this::point,
        vault.index(number, Fields.contactValue(ContactKind.MOBILE)),
        vault.index(number, Fields.contactValue(ContactKind.PHONE)));
  }

  /**
   * Whose a number or address of a person is; the person's own first; empty where it is unknown.
   */
  public Optional<Relation> relation(Sql sql, PersonId person, Personal value) {
    return sql.find(
            """
            select relation from contact_point where person_id = ? and value_index in (?, ?, ?)
            order by relation <> 'self', id limit 1
            """,
            row -> row.text("relation"),
            person.value(),
            vault.index(value, Fields.contactValue(ContactKind.MOBILE)),
            vault.index(value, Fields.contactValue(ContactKind.PHONE)),
            vault.index(value, Fields.contactValue(ContactKind.EMAIL)))
        .flatMap(Relation::find);
  }

  /**
   * Somebody said that a number or address is not the person's, or wants nothing sent there: all
   * points of the person with that value are left alone, until an import names another source for
   * them or the person shows that they are theirs.
   */
  public void deny(Sql sql, ContactPointId id, Instant now) {
    mark(sql, id, now);
  }

  /** The person was verified there. */
  public void confirm(Sql sql, ContactPointId id) {
    mark(sql, id, null);
  }

  /** A number is not called any more until somebody has looked at it; it may be written to. */
  public void barCalls(Sql sql, ContactPointId id, Instant now) {
    find(sql, id)
        .ifPresent(point -> {
          var _ =
              sql.update(
                  """
                  update contact_point set uncalled_since = coalesce(uncalled_since, ?)
                  where person_id = ? and value_index in (?, ?)
                  """,
                  now,
                  point.person().value(),
                  vault.index(point.value(), Fields.contactValue(ContactKind.MOBILE)),
                  vault.index(point.value(), Fields.contactValue(ContactKind.PHONE)));
        });
  }

  private void mark(Sql sql, ContactPointId id, @Nullable Instant deniedAt) {
    Optional<ContactPoint> point = find(sql, id);
    if (point.isEmpty()) {
      return;
    }
    Personal value = point.get().value();
    var _ =
        sql.update(
            """
            update contact_point set denied_at = ?,
              uncalled_since = case when ?::timestamptz is null then null else uncalled_since end
            where person_id = ? and value_index in (?, ?, ?)
            """,
            deniedAt,
            deniedAt,
            point.get().person().value(),
            vault.index(value, Fields.contactValue(ContactKind.MOBILE)),
            vault.index(value, Fields.contactValue(ContactKind.PHONE)),
            vault.index(value, Fields.contactValue(ContactKind.EMAIL)));
  }

  /** The id of a number or address that says nothing of it: the same for all kinds and people. */
  public String image(Personal value) {
    return HexFormat.of().formatHex(vault.index(value, NUMBER));
  }

  private ContactPoint point(Row row) {
    ContactKind kind =
        ContactKind.find(row.text("kind"))
            .orElseThrow(() -> new IllegalStateException("A contact point has no known kind."));
    String opened = vault.open(row.bytes("value"), Fields.contactValue(kind));
    Personal value = kind == ContactKind.EMAIL ? new MailAddress(opened) : new PhoneNumber(opened);
    return new ContactPoint(
        new ContactPointId(row.uuid("id")),
        new PersonId(row.uuid("person_id")),
        channels(kind, row.findInstant("uncalled_since").isPresent()),
        value,
        image(value),
        row.findInstant("denied_at").isPresent(),
        row.findText("relation").flatMap(Relation::find).orElse(null),
        row.findText("source").flatMap(NumberSource::find).orElse(null),
        consents(row));
  }

  private static Set<Channel> channels(ContactKind kind, boolean uncalled) {
    return kind.channels().stream()
        .filter(channel -> channel != Channel.CALL || !uncalled)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<Channel, Boolean> consents(Row row) {
    Map<Channel, Boolean> consents = new EnumMap<>(Channel.class);
    row.findTruth("consent_voice").ifPresent(given -> consents.put(Channel.CALL, given));
    row.findTruth("consent_text").ifPresent(given -> consents.put(Channel.SMS, given));
    row.findTruth("consent_email").ifPresent(given -> consents.put(Channel.EMAIL, given));
    row.findTruth("consent_app").ifPresent(given -> consents.put(Channel.PUSH, given));
    return consents;
  }
}
